import * as fc from 'fast-check';
import { type Booking, type BookingDraftInput, type Integrity, type Preview, periodOf } from '@bota/booking/domain';
import { addDays } from '@bota/shared/domain';
import {
  type Act,
  type Asking,
  type Changing,
  LOGGED_OTHERWISE,
  type Modelled,
  OVERLAPS,
  type Rooms,
  type Slot,
  UNKEPT,
} from './acts.fixture';
import { actsOn, booked, change, changed, furnish, isAsking, meets, read, wishFor } from './acts.fixture';
import { draft } from './booking.fixture';
import type { House } from './house.fixture';
import type { Someone } from './people.fixture';
import { useProcesses } from './processes.fixture';
import { quota } from './quota.fixture';

const api = useProcesses();
// The real clock: the processes have no other.
const YEAR = new Date().getFullYear() + 1;
const ACTS = 10_000;
const ACTORS = 10;
const ACTS_PER_KILL = 900;
/** So many that most of what is asked for is free, and few enough that they meet. */
const DAYS = 240;
/** Some book in the first weeks for an organisation that may have so many hours in each, and meet at its limit. */
const LIMITED = 4;
const LIMITED_DAYS = 21;
const QUOTA_HOURS = 20;

type Scene = {
  house: House;
  rooms: Rooms;
  year: number;
  holdUntil: string;
  accepted: Slot[];
  done: number;
  lost: number;
  overQuota: number;
  /** Hours that the limited organisation ever had in a week. */
  most: number;
};
/** How often what was asked was done. */
const did = new Map<Act['do'], number>();

/** One of those who act at once: changes only what they booked themselves, so that the answers tell what becomes of it. */
class Actor {
  readonly bookings: Modelled[] = [];
  /** What was asked and became a booking, by the key it was asked with. */
  readonly asked: { key: string; wish: BookingDraftInput; id: string }[] = [];

  constructor(
    private readonly scene: Scene,
    private readonly name: number,
  ) {}

  get isLimited(): boolean {
    return this.name < LIMITED;
  }

  get who(): Someone {
    return this.isLimited ? this.scene.house.neighbour : this.scene.house.member;
  }

  async does(acts: Act[]): Promise<void> {
    for (const [turn, act] of acts.entries()) {
      const process = (this.name + turn) % 2;
      if (isAsking(act)) await this.ask(this.within(act), `${this.name}-${turn}`, process);
      else if (this.bookings.length > 0) await this.alter(this.pick(act.which), act, process);
      this.scene.done += 1;
    }
  }

  private within(act: Asking): Asking {
    const { slot } = act;
    return this.isLimited ? { ...act, slot: { ...slot, day: 16 + (slot.day % LIMITED_DAYS) } } : act;
  }

  /** One that stands, mostly: of what has ended nothing becomes any more. */
  private pick(which: number): number {
    const standing = [...this.bookings.keys()].filter((index) => !hasEnded(this.bookings[index] as Modelled));
    return which % 10 === 0 || standing.length === 0 ? which % this.bookings.length : (standing[which % standing.length] as number);
  }

  /** Asks again, at the other process, while the answer is lost: one key makes one booking. */
  private async ask(act: Asking, key: string, process: number): Promise<void> {
    const { house, rooms, holdUntil } = this.scene;
    const own = { organisationId: this.isLimited ? house.voisins : house.racines, ...(act.do === 'hold' && { holdUntil }) };
    const wish = draft(house, { ...wishFor(act.slot, rooms, YEAR), ...own });
    const answer = await this.answerOf(process, (at) => post(house, api.at(at, this.who), wish, key));
    if (!answer) {
      await pause(100);
      return this.ask(act, key, 1 - process);
    }
    expect([201, 409]).toContain(answer.status);
    if (answer.text.includes('QUOTA_EXCEEDED')) this.scene.overQuota += 1;
    if (answer.status !== 201) return;
    this.bookings.push(booked(answer.body.id, act));
    this.asked.push({ key, wish, id: answer.body.id });
    count(act);
  }

