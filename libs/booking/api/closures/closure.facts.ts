import { dateOf } from '@bota/shared/domain';
import type { ClosureChange, SpaceEntity } from '@bota/spaces/api';
import type { Outcome } from './closure.settlement';
import type { ClosureFacts, Met } from './closure.words';
import type { Settled, SettledFacts } from './settled.words';

const NAMED = 5;

/** A closure of a house, and how its rooms are named. */
export type Closing = { change: ClosureChange; space: SpaceEntity; nameRooms: (ids: readonly string[]) => string };

/** For who keeps all dates they have in the time of a closure. */
export const factsOfKept = (closing: Closing, theirs: readonly Outcome[]): ClosureFacts => ({
  ...{ ...closureOf(closing), met: theirs.slice(0, NAMED).map(metIn) },
  more: Math.max(0, theirs.length - NAMED),
});

/** For those whose dates ended or moved too. */
export function factsOfSettled(closing: Closing, theirs: readonly Outcome[], message: string): SettledFacts {
  const dates = (...what: Outcome['became'][]): Settled => {
    const some = theirs.filter(({ became }) => what.includes(became));
    return { met: some.slice(0, NAMED).map((one) => settledIn(one, closing)), more: Math.max(0, some.length - NAMED) };
  };
  return {
    ...{ ...closureOf(closing), message },
    ...{ kept: dates('kept'), cancelled: dates('cancelled'), declined: dates('declined'), moved: dates('moved') },
  };
}

/** The week of the agenda in which it begins. */
export const agendaOf = ({ change, space }: Closing): string => `agenda?view=week&date=${dateOf(change.startsAt, space.zone)}`;

const closureOf = ({ change, nameRooms, space }: Closing) => ({
  ...{ rooms: nameRooms(change.roomIds), reason: change.reason, zone: space.zone },
  ...{ start: change.startsAt.toISOString(), end: change.endsAt.toISOString() },
});

const metIn = ({ date: { title, start, end, stage }, became }: Outcome): Met => ({
  ...{ title, start: start.toISOString(), end: end.toISOString() },
  ...(became === 'kept' && stage === 'requested' && { isAsked: true }),
});

const settledIn = (outcome: Outcome, { nameRooms }: Closing) => {
  if (outcome.became !== 'moved') return metIn(outcome);
  const { start, end, roomIds } = outcome.to;
  return { ...metIn(outcome), to: { start: start.toISOString(), end: end.toISOString(), where: nameRooms(roomIds) } };
};
