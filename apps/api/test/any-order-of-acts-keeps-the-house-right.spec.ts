import * as fc from 'fast-check';
import { Expiry, FreedRooms, NoShows } from '@bota/booking/api';
import type { Booking, WaitlistList } from '@bota/booking/domain';
import { type Act, LOGGED_OTHERWISE, OVERLAPS, RULES, type RoomName, type Rooms, type Slot, UNKEPT } from './acts.fixture';
import { actsOn, change, furnish, isAsking, read, wishFor } from './acts.fixture';
import { useApi } from './api.fixture';
import { ask } from './booking.fixture';
import { checkIn, reinstate } from './check-in.fixture';
import type { House } from './house.fixture';
import { type Known, Model, QUOTA_HOURS, type Whose, become } from './model.fixture';
import { quota } from './quota.fixture';
import { wait } from './waitlist.fixture';

const api = useApi();
const [YEAR, DAY, HOUR] = [2026, 16, 3_600_000];
const NOW = Date.parse('2026-03-01T08:00:00Z');
/** Nothing goes on until the day itself. */
const LATEST = Date.parse('2026-03-08T00:00:00Z');
/** In March Brussels is an hour ahead, until the 29th. */
const startOf = ({ day, from }: Slot) => Date.UTC(YEAR, 2, day, from - 1);

type More =
  | { do: 'wait'; slot: Slot; which: number }
  | { do: 'leave'; which: number }
  | { do: 'later'; hours: number }
  | { do: 'jobs' }
  | { do: 'between'; room: Exclude<RoomName, 'chapel'>; hours: number };
/** What the hour brings: who comes, who wants what was released, and whether the coordination gives one back. */
type Hour = { comes: number; wants: RoomName; givesBack: boolean };

const which = fc.nat(20);
const whose = fc.constantFrom<Whose>('racines', 'voisins');
const base = actsOn(1);
const slots = base.filter(isAsking).map(({ slot }) => slot);
const more: fc.Arbitrary<More> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), slot: slots, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('later' as const), hours: fc.constantFrom(6, 20) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('jobs' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('between' as const), room: fc.constantFrom('a' as const, 'b', 'hall'), hours: fc.nat(1) }),
  },
);
const moves = base.filter((act) => act.do === 'move');
const acts = fc.record({
  act: fc.oneof({ weight: 5, arbitrary: base }, { weight: 1, arbitrary: moves }, { weight: 4, arbitrary: more }),
  whose,
});
const hours = fc.record<Hour>({ comes: fc.nat(3), wants: fc.constantFrom('a', 'b', 'hall', 'chapel'), givesBack: fc.boolean() });

/** How often what was asked was done. */
const did = new Map<string, number>();
const count = (what: string) => did.set(what, (did.get(what) ?? 0) + 1);

/** A house and its model, to which the same is done; both must answer alike. */
class Twin {
  readonly model = new Model(NOW, startOf);

  constructor(
    private readonly house: House,
    private readonly rooms: Rooms,
  ) {}

  async does(act: Act | More, by: Whose): Promise<void> {
    this.passes(this.model.now + 1000);
    if (act.do === 'wait') return this.wait(act.which % 4 === 0 ? act.slot : (this.pick(act.which, this.model.takes) ?? act.slot), by);
    if (act.do === 'leave') return this.leave(act.which);
    if (act.do === 'later') return this.passes(Math.min(this.model.now + act.hours * HOUR, LATEST));
    if (act.do === 'jobs') return this.jobs();
    if (act.do === 'between') return this.between(act.room, act.hours);
    return isAsking(act) ? this.ask(act.do, act.slot, by) : this.change(act);
  }

  passes(now: number): void {
    this.model.now = now;
    api.setNow(new Date(now).toISOString());
  }

  /** Mostly one of those with whom something can be done. */
  private pick(which: number, can: (one: Known) => boolean): Known | undefined {
    const { bookings } = this.model;
    const able = which % 5 === 0 ? bookings : bookings.filter(can);
    return able[which % Math.max(1, able.length)];
  }

  private wish = (slot: Slot, by: Whose) => ({ ...wishFor(slot, this.rooms, YEAR), organisationId: this.house[by] });
  private who = (by: Whose) => (by === 'racines' ? this.house.member : this.house.neighbour);
  private said(what: string, status: number, [yes, no]: [number, number], may: boolean, ...about: unknown[]): boolean {
    expect([what, ...about, status]).toEqual([what, ...about, may ? yes : no]);
    if (may) count(what);
    return may;
  }

  async ask(how: 'book' | 'hold', slot: Slot, by: Whose): Promise<void> {
    const until = this.model.now + 24 * HOUR;
    const wish = { ...this.wish(slot, by), ...(how === 'hold' && { holdUntil: new Date(until).toISOString() }) };
    const { status, body } = await ask<Booking>(this.house, wish, this.who(by));
    if (this.said(how, status, [201, 409], this.model.mayBook(slot, by), slot, by))
      this.model.book(body.id, how, slot, by, how === 'hold' ? until : undefined);
  }

  private async change(act: Extract<Act, { which: number }>): Promise<void> {
    const known = this.pick(act.which, (one) => this.model.may(one, act));
    if (!known) return;
    const { status } = await change(this.house, known, act, { rooms: this.rooms, year: YEAR, who: this.house.coordinator });
    // A hold that is over is given back or is gone already, as somebody met it or not.
    if (act.do === 'cancel' && this.model.isOver(known)) become(known, { state: status === 200 ? 'cancelled' : 'expired' });
    else if (this.said(act.do, status, [200, 409], this.model.may(known, act), act, { ...known })) this.model.does(known, act);
  }