  /** The same again, long after: the same answer, whatever became of it. */
  async asksAgain(): Promise<void> {
    for (const [turn, { key, wish, id }] of this.asked.filter((_, index) => index % 40 === 0).entries()) {
      const { status, body } = await post(this.scene.house, api.at(turn % 2, this.who), wish, key);
      expect([status, body.id]).toEqual([201, id]);
    }
  }

  /** A change whose answer is lost was made whole or not at all. */
  private async alter(index: number, act: Changing, process: number): Promise<void> {
    const { house, rooms, accepted } = this.scene;
    const known = this.bookings[index] as Modelled;
    const next = changed(known, act);
    const answer = await this.answerOf(process, (at) =>
      change(house, known, act, { rooms, year: YEAR, who: api.at(at, house.coordinator) }),
    );
    if (answer) {
      const isSure = (act.do === 'cancel' && takes(known)) || (act.do === 'confirm' && known.state === 'held');
      expect(isSure ? [200] : [200, 409]).toContain(answer.status);
      this.bookings[index] = answer.status === 200 ? next : known;
      if (answer.status === 200) count(act);
    } else {
      await pause(500);
      const [found] = await read(api.db, this.scene, [known.id]);
      expect([known, next, { ...known, state: 'declined' }]).toContainEqual(found);
      this.bookings[index] = found as Modelled;
    }
    if (act.do === 'accept' && this.bookings[index]?.state === 'confirmed') accepted.push(known);
  }

  /** Undefined when the process was killed over it. Where none listens nothing was heard: the other one is asked. */
  private async answerOf<Answer>(process: number, request: (process: number) => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await request(process);
    } catch (error) {
      if (isUnheard(error)) return pause(5).then(() => this.answerOf(1 - process, request));
      this.scene.lost += 1;
      return undefined;
    }
  }
}

const post = (house: House, who: Someone, wish: BookingDraftInput, key: string) =>
  who.post<Booking>(house.path('bookings'), wish, { headers: { 'idempotency-key': key } });
const isUnheard = (error: unknown): boolean => ((error as Error).cause as { code?: string } | undefined)?.code === 'ECONNREFUSED';
const count = ({ do: what }: Act) => did.set(what, (did.get(what) ?? 0) + 1);
const hasEnded = ({ state }: Modelled): boolean => state === 'cancelled' || state === 'declined';
const takes = ({ state }: Modelled): boolean => state === 'confirmed' || state === 'held';
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

const hoursOf = async ({ house }: Scene): Promise<number[]> =>
  (await api.db.query<{ hours: number }[]>(HOURS, [house.id, house.voisins])).map(({ hours }) => hours);

/** What the house says that an organisation used in each week is what its bookings are, added up. */
async function quotasAreRight({ house }: Scene, bookings: readonly Modelled[]): Promise<void> {
  const mondayOf = ({ day }: Slot) => periodOf('week', addDays(`${YEAR}-03-01`, day - 1));
  for (const [monday, ones] of Map.groupBy(bookings, mondayOf)) {
    const day = { start: `${monday}T20:00`, end: `${monday}T21:00` };
    const wish = draft(house, { ...day, roomIds: [house.studio], organisationId: house.voisins });
    const { body } = await api.at(0, house.neighbour).post<Preview>(house.path('bookings/preview'), wish);
    const hours = ones.filter((one) => !hasEnded(one)).reduce((sum, one) => sum + one.hours, 0);
    expect([monday, body.quotas?.[0]?.used]).toEqual([monday, hours * 60]);
  }
}

/** With nobody else at it, what is free is booked and what is taken is refused. */
async function answersAreRight({ house, rooms }: Scene, slots: readonly Slot[], bookings: readonly Modelled[]): Promise<void> {
  const all = [...bookings];
  for (const [turn, slot] of slots.entries()) {
    const isFree = !all.some((one) => takes(one) && meets(one, slot));
    const act: Asking = { do: 'book', slot };
    const { status, body } = await post(house, api.at(turn % 2, house.member), draft(house, wishFor(slot, rooms, YEAR)), `quiet-${turn}`);
    expect([slot, status]).toEqual([slot, isFree ? 201 : 409]);
    if (isFree) all.push(booked(body.id, act));
  }
}

