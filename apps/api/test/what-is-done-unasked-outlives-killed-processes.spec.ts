import type { Booking, Integrity, WaitlistEntry } from '@bota/booking/domain';
import type { Answer } from '@bota/shared/testing';
import { LOGGED_OTHERWISE, OVERLAPS, RULES, UNKEPT } from './acts.fixture';
import { type Wish, draft } from './booking.fixture';
import type { House } from './house.fixture';
import { useProcesses } from './processes.fixture';
import type { Someone } from './people.fixture';

const api = useProcesses({ jobs: 'on' });
const ROOMS = 15;
const YEAR = new Date().getFullYear() + 1;
/** A quiet month: one hour from UTC to Brussels. */
const at = (day: number, time: string) => new Date(`${YEAR}-02-${day}T${time}:00+01:00`);
const hours = (day: number): Wish => ({ start: `${YEAR}-02-${day}T10:00`, end: `${YEAR}-02-${day}T12:00` });
const [EVE, DAY, GIVEN, HELD] = [10, 11, 17, 19];
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** A house of which each room is booked for the day, by who invites somebody; given back for another, for which two wait; and held. */
class Story {
  readonly session: Booking[] = [];
  readonly given: Booking[] = [];
  readonly first: WaitlistEntry[] = [];
  readonly second: WaitlistEntry[] = [];
  kills = 0;

  constructor(
    readonly house: House,
    readonly rooms: string[],
  ) {}

  /** Asks until it is answered, at one process after the other. */
  async asks<Body>(who: Someone, request: (who: Someone) => Promise<Answer<Body>>, process = 0): Promise<Answer<Body>> {
    try {
      return await request(api.at(process % 2, who));
    } catch {
      await pause(20);
      return this.asks(who, request, process + 1);
    }
  }

  async books(title: string, n: number, wish: Wish): Promise<Booking> {
    const { house } = this;
    const body = draft(house, { title: `${title} ${n}.`, roomIds: [this.rooms[n] as string], ...wish });
    const headers = { 'idempotency-key': `${title}-${n}` };
    const answer = await this.asks(house.member, (who) => who.post<Booking>(house.path('bookings'), body, { headers }), n);
    expect([answer.status, answer.text]).toEqual([201, answer.text]);
    return answer.body;
  }

  async waits(n: number, who: Someone, organisationId: string): Promise<WaitlistEntry> {
    const body = draft(this.house, { title: `Attente ${n}.`, roomIds: [this.rooms[n] as string], organisationId, ...hours(GIVEN) });
    const answer = await this.asks(who, (one) => one.post<WaitlistEntry>(this.house.path('waitlist'), body), n);
    expect([answer.status, answer.text]).toEqual([201, answer.text]);
    return answer.body;
  }

  /** What is done once, however often it is asked. */
  async acts(who: Someone, id: string, act: string, n: number): Promise<void> {
    const { status } = await this.asks(who, (one) => one.post(this.house.path(`bookings/${id}/${act}`), {}), n);
    expect([200, 409]).toContain(status);
  }

  /** Kills one process after the other while something is done, and once it is until nothing is left to do. */
  async killing(work: Promise<unknown>[], isDone: () => Promise<boolean>, ...jobs: string[]): Promise<void> {
    let isOver = false;
    const over = Promise.all(work).finally(() => (isOver = true));
    for (let turn = 0; turn < 2 || !isOver; turn++) {
      // First when both are at it: letters are written some two seconds after what they tell of.
      await pause(turn === 0 ? 2100 : 300);
      api.kill(this.kills % 2);
      await api.runJobs(...jobs);
      await api.revive(this.kills % 2);
      this.kills += 1;
    }
    await over;
    for (let turn = 0; turn < 200 && !(await isDone()); turn++) {
      await pause(200);
      if (turn % 50 === 49) await api.runJobs(...jobs);
    }
    expect([jobs, await isDone()]).toEqual([jobs, true]);
  }

  all = <T>(work: (n: number) => Promise<T>): Promise<T>[] => this.rooms.map((_, n) => work(n));
  count = async (sql: string, ...more: unknown[]): Promise<number> =>
    (await api.db.query<[{ count: number }]>(`SELECT count(*)::int AS count ${sql}`, [this.house.id, ...more]))[0].count;
  logged = (kind: string, ids: readonly string[]) =>
    this.count('FROM log WHERE space_id = $1 AND kind = $2 AND entity_id = ANY($3)', kind, ids);
  letters = (kind: string, who = '%') => this.count('FROM letter WHERE space_id = $1 AND kind = $2 AND recipient::text LIKE $3', kind, who);
  /** What is kept for somebody, by the room. */
  async offered(who: Someone): Promise<Map<number, string>> {
    const rows = await api.db.query<{ id: string; roomId: string }[]>(OFFERED, [this.house.id, who.id, at(GIVEN, '00:00')]);
    return new Map(rows.map(({ id, roomId }) => [this.rooms.indexOf(roomId), id]));
  }
}

async function prepare(): Promise<Story> {
  const house = await api.house();
  const rooms: string[] = [];
  for (let n = 0; n < ROOMS; n++) rooms.push(await house.room({ name: `Salle ${n}`, capacity: 20, rules: RULES }));
  const story = new Story(house, rooms);
  story.given.push(...(await Promise.all(story.all((n) => story.books('Cédée', n, hours(GIVEN))))));
  story.first.push(...(await Promise.all(story.all((n) => story.waits(n, house.neighbour, house.voisins)))));
  story.second.push(...(await Promise.all(story.all((n) => story.waits(n, house.colleague, house.racines)))));
  return story;
}