  private async wait({ room, day, from, hours }: Slot, by: Whose): Promise<void> {
    const slot = { room, day, from, hours };
    const { status, body } = await wait(this.house, this.wish(slot, by), this.who(by));
    if (this.said('wait', status, [201, 409], this.model.mayWait(slot, by), slot, by))
      this.model.entries.push({ id: body.id, slot, whose: by, isWaiting: true });
  }

  private async leave(which: number): Promise<void> {
    const entry = this.model.entries[which % Math.max(1, this.model.entries.length)];
    if (!entry) return;
    const { status } = await this.who(entry.whose).delete(this.house.path(`waitlist/${entry.id}`));
    if (this.said('leave', status, [204, 404], entry.isWaiting, entry)) entry.isWaiting = false;
  }

  private async between(room: Exclude<RoomName, 'chapel'>, hours: number): Promise<void> {
    const rules = { ...RULES, bufferMinutes: 60 * hours };
    const { status } = await this.house.coordinator.patch(this.house.path(`rooms/${this.rooms[room]}`), { rules });
    this.said('between', status, [200, 409], true);
    this.model.between[room] = hours;
  }

  /** What is done by itself, twice at once, as by two processes. */
  async jobs(): Promise<void> {
    const [expiry, noShows, freed] = [api.app.get(Expiry), api.app.get(NoShows), api.app.get(FreedRooms)];
    await Promise.all([expiry.expire(), expiry.expire()]);
    await Promise.all([noShows.release(), noShows.release()]);
    await Promise.all([freed.give(this.house.id), freed.give(this.house.id)]);
    this.model.expire();
    this.model.release().forEach(() => count('no-show'));
    const lists = [this.house.member, this.house.neighbour].map((who) => who.get<WaitlistList>(this.house.path('waitlist')));
    const listed = (await Promise.all(lists)).flatMap(({ body }) => body.items);
    for (const { entry, known } of this.model.serve()) {
      const offer = listed.find(({ id }) => id === entry.id)?.offer;
      expect([entry, offer && Date.parse(offer.until)]).toEqual([entry, known.until]);
      known.id = offer?.bookingId ?? '';
      count('served');
    }
    const waiting = listed.filter(({ offer }) => !offer).map(({ id }) => id);
    expect(waiting.sort()).toEqual(
      this.model.entries
        .filter(({ isWaiting }) => isWaiting)
        .map(({ id }) => id)
        .sort(),
    );
  }

  /** An hour of the day itself: ten minutes before it some come, a quarter after it begins what nobody came to is free. */
  async lives(hour: number, { comes, wants, givesBack }: Hour): Promise<void> {
    this.passes(startOf({ day: DAY, from: hour } as Slot) - HOUR / 6);
    const beginning = this.model.bookings.filter((one) => one.state === 'confirmed' && one.from === hour);
    for (const [place, known] of beginning.entries()) {
      if ((comes >> (place % 2)) % 2 === 0) continue;
      known.came = this.said('come', (await checkIn(this.house, known, this.house.coordinator)).status, [200, 409], true, known);
    }
    this.passes(startOf({ day: DAY, from: hour } as Slot) + HOUR / 3);
    await this.jobs();
    await this.ask('book', { room: wants, day: DAY, from: hour + 1, hours: 1 }, 'voisins');
    const gone = this.model.bookings.find((one) => one.state === 'no_show' && this.model.endOf(one) > this.model.now);
    if (!gone || !givesBack) return;
    const { status } = await reinstate(this.house, gone);
    if (!this.said('give back', status, [200, 409], this.model.isFree(gone, gone), { ...gone })) return;
    become(gone, { state: 'confirmed', came: true, kept: undefined, between: this.model.betweenIn(gone.room) });
  }

  async compare(): Promise<void> {
    const found = await read(api.db, { house: this.house, rooms: this.rooms, year: YEAR });
    const known = this.model.bookings.map(({ id, room, day, from, hours, state }) => ({ id, room, day, from, hours, state }));
    const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id);
    expect(found.toSorted(byId)).toEqual(known.toSorted(byId));
    const versions = await api.db.query('SELECT id, version FROM booking WHERE space_id = $1 ORDER BY id', [this.house.id]);
    expect(versions).toEqual(this.model.bookings.map(({ id, version }) => ({ id, version })).toSorted(byId));
    for (const wrong of [OVERLAPS, UNKEPT, LOGGED_OTHERWISE])
      expect([wrong, await api.db.query(wrong, [this.house.id])]).toEqual([wrong, [{ count: 0 }]]);
  }
}

it('whatever is booked, held, waited for, decided, moved and cancelled in whatever order, and whoever comes, the house says what a simple model says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(acts, { minLength: 15, maxLength: 40 }),
      fc.array(hours, { minLength: 8, maxLength: 8 }),
      async (all, day) => {
        api.setNow(new Date(NOW).toISOString());
        const house = await api.house();
        const rooms = await furnish(api.db, house);
        await quota(house, { per: 'week', limit: QUOTA_HOURS * 60 });
        const twin = new Twin(house, rooms);
        for (const { act, whose: by } of all) await twin.does(act, by);
        await twin.jobs();
        await twin.compare();
        for (const [place, hour] of day.entries()) await twin.lives(8 + place, hour);
        await twin.compare();
      },
    ),
    { numRuns: 20, interruptAfterTimeLimit: 240_000, markInterruptAsFailure: true },
  );
  const least = { book: 30, hold: 4, move: 8, between: 8, wait: 6, served: 2, come: 8, 'no-show': 8, 'give back': 4 };
  expect(Object.entries(least).filter(([what, times]) => (did.get(what) ?? 0) < times)).toEqual([]);
}, 300_000);
