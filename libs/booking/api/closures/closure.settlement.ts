import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AffectedChoice, type ClosingDraft, MOST_SETTLED } from '@bota/booking/domain';
import { Clock, Refusal, refuse } from '@bota/shared/api';
import { type FieldError, readTime } from '@bota/shared/domain';
import type { ClosureChange } from '@bota/spaces/api';
import type { Asking } from '../asking';
import { BookingCancellations } from '../booking.cancellations';
import { BookingEdits } from '../booking.edits';
import type { OccurrenceRead } from '../booking.view';
import { isSameSet } from '../edit.plan';
import { holdPeriods } from '../quotas/quota.books';
import { Decisions } from '../requests/decisions.service';
import { ClosurePlaces } from './closure.places';
import { type Met, datesMet, rowsMet } from './met';

type Place = { start: Date; end: Date; roomIds: readonly string[] };
/** `to`: where it is now. */
export type Outcome = { date: Met } & ({ became: 'kept' | 'cancelled' | 'declined' } | { became: 'moved'; to: Place });
type Choice = AffectedChoice & { path: string; date: Met };
type Moving = Extract<Choice, { act: 'move' }>;
type Closing = { change: ClosureChange; message: string };
type Afterwards = { change: ClosureChange; settled: readonly Outcome[]; draft: ClosingDraft };

/** Gives each date that a closure meets what the coordination chose for it: all of them, or none. */
@Injectable()
export class ClosureSettlement {
  constructor(
    private readonly clock: Clock,
    private readonly edits: BookingEdits,
    private readonly cancellations: BookingCancellations,
    private readonly decisions: Decisions,
    private readonly places: ClosurePlaces,
  ) {}

  /** What ends and what moves, once the closure stands, so that nothing moves into it; what began or left since the list was read is kept. */
  async settle(tx: EntityManager, asking: Asking, draft: ClosingDraft, change: ClosureChange): Promise<Outcome[]> {
    await holdNamed(tx, asking.space.id, draft.choices);
    const now = this.clock.now();
    const dates = datesMet(await rowsMet(tx, asking.space.id, change, now));
    const open = new Map(dates.filter(({ start }) => start > now).map((date) => [date.occurrenceId, date]));
    const choices = draft.choices.flatMap((choice, index): Choice[] => {
      const date = open.get(choice.occurrenceId);
      return date ? [{ ...choice, path: `choices.${index}`, date }] : [];
    });
    const moves = choices.filter(isMove);
    await holdPeriods(
      tx,
      asking.space,
      moves.map(({ date, ...to }) => ({ ...date, ...placeOf(to, asking.space.zone) })),
    );
    const closing = { change, message: draft.message };
    return [...(await this.end(tx, asking, choices, closing)), ...(await this.move(tx, asking, choices, closing))];
  }

  /** All that it came to, soonest first, with what was booked until the closure was counted: that is kept, unless only what was seen may be. */
  async afterwards(tx: EntityManager, { space }: Asking, { change, settled, draft }: Afterwards): Promise<Outcome[]> {
    const now = this.clock.now();
    const named = new Set(settled.map(({ date }) => date.occurrenceId));
    const dates = datesMet(await rowsMet(tx, space.id, change, now));
    refuseUnseen(dates, draft, now);
    const kept = dates.filter(({ occurrenceId }) => !named.has(occurrenceId)).map((date) => ({ date, became: 'kept' as const }));
    return [...settled, ...kept].toSorted((a, b) => a.date.start.getTime() - b.date.start.getTime());
  }

  /** Booking by booking: each has one new version, however many of its dates end. */
  private async end(tx: EntityManager, asking: Asking, choices: readonly Choice[], { message }: Closing): Promise<Outcome[]> {
    const dates = choices.filter(({ act }) => act === 'cancel').map(({ date }) => date);
    const outcomes: Outcome[] = [];
    for (const [bookingId, ending] of inOrder(Map.groupBy(dates, (date) => date.bookingId))) {
      const became = await this.endOf(tx, asking, { bookingId, ids: ending.map(({ occurrenceId }) => occurrenceId), message });
      outcomes.push(...ending.map((date): Outcome => ({ date, became })));
    }
    return outcomes;
  }

  private async endOf(tx: EntityManager, asking: Asking, { bookingId, ids, message }: Ending): Promise<'cancelled' | 'declined'> {
    const loaded = await this.edits.loadForChange(tx, asking, bookingId);
    const ending = loaded.occurrences.filter(({ id }) => ids.includes(id));
    const isDeclined = loaded.booking.stage === 'requested' && !waitsOn(loaded.occurrences, ids, this.clock.now());
    if (isDeclined) await this.decisions.decline(tx, asking, loaded, { note: message });
    else await this.cancellations.endDates(tx, asking, loaded, ending, message || undefined);
    return isDeclined ? 'declined' : 'cancelled';
  }

  /** All are tried, so that all that is in the way is said at once; what another of them leaves is free. */
  private async move(tx: EntityManager, asking: Asking, choices: readonly Choice[], { change }: Closing): Promise<Outcome[]> {
    const { zone } = asking.space;
    const moving = choices.filter(isMove).map((choice) => ({ choice, to: placeOf(choice, zone) }));
    const outcomes: Outcome[] = [];
    let left: Refused[] = moving.filter(({ choice, to }) => !isThere(choice.date, to));
    let hasMoved = true;
    for (let round = 1; hasMoved && left.length > 0 && round <= MOST_ROUNDS; round++) {
      const stay: Refused[] = [];
      for (const { choice, to } of left) {
        const why = whyNotMove(choice, to, { zone, now: this.clock.now() }) ?? (await this.refusalOf(tx, asking, choice));
        if (why) stay.push({ choice, to, why });
        else outcomes.push({ date: choice.date, became: 'moved', to });
      }
      hasMoved = stay.length < left.length;
      left = stay;
    }
    if (left.length > 0) refuseAll(await this.explained(tx, asking, left, change));
    return outcomes;
  }

