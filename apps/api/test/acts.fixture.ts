import * as fc from 'fast-check';
import type { DataSource } from 'typeorm';
import type { House } from './house.fixture';

export type RoomName = 'a' | 'b' | 'hall' | 'chapel';
/** What rooms take: the hall is A and B; the chapel wants approval, and several may ask for it at once. */
const UNITS: Record<RoomName, string[]> = { a: ['a'], b: ['b'], hall: ['a', 'b'], chapel: ['chapel'] };
export type Slot = { room: RoomName; day: number; from: number; hours: number };
export type State = 'confirmed' | 'held' | 'requested' | 'cancelled' | 'declined';
export type Modelled = Slot & { id: string; state: State };
export type Act =
  | { do: 'book' | 'hold'; slot: Slot; which?: never }
  | { do: 'move'; which: number; slot: Slot }
  | { do: 'cancel' | 'confirm' | 'accept' | 'decline'; which: number };
export type Asking = Extract<Act, { slot: Slot; which?: never }>;
export type Changing = Extract<Act, { which: number }>;
export const isAsking = (act: Act): act is Asking => !('which' in act);

/** Acts on some days of March, four in ten of them bookings. `which` counts the bookings there are, around. */
export function actsOn(days: number): fc.Arbitrary<Act> {
  const slot = fc.record({
    room: fc.constantFrom<RoomName>('a', 'b', 'hall', 'chapel'),
    day: fc.integer({ min: 16, max: 15 + days }),
    from: fc.integer({ min: 8, max: 13 }),
    hours: fc.integer({ min: 1, max: 3 }),
  });
  const which = fc.nat(20);
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('book' as const, 'hold' as const), slot }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), which, slot }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constantFrom('cancel' as const, 'confirm' as const, 'accept' as const, 'decline' as const), which }),
    },
  );
}

/** Whether two slots want one unit at one time. */
export const meets = (one: Slot, other: Slot): boolean =>
  one.day === other.day &&
  one.from < other.from + other.hours &&
  other.from < one.from + one.hours &&
  UNITS[one.room].some((unit) => UNITS[other.room].includes(unit));

/** What an asked booking is, when the answer is yes. */
export const booked = (id: string, { do: how, slot }: Asking): Modelled => ({
  ...slot,
  id,
  state: how === 'hold' ? 'held' : slot.room === 'chapel' ? 'requested' : 'confirmed',
});

/** What a booking is after an act that was done. */
export function changed(known: Modelled, act: Changing): Modelled {
  if (act.do === 'move') return { ...known, ...act.slot };
  if (act.do === 'cancel') return { ...known, state: 'cancelled' };
  return { ...known, state: act.do === 'decline' ? 'declined' : 'confirmed' };
}

export type Rooms = Record<RoomName, string>;

/** The rooms of a house as acts want them: all may be held, and the chapel is asked for. */
export async function furnish(db: DataSource, house: House): Promise<Rooms> {
  await db.query(`UPDATE room SET rules = '{"holdHours": 48}' WHERE space_id = $1`, [house.id]);
  const chapel = await house.room({ name: 'Chapelle', rules: { holdHours: 48, approval: { always: true, blocks: false } } });
  return { a: house.a, b: house.b, hall: house.hall, chapel };
}

/** The wish for a slot in March of a year. */
export function wishFor({ room, day, from, hours }: Slot, rooms: Rooms, year: number) {
  const at = (hour: number) => `${year}-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00`;
  return { roomIds: [rooms[room]], start: at(from), end: at(from + hours) };
}

/** Asks a house to change a booking. */
export function change(
  house: House,
  known: Modelled,
  act: Changing,
  { rooms, year, who }: { rooms: Rooms; year: number; who: House['member'] },
) {
  const path = house.path(`bookings/${known.id}`);
  if (act.do === 'move') return who.patch(path, wishFor(act.slot, rooms, year));
  if (act.do === 'cancel') return who.post(`${path}/cancellation`, {});
  if (act.do === 'confirm') return who.post(`${path}/confirmation`, {});
  return who.post(`${path}/decision`, { verdict: act.do });
}

/** Pairs of allocations that take one unit at one time. */
export const OVERLAPS = `
  SELECT count(*)::int AS count FROM allocation a JOIN allocation b ON b.space_id = a.space_id AND b.unit_id = a.unit_id
    AND b.occurrence_id > a.occurrence_id AND a.during && b.during
  WHERE a.space_id = $1 AND a.blocking AND b.blocking`;
/** The bookings of a house: what became of each. */
export const STATES = `SELECT id, CASE WHEN cancelled_at IS NOT NULL THEN 'cancelled' ELSE stage END AS state FROM booking WHERE space_id = $1`;
