import * as fc from 'fast-check';
import type { Booking, Integrity } from '@bota/booking/domain';
import { type Act, type Asking, type Changing, type Modelled, OVERLAPS, type RoomName, type Rooms, type Slot } from './acts.fixture';
import { actsOn, booked, change, changed, furnish, isAsking, meets, wishFor } from './acts.fixture';
import { draft } from './booking.fixture';
import type { House } from './house.fixture';
import { useProcesses } from './processes.fixture';

const api = useProcesses();
// The real clock: the processes have no other.
const YEAR = new Date().getFullYear() + 1;
const ACTS = 10_000;
const ACTORS = 10;
const ACTS_PER_KILL = 900;

type Scene = { house: House; rooms: Rooms; holdUntil: string; accepted: Slot[]; done: number; lost: number };

/** One of those who act at once: changes only what they booked themselves, so that the answers tell what becomes of it. */
class Actor {
  readonly bookings: Modelled[] = [];

  constructor(
    private readonly scene: Scene,
    private readonly name: number,
  ) {}

  async does(acts: Act[]): Promise<void> {
    for (const [turn, act] of acts.entries()) {
      const process = (this.name + turn) % 2;
      if (isAsking(act)) await this.ask(act, `${this.name}-${turn}`, process);
      else if (this.bookings.length > 0) await this.alter(act.which % this.bookings.length, act, process);
      this.scene.done += 1;
    }
  }

  /** Asks again, at the other process, while the answer is lost: one key makes one booking. */
  private async ask(act: Asking, key: string, process: number): Promise<void> {
    const { house, rooms, holdUntil } = this.scene;
    const wish = draft(house, { ...wishFor(act.slot, rooms, YEAR), ...(act.do === 'hold' && { holdUntil }) });
    const who = api.at(process, house.member);
    const answer = await who.post<Booking>(house.path('bookings'), wish, { headers: { 'idempotency-key': key } }).catch(this.noAnswer);
    if (!answer) {
      await pause(100);
      return this.ask(act, key, 1 - process);
    }
    expect([201, 409]).toContain(answer.status);
    if (answer.status === 201) this.bookings.push(booked(answer.body.id, act));
  }

  /** A change whose answer is lost was made whole or not at all. */
  private async alter(index: number, act: Changing, process: number): Promise<void> {
    const { house, rooms, accepted } = this.scene;
    const known = this.bookings[index] as Modelled;
    const next = changed(known, act);
    const answer = await change(house, known, act, { rooms, year: YEAR, who: api.at(process, house.coordinator) }).catch(this.noAnswer);
    if (answer) {
      const isSure = (act.do === 'cancel' && takes(known)) || (act.do === 'confirm' && known.state === 'held');
      expect(isSure ? [200] : [200, 409]).toContain(answer.status);
      this.bookings[index] = answer.status === 200 ? next : known;
    } else {
      await pause(500);
      const [found] = await read(this.scene, [known.id]);
      expect([known, next, { ...known, state: 'declined' }]).toContainEqual(found);
      this.bookings[index] = found as Modelled;
    }
    if (act.do === 'accept' && this.bookings[index]?.state === 'confirmed') accepted.push(known);
  }

  private readonly noAnswer = (): undefined => void (this.scene.lost += 1);
}

const takes = ({ state }: Modelled): boolean => state === 'confirmed' || state === 'held';
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Bookings as the database has them; all of the house unless some are named. */
async function read({ house, rooms }: Scene, ids: string[] | null = null): Promise<Modelled[]> {
  const nameOf = new Map(Object.entries(rooms).map(([name, id]) => [id, name as RoomName]));
  const rows: (Modelled & { roomId: string })[] = await api.db.query(BOOKINGS, [house.id, ids]);
  return rows.map(({ roomId, ...row }) => ({ ...row, room: nameOf.get(roomId) as RoomName }));
}

/** Kills one process after the other while there is something to do, and starts it again. */
async function killAround(scene: Scene): Promise<number> {
  let kills = 0;
  while (scene.done < ACTS) {
    if (scene.done > (kills + 1) * ACTS_PER_KILL) {
      api.kill(kills % 2);
      await api.revive(kills % 2);
      kills += 1;
    }
    await pause(20);
  }
  return kills;
}

it('ten thousand acts at two processes that are killed now and then leave what was answered, whole, and no overlap', async () => {
  const house = await api.house();
  const holdUntil = new Date(Date.now() + 40 * 3_600_000).toISOString();
  const scene: Scene = { house, rooms: await furnish(api.db, house), holdUntil, accepted: [], done: 0, lost: 0 };
  const actors = Array.from({ length: ACTORS }, (_, name) => new Actor(scene, name));
  const [acts = []] = fc.sample(fc.array(actsOn(15), { minLength: ACTS, maxLength: ACTS, size: 'max' }), { numRuns: 1 });
  const each = ACTS / ACTORS;
  const [kills] = await Promise.all([killAround(scene), ...actors.map((actor, n) => actor.does(acts.slice(n * each, (n + 1) * each)))]);

  expect(kills).toBeGreaterThan(5);
  expect(scene.lost).toBeGreaterThan(0);
  const told = actors.flatMap(({ bookings }) => bookings);
  const found = new Map((await read(scene)).map((one) => [one.id, one]));
  expect(found.size).toBe(told.length);
  const expected = told.map((one) => {
    const isRefused = one.state === 'requested' && scene.accepted.some((slot) => meets(slot, one)); // another was accepted in its place
    return isRefused && found.get(one.id)?.state === 'declined' ? { ...one, state: 'declined' } : one;
  });
  expect(told.map(({ id }) => found.get(id))).toEqual(expected);
  expect(await api.db.query(OVERLAPS, [house.id])).toEqual([{ count: 0 }]);
  const { body } = await api.at(0, house.coordinator).get<Integrity>(house.path('integrity'));
  expect(body).toMatchObject({ overlaps: 0, orphans: 0, log: { brokenAt: null } });
}, 600_000);

const BOOKINGS = `
  SELECT b.id, CASE WHEN b.cancelled_at IS NOT NULL THEN 'cancelled' ELSE b.stage END AS state, r.room_id AS "roomId",
    extract(day FROM o.starts_at AT TIME ZONE b.zone)::int AS day, extract(hour FROM o.starts_at AT TIME ZONE b.zone)::int AS "from",
    (extract(epoch FROM o.ends_at - o.starts_at) / 3600)::int AS hours
  FROM booking b JOIN occurrence o ON o.space_id = $1 AND o.booking_id = b.id JOIN booking_room r ON r.space_id = $1 AND r.booking_id = b.id
  WHERE b.space_id = $1 AND ($2::uuid[] IS NULL OR b.id = ANY($2))`;
