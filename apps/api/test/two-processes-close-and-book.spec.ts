import type { AffectedBookings, Booking, Closing } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import type { Answer } from '@bota/shared/testing';
import { type Wish, draft } from './booking.fixture';
import type { House } from './house.fixture';
import type { Someone } from './people.fixture';
import { useProcesses } from './processes.fixture';

const api = useProcesses();
// The real clock: the processes have no other.
const NEXT_YEAR = new Date().getFullYear() + 1;
const ROUNDS = 24;
const MOST_TRIES = 12;
const dayOf = (round: number) => `${NEXT_YEAR}-0${3 + Math.floor(round / 20)}-${String((round % 20) + 2).padStart(2, '0')}`;
const on = (day: string, hour: number) => ({ start: `${day}T${String(hour).padStart(2, '0')}:00`, end: `${day}T${hour + 1}:00` });
const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

type Asked = Pick<Problem, 'reasons'>;
const after = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Everything that would take a room that day, at both processes in turn: bookings, series, holds, and bookings that come from another day. */
function takers(house: House, day: string, others: readonly Booking[]): Promise<Answer<Asked>>[] {
  const post = (wish: Wish, who: Someone) => who.post<Asked>(house.path('bookings'), draft(house, wish));
  const rooms = [house.a, house.b, house.studio];
  const asks = Array.from({ length: 9 }, (_, n) => async (who: Someone) => post({ ...on(day, 9 + n), roomIds: [rooms[n % 3] ?? ''] }, who));
  const series = { recurrence: { rrule: 'FREQ=DAILY;COUNT=2' }, onRefused: 'skip' as const };
  const moves = others.map(
    ({ id }, n) =>
      (who: Someone) =>
        who.patch<Asked>(house.path(`bookings/${id}`), { scope: 'all', ...on(day, 19 + n) }),
  );
  const acts = [...asks, (who: Someone) => post({ ...on(day, 18), ...series, roomIds: [house.b] }, who), ...moves];
  return acts.map(async (act, index) => {
    await after(index * 8);
    return act(api.at(index % 2, house.member));
  });
}

const allDay = (day: string) => ({ roomIds: [], start: `${day}T00:00`, end: `${nextDay(day)}T00:00` });

/** At once, whatever is met; answers how many dates it says that it keeps. */
async function closesAtOnce(who: Someone, house: House, day: string): Promise<number> {
  const { status, body } = await who.post<Closing>(house.path('closures'), allDay(day));
  expect(status).toBe(201);
  return body.settled.kept;
}

/** Looks, and closes what was seen; looks again while more is met. Answers the dates that were shown last. */
async function looksAndCloses(who: Someone, house: House, day: string): Promise<string[]> {
  const span = allDay(day);
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const { body } = await who.post<AffectedBookings>(house.path('affected-bookings'), { change: 'closure', ...span });
    const seen = [...body.items.map(({ occurrenceId }) => occurrenceId), ...body.others];
    const answer = await who.post<Closing & Problem>(house.path('closures'), { ...span, seen });
    if (answer.status === 201) return seen;
    expect(answer.body.code).toBe('closure/meets-more');
  }
  throw new Error('never closed');
}

const blocking = async (house: House, day: string): Promise<string[]> =>
  (
    await api.db.query(
      `SELECT DISTINCT occurrence_id AS id FROM allocation WHERE space_id = $1 AND blocking
         AND starts_at < ($2::date + 1)::timestamp AT TIME ZONE 'Europe/Brussels' AND ends_at > $2::date::timestamp AT TIME ZONE 'Europe/Brussels'`,
      [house.id, day],
    )
  ).map(({ id }: { id: string }) => id);

it('of all that is taken on a day while it is being closed, the coordination is shown each date, and the rest is refused as closed', async () => {
  const house = await api.house();
  const ends = new Set<number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const day = dayOf(round);
    const later = `${NEXT_YEAR}-10-${String(round + 1).padStart(2, '0')}`;
    const others: Booking[] = [];
    for (const hour of [10, 11])
      others.push((await api.at(0, house.member).post<Booking>(house.path('bookings'), draft(house, on(later, hour)))).body);
    const asked = takers(house, day, others);
    await after((round * 5) % 90);
    const who = api.at(round % 2, house.coordinator);
    const isLooking = round % 3 === 0;
    const closing = isLooking ? looksAndCloses(who, house, day) : closesAtOnce(who, house, day);
    const [known, answers] = await Promise.all([closing, Promise.all(asked)]);
    const taken = await blocking(house, day);
    if (typeof known === 'number') expect([round, taken.length]).toEqual([round, known]);
    else expect([round, taken.filter((id) => !known.includes(id))]).toEqual([round, []]);
    const refused = answers.filter(({ status }) => status !== 200 && status !== 201);
    expect(refused.map(({ status, body }) => [status, body.reasons?.[0]?.code])).toEqual(refused.map(() => [409, 'CLOSED']));
    for (const { status } of answers) ends.add(status);
  }
  // Both came about, or the rounds say nothing.
  expect([...ends].sort()).toEqual([200, 201, 409]);
}, 120_000);