  private async refusalOf(tx: EntityManager, asking: Asking, { date, occurrenceId, roomIds, start, end }: Moving): Promise<Refusal | null> {
    const edit = { scope: 'this', occurrenceId, roomIds, start, end, onRefused: 'refuse' } as const;
    try {
      await tx.transaction((part) => this.edits.editWithin(part, asking, date.bookingId, edit));
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  /** Why dates cannot go there, and where the first of them could, as the house is with this closure and what has moved already. */
  private async explained(tx: EntityManager, asking: Asking, refused: readonly Refused[], change: ClosureChange): Promise<NotMoved[]> {
    const found: NotMoved[] = [];
    for (const { choice, why } of refused) {
      const { path, date } = choice;
      const isStale = why?.code === 'stale-version';
      const reasons = why?.particulars.reasons;
      const isHelped = found.length < MOST_HELPED && (isStale || reasons);
      found.push({
        ...{ date, path: isStale ? `${path}.was` : path, message: why?.message ?? '' },
        ...(reasons && { reasons }),
        ...(isHelped && { alternatives: await this.places.near(tx, asking, date, { closing: change }) }),
      });
    }
    return found;
  }
}

const isMove = (choice: Choice): choice is Moving => choice.act === 'move';

type Ending = { bookingId: string; ids: readonly string[]; message: string };
type Refused = { choice: Moving; to: Place; why?: Refusal };
type NotMoved = FieldError & { date: Met };
/** Dates that are offered other places, of those that cannot go where they were to go; and how often what others leave is looked at. */
const [MOST_HELPED, MOST_ROUNDS] = [50, 10];
/** Dates that were not shown, that a refusal names. */
const MOST_NAMED = 100;

/** What is named is held in one order, and stays as it is found then; what is no date of this house is refused. */
async function holdNamed(tx: EntityManager, spaceId: string, choices: readonly AffectedChoice[]): Promise<void> {
  const ids = choices.map(({ occurrenceId }) => occurrenceId);
  const found = await tx.query<{ id: string; bookingId: string }[]>(NAMED, [spaceId, ids]);
  const known = new Set(found.map(({ id }) => id));
  const errors = ids.flatMap((id, index) =>
    known.has(id) ? [] : [{ path: `choices.${index}.occurrenceId`, message: 'no date of this house' }],
  );
  if (errors.length > 0) refuse('booking/unknown-occurrence', { errors });
  await tx.query(HOLD, [spaceId, [...new Set(found.map(({ bookingId }) => bookingId))]]);
}

const inOrder = <One>(byId: ReadonlyMap<string, One>): [string, One][] => [...byId].sort(([a], [b]) => (a < b ? -1 : 1));

const placeOf = ({ roomIds, start, end }: Omit<Moving, 'date'>, zone: string): Place => ({
  ...{ roomIds, start: readTime(start, zone).instant, end: readTime(end, zone).instant },
});

const isThere = ({ start, end, roomIds }: Met, to: Place): boolean =>
  start.getTime() === to.start.getTime() && end.getTime() === to.end.getTime() && isSameSet(roomIds, to.roomIds);

/** A date that nobody saw as it is now does not move, nor does any into the past: what was is on record, and charged. */
function whyNotMove({ was, date }: Moving, to: Place, { zone, now }: { zone: string; now: Date }): Refusal | null {
  const isSame = (text: string, instant: Date) => readTime(text, zone).instant.getTime() === instant.getTime();
  if (was && !(isSame(was.start, date.start) && isSame(was.end, date.end))) return new Refusal('stale-version');
  return to.start < now ? new Refusal('booking/refused', { reasons: [{ code: 'IN_THE_PAST' }] }) : null;
}

/** Whether something of a request goes on waiting without some of its dates. */
const waitsOn = (occurrences: readonly OccurrenceRead[], ids: readonly string[], now: Date): boolean =>
  occurrences.some(({ id, status, startsAt }) => status === 'requested' && startsAt > now && !ids.includes(id));

/** What has begun is nobody’s to choose for; beyond what one closure settles, nothing was shown. */
function refuseUnseen(dates: readonly Met[], { seen, choices }: ClosingDraft, now: Date): void {
  if (!seen) return;
  const known = new Set([...seen, ...choices.map(({ occurrenceId }) => occurrenceId)]);
  const unseen = dates.slice(0, MOST_SETTLED).filter(({ occurrenceId, start }) => start > now && !known.has(occurrenceId));
  if (unseen.length === 0) return;
  const errors = unseen.slice(0, MOST_NAMED).map(({ occurrenceId }) => ({ path: 'seen', message: occurrenceId }));
  refuse('closure/meets-more', { errors });
}

function refuseAll(refused: readonly NotMoved[]): never {
  const reasons = refused.flatMap(({ date, reasons: found = [] }) => found.map((one) => ({ ...one, start: date.start.toISOString() })));
  const errors = refused.map(({ date: _, ...error }) => error);
  return refuse('closure/not-moved', {
    errors,
    reasons,
    alternatives: errors.find(({ alternatives }) => alternatives)?.alternatives ?? [],
  });
}

const NAMED = 'SELECT id, booking_id AS "bookingId" FROM occurrence WHERE space_id = $1 AND id = ANY($2::uuid[])';
const HOLD = 'SELECT FROM booking WHERE space_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE';
