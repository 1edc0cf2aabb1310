import * as fc from 'fast-check';
import type { Booking } from '@bota/booking/domain';
import { useApi } from './api.fixture';
import { ask } from './booking.fixture';
import { edit } from './edit.fixture';
import type { House } from './house.fixture';

const api = useApi();
beforeEach(() => api.setNow('2026-03-01T08:00:00Z'));

type RoomName = 'a' | 'b' | 'hall' | 'chapel';
/** What rooms take: the hall is A and B; the chapel wants approval, and several may ask for it at once. */
const UNITS: Record<RoomName, string[]> = { a: ['a'], b: ['b'], hall: ['a', 'b'], chapel: ['chapel'] };
type Slot = { room: RoomName; from: number; hours: number };
type State = 'confirmed' | 'held' | 'requested' | 'cancelled' | 'declined';
type Modelled = Slot & { id: string; state: State };
type Act =
  | { do: 'book' | 'hold'; slot: Slot }
  | { do: 'move'; which: number; slot: Slot }
  | { do: 'cancel' | 'confirm' | 'accept' | 'decline'; which: number };

const slot = fc.record({
  room: fc.constantFrom<RoomName>('a', 'b', 'hall', 'chapel'),
  from: fc.integer({ min: 8, max: 13 }),
  hours: fc.integer({ min: 1, max: 3 }),
});
const which = fc.nat(20);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('book' as const, 'hold' as const), slot }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), which, slot }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('cancel' as const, 'confirm' as const, 'accept' as const, 'decline' as const), which }),
  },
);

/** The house in a few lines: who has which hour of which unit. */
class Model {
  readonly bookings: Modelled[] = [];

  private meets = (one: Slot, other: Slot): boolean =>
    one.from < other.from + other.hours &&
    other.from < one.from + one.hours &&
    UNITS[one.room].some((unit) => UNITS[other.room].includes(unit));

  isFree = (slot: Slot, but?: Modelled): boolean =>
    this.bookings.every((one) => one === but || !(one.state === 'confirmed' || one.state === 'held') || !this.meets(one, slot));

  rivalsOf = (won: Modelled): Modelled[] => this.bookings.filter((one) => one !== won && one.state === 'requested' && this.meets(one, won));
}

const times = ({ from, hours }: Slot) => ({ start: `2026-03-16T${clock(from)}`, end: `2026-03-16T${clock(from + hours)}` });
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** Does one act to the house and to the model; both must answer alike. */
async function act_(house: House, rooms: Record<RoomName, string>, model: Model, one: Act): Promise<void> {
  if ('slot' in one && one.do !== 'move') {
    const wish = { roomIds: [rooms[one.slot.room]], ...times(one.slot), ...(one.do === 'hold' && { holdUntil: '2026-03-02T12:00' }) };
    const { status, body } = await ask<Booking>(house, wish);
    expect([one, status]).toEqual([one, model.isFree(one.slot) ? 201 : 409]);
    const state = one.do === 'hold' ? 'held' : one.slot.room === 'chapel' ? 'requested' : 'confirmed';
    if (status === 201) model.bookings.push({ ...one.slot, id: body.id, state });
    return;
  }
  const known = model.bookings[one.which % Math.max(1, model.bookings.length)];
  if (!known) return;
  const post = (path: string, body: object = {}, who = house.coordinator) => who.post(house.path(`bookings/${known.id}/${path}`), body);
  const isOpen = known.state !== 'cancelled' && known.state !== 'declined';
  if (one.do === 'cancel') {
    expect((await post('cancellation')).status).toBe(isOpen ? 200 : 409);
    if (isOpen) known.state = 'cancelled';
  } else if (one.do === 'confirm') {
    expect((await post('confirmation')).status).toBe(known.state === 'held' ? 200 : 409);
    if (known.state === 'held') known.state = 'confirmed';
  } else if (one.do === 'move') {
    const isDone = known.state === 'confirmed' && model.isFree(one.slot, known);
    const wish = { roomIds: [rooms[one.slot.room]], ...times(one.slot) };
    expect((await edit(house, known, wish, house.coordinator)).status).toBe(isDone ? 200 : 409);
    if (isDone) Object.assign(known, one.slot);
  } else {
    const isDone = known.state === 'requested' && (one.do === 'decline' || model.isFree(known));
    expect((await post('decision', { verdict: one.do })).status).toBe(isDone ? 200 : 409);
    if (!isDone) return;
    known.state = one.do === 'accept' ? 'confirmed' : 'declined';
    if (one.do === 'accept') for (const rival of model.rivalsOf(known)) rival.state = 'declined';
  }
}

const OVERLAPS = `
  SELECT count(*)::int AS count FROM allocation a JOIN allocation b ON b.space_id = a.space_id AND b.unit_id = a.unit_id
    AND b.occurrence_id > a.occurrence_id AND a.during && b.during
  WHERE a.space_id = $1 AND a.blocking AND b.blocking`;
const STATES = `SELECT id, CASE WHEN cancelled_at IS NOT NULL THEN 'cancelled' ELSE stage END AS state FROM booking WHERE space_id = $1`;

it('whatever is booked, held, asked for, decided, moved and cancelled in whatever order, the house says what a simple model says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 30 }), async (acts) => {
      const house = await api.house();
      const rules = { holdHours: 48, approval: { always: true, blocks: false } };
      await api.db.query(`UPDATE room SET rules = '{"holdHours": 48}' WHERE space_id = $1`, [house.id]);
      const chapel = await house.room({ name: 'Chapelle', rules });
      const model = new Model();
      for (const one of acts) await act_(house, { a: house.a, b: house.b, hall: house.hall, chapel }, model, one);
      const states: { id: string; state: State }[] = await api.db.query(STATES, [house.id]);
      expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(new Map(model.bookings.map(({ id, state }) => [id, state])));
      expect(await api.db.query(OVERLAPS, [house.id])).toEqual([{ count: 0 }]);
    }),
    { numRuns: 25 },
  );
}, 180_000);