/** Kills one process after the other while there is something to do, and starts it again; looks at the quota all the while. */
async function killAround(scene: Scene): Promise<number> {
  let kills = 0;
  while (scene.done < ACTS) {
    if (scene.done > (kills + 1) * ACTS_PER_KILL) {
      api.kill(kills % 2);
      await api.revive(kills % 2);
      kills += 1;
    }
    scene.most = Math.max(scene.most, ...(await hoursOf(scene)));
    await pause(150);
  }
  return kills;
}

it('ten thousand acts at two processes that are killed now and then leave what was answered, whole, and no overlap', async () => {
  const house = await api.house();
  const holdUntil = new Date(Date.now() + 40 * 3_600_000).toISOString();
  const scene: Scene = {
    house,
    rooms: await furnish(api.db, house),
    year: YEAR,
    holdUntil,
    accepted: [],
    done: 0,
    lost: 0,
    overQuota: 0,
    most: 0,
  };
  await quota(house, { per: 'week', limit: QUOTA_HOURS * 60, exceptions: [{ organisationId: house.racines, limit: null }] });
  const actors = Array.from({ length: ACTORS }, (_, name) => new Actor(scene, name));
  const [acts = []] = fc.sample(fc.array(fc.noBias(actsOn(DAYS)), { minLength: ACTS, maxLength: ACTS, size: 'max' }), { numRuns: 1 });
  const each = ACTS / ACTORS;
  const [kills] = await Promise.all([killAround(scene), ...actors.map((actor, n) => actor.does(acts.slice(n * each, (n + 1) * each)))]);

  expect(kills).toBeGreaterThan(5);
  expect(scene.lost).toBeGreaterThan(0);
  // What is refused leaves nothing to be wrong about: enough of all of it was done.
  const least = { book: 300, hold: 300, move: 100, cancel: 300, confirm: 50, accept: 10, decline: 10 };
  expect(Object.entries(least).filter(([what, times]) => (did.get(what as Act['do']) ?? 0) < times)).toEqual([]);
  const told = actors.flatMap(({ bookings }) => bookings);
  const found = new Map((await read(api.db, scene)).map((one) => [one.id, one]));
  expect(found.size).toBe(told.length);
  const expected = told.map((one) => {
    const isRefused = one.state === 'requested' && scene.accepted.some((slot) => meets(slot, one)); // another was accepted in its place
    return isRefused && found.get(one.id)?.state === 'declined' ? { ...one, state: 'declined' } : one;
  });
  expect(told.map(({ id }) => found.get(id))).toEqual(expected);
  await Promise.all(actors.map((actor) => actor.asksAgain()));
  const limited = actors.filter(({ isLimited }) => isLimited).flatMap(({ bookings }) => bookings);
  await quotasAreRight(
    scene,
    limited.map(({ id }) => found.get(id) as Modelled),
  );
  for (const wrong of [OVERLAPS, UNKEPT, LOGGED_OTHERWISE]) expect(await api.db.query(wrong, [house.id])).toEqual([{ count: 0 }]);
  expect([scene.overQuota > 100, scene.most, Math.max(...(await hoursOf(scene))) <= QUOTA_HOURS]).toEqual([true, QUOTA_HOURS, true]);
  const { body } = await api.at(0, house.coordinator).get<Integrity>(house.path('integrity'));
  expect(body).toMatchObject({ overlaps: 0, orphans: 0, log: { brokenAt: null } });
  const slots = acts.filter(isAsking).slice(0, 60);
  await answersAreRight(
    scene,
    slots.map(({ slot }) => slot),
    [...found.values()],
  );
}, 600_000);

/** Hours of an organisation, by week. */
const HOURS = `
  SELECT (sum(extract(epoch FROM o.ends_at - o.starts_at)) / 3600)::int AS hours
  FROM booking b JOIN occurrence o ON o.space_id = b.space_id AND o.booking_id = b.id AND o.status IN ('confirmed', 'requested')
  WHERE b.space_id = $1 AND b.organisation_id = $2 GROUP BY date_trunc('week', o.starts_at AT TIME ZONE b.zone)`;
