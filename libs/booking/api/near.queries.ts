import type { RoomFacts, Taken } from '@bota/booking/domain';
import { type Actor, NOBODY, extentOf } from '@bota/shared/domain';
import { type Facts, type Queryable, type RawFacts, factsParameters, factsText, readFacts } from './facts.queries';
import type { Wanted } from './refusals';
import { type RawTaken, REACH, ROW, TAKEN_IN, takenFrom } from './taken.text';

/** Another room may need as long, in minutes, for the layout asked. */
const MOST_SET_UP = 8 * 60;

type NearQuestion = { spaceId: string; zone: string; actor: Actor; now: Date; stretches: readonly { start: Date; end: Date }[] };

/** All rooms, and what takes them in some stretches of time beside the booking that asks, without names: in one round trip. */
export async function houseFor(
  db: Queryable,
  { layout, setUpMinutes = 0, tearDownMinutes = 0, except }: Wanted,
  { stretches, ...question }: NearQuestion,
): Promise<{ facts: Facts; taken: Taken[] }> {
  const window = extentOf(stretches.flatMap(({ start, end }) => [start, end]));
  const looked = [stretches.map(({ start }) => start), stretches.map(({ end }) => end)];
  const beside = layout ? MOST_SET_UP : Math.max(setUpMinutes, tearDownMinutes);
  const itself = [except?.bookingId ?? null, except?.occurrenceIds ?? null];
  const parameters = [...factsParameters({ ...question, ...window, roomIds: null }), ...looked, beside, ...itself];
  const [raw] = await db.query<[RawFacts & { taken: RawTaken[] }]>(HOUSE, parameters);
  const { taken, ...rest } = raw;
  return { facts: readFacts<RoomFacts>(rest), taken: takenFrom(taken, { ...NOBODY, isResident: false }, question.spaceId) };
}

const STRETCHES = 'unnest($9::timestamptz[], $10::timestamptz[]) AS s(since, until)';
const OTHERS = 'AND ($12::uuid IS NULL OR booking_id <> $12 OR ($13::uuid[] IS NOT NULL AND occurrence_id <> ALL($13)))';

const HOUSE = factsText('booking_house_near', {
  rooms: '$2::uuid[] IS NULL',
  more: `(SELECT coalesce(json_agg(${ROW('NULL')}), '[]') FROM (${TAKEN_IN(STRETCHES, REACH('$11::int'), OTHERS)}) a) AS taken,
    `,
});