const [NOT_TOLD, GIVE] = [['booking.confirmations', 'booking.invitations'], 'booking.retry-skipped'];

it('offers, ends, releases and letters are made once, whenever processes are killed over them, and those who wait come in turn', async () => {
  await api.leap(at(EVE, '09:00'));
  const story = await prepare();
  const { house } = story;
  const guest = (n: number) => ({ participants: [{ email: `guest-${n}@invited.example` }] });
  const until = at(DAY, '08:00').toISOString();

  const booking = story.all(async (n) => void story.session.push(await story.books('Séance', n, { ...hours(DAY), ...guest(n) })));
  const holding = story.all((n) => story.books('Option', n, { ...hours(HELD), holdUntil: until }));
  const giving = story.given.map(({ id }, n) => story.acts(house.member, id, 'cancellation', n));
  const isTold = async () => (await story.letters('participant-invited')) >= ROOMS && (await story.count(UNCONFIRMED)) === 0;
  await story.killing(
    [...booking, ...holding, ...giving],
    async () => (await story.offered(house.neighbour)).size === ROOMS && (await isTold()),
    GIVE,
    ...NOT_TOLD,
  );
  expect([(await story.offered(house.neighbour)).size, (await story.offered(house.colleague)).size]).toEqual([ROOMS, 0]);

  // A third is accepted, a third left to who is next, a third not answered.
  const offers = await story.offered(house.neighbour);
  const answers = ['confirmation', 'cancellation'];
  const answering = story.all(
    async (n) => answers[n % 3] && story.acts(house.neighbour, offers.get(n) as string, answers[n % 3] as string, n),
  );
  await story.killing(answering, async () => (await story.offered(house.colleague)).size === ROOMS / 3, GIVE);
  expect([...(await story.offered(house.colleague)).keys()].filter((n) => n % 3 !== 1)).toEqual([]);

  const ended = [...(await Promise.all(holding)).map(({ id }) => id), ...(await story.offered(house.neighbour)).values()];
  ended.push(...(await story.offered(house.colleague)).values());
  await api.leap(at(DAY, '09:55'));
  const coming = story.session.map(({ id }, n) => n % 2 === 0 && story.acts(house.member, id, 'check-in', n));
  const hasEnded = async () =>
    (await story.logged('booking.expired', ended)) >= ended.length && (await story.offered(house.colleague)).size === ROOMS / 3;
  await story.killing(
    coming.map(async (one) => one),
    hasEnded,
    'booking.expire',
    GIVE,
  );
  expect([await story.logged('booking.expired', ended), await story.letters('booking-hold-over')]).toEqual([ended.length, ended.length]);
  expect([...(await story.offered(house.colleague)).keys()].filter((n) => n % 3 !== 2)).toEqual([]);

  await api.leap(at(DAY, '10:20'));
  const gone = story.session.flatMap(({ id }, n) => (n % 2 === 1 ? [id] : []));
  await story.killing([], async () => (await story.logged('booking.released', gone)) >= gone.length, 'booking.release-no-shows');
  const states = await api.db.query<{ status: string; came: boolean }[]>(STATES, [house.id, story.session.map(({ id }) => id)]);
  expect(states.map(({ status, came }) => `${status} ${came}`).sort()).toEqual([
    ...Array(8).fill('confirmed true'),
    ...Array(7).fill('no_show false'),
  ]);
  expect([await story.logged('booking.released', gone), await story.letters('booking-no-show', house.member.email)]).toEqual([7, 7]);

  expect(await story.count(CONFIRMED, 'Séance')).toBe(ROOMS);
  expect(await story.count(CONFIRMED, 'Attente')).toBe(ROOMS / 3);
  expect(await story.letters('waitlist-offered')).toBe(ROOMS + (2 * ROOMS) / 3);
  expect(await story.letters('participant-invited')).toBe(ROOMS);
  expect(await api.db.query(SAID_TWICE, [house.id])).toEqual([]);
  for (const wrong of [OVERLAPS, UNKEPT, LOGGED_OTHERWISE]) expect(await api.db.query(wrong, [house.id])).toEqual([{ count: 0 }]);
  const { body } = await api.at(0, house.coordinator).get<Integrity>(house.path('integrity'));
  expect(body).toMatchObject({ overlaps: 0, orphans: 0, log: { brokenAt: null } });
}, 600_000);

const OFFERED = `
  SELECT b.id, r.room_id AS "roomId" FROM booking b JOIN booking_room r ON r.space_id = b.space_id AND r.booking_id = b.id
  WHERE b.space_id = $1 AND b.booked_by = $2 AND b.stage = 'held' AND b.cancelled_at IS NULL AND b.starts_at >= $3`;
const UNCONFIRMED = `FROM booking_confirmation WHERE space_id = $1 AND told_version IS NULL`;
const CONFIRMED = `FROM letter WHERE space_id = $1 AND kind = 'booking-confirmed' AND subject LIKE '%' || $2 || '%'`;
const STATES = `SELECT status, checked_in_at IS NOT NULL AS came FROM occurrence WHERE space_id = $1 AND booking_id = ANY($2)`;
/** Each booking has a title of its own, so that no two letters to one person are alike. */
const SAID_TWICE = `
  SELECT recipient, kind, subject, count(*)::int FROM letter WHERE space_id = $1 AND kind <> 'waitlist-offered' GROUP BY 1, 2, 3 HAVING count(*) > 1`;
