import * as fc from 'fast-check';
import type { DataSource } from 'typeorm';
import type { House } from './house.fixture';

export type RoomName = 'a' | 'b' | 'hall' | 'chapel';
/** What rooms take: the hall is A and B; the chapel wants approval, and several may ask for it at once. */
const UNITS: Record<RoomName, string[]> = { a: ['a'], b: ['b'], hall: ['a', 'b'], chapel: ['chapel'] };
export type Slot = { room: RoomName; day: number; from: number; hours: number };
export type State = 'confirmed' | 'held' | 'requested' | 'cancelled' | 'declined' | 'expired' | 'no_show';
export type Modelled = Slot & { id: string; state: State };
export type Act =
  | { do: 'book' | 'hold'; slot: Slot; which?: never }
  | { do: 'move'; which: number; slot: Slot }
  | { do: 'cancel' | 'confirm' | 'accept' | 'decline'; which: number };
export type Asking = Extract<Act, { slot: Slot; which?: never }>;
export type Changing = Extract<Act, { which: number }>;
export const isAsking = (act: Act): act is Asking => !('which' in act);

/** Acts on some days from 16 March, four in ten of them bookings. `which` counts the bookings there are, around. */
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

/** Whether two slots want one unit at one time, or with fewer hours between them than that. */
export const meets = (one: Slot, other: Slot, between = 0): boolean =>
  one.day === other.day &&
  one.from < other.from + other.hours + between &&
  other.from < one.from + one.hours + between &&
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

export const RULES = { holdHours: 48, checkIn: { opensMinutes: 15, releaseMinutes: 15 } };

/** The rooms of a house as acts want them: all may be held and ask who comes, and the chapel is asked for. */
export async function furnish(db: DataSource, house: House): Promise<Rooms> {
  await db.query(`UPDATE room SET rules = $2, check_in_since = 'epoch' WHERE space_id = $1`, [house.id, RULES]);
  const chapel = await house.room({ name: 'Chapelle', rules: { ...RULES, approval: { always: true, blocks: false } } });
  return { a: house.a, b: house.b, hall: house.hall, chapel };
}

/** The wish for a slot of a year; days are counted from the beginning of March. */
export function wishFor({ room, day, from, hours }: Slot, rooms: Rooms, year: number) {
  const date = new Date(Date.UTC(year, 2, day)).toISOString().slice(0, 10);
  const at = (hour: number) => `${date}T${String(hour).padStart(2, '0')}:00`;
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
/** Dates that stand without holding each unit of their room for all of their time, and what is held by none that stands. */
export const UNKEPT = `
  SELECT count(*)::int AS count FROM (
    SELECT o.id, u.unit_id, o.starts_at, coalesce(o.released_at, o.ends_at) AS ends_at FROM booking b JOIN occurrence o ON o.space_id = b.space_id AND o.booking_id = b.id
      JOIN booking_room r ON r.space_id = b.space_id AND r.booking_id = b.id JOIN room_unit u ON u.space_id = b.space_id AND u.room_id = r.room_id
    WHERE b.space_id = $1 AND b.cancelled_at IS NULL AND b.stage IN ('confirmed', 'held')
  ) standing FULL JOIN (SELECT occurrence_id, unit_id, starts_at, ends_at, during FROM allocation WHERE space_id = $1 AND blocking) held
    ON held.occurrence_id = standing.id AND held.unit_id = standing.unit_id AND held.starts_at = standing.starts_at AND held.ends_at = standing.ends_at
      AND held.during @> tstzrange(standing.starts_at, standing.ends_at)
  WHERE held.unit_id IS NULL OR standing.unit_id IS NULL`;

/** Bookings that were made or changed otherwise than stands in the log: each entry is a version, and one of them made it. */
export const LOGGED_OTHERWISE = `
  SELECT count(*)::int AS count FROM booking b CROSS JOIN LATERAL (
    SELECT count(*) AS entries, count(*) FILTER (WHERE l.kind IN ('booking.created', 'booking.held', 'booking.requested')) AS made
    FROM log l WHERE l.entity_id = b.id AND l.kind <> 'booking.checked-in') l
  WHERE b.space_id = $1 AND (l.made <> 1 OR l.entries <> b.version)`;

type Place = { house: House; rooms: Rooms; year: number };
/** Bookings as the database has them; all of the house unless some are named. */
export async function read(db: DataSource, { house, rooms, year }: Place, ids: string[] | null = null): Promise<Modelled[]> {
  const nameOf = new Map(Object.entries(rooms).map(([name, id]) => [id, name as RoomName]));
  const rows: (Modelled & { roomId: string })[] = await db.query(BOOKINGS, [house.id, ids, year]);
  return rows.map(({ roomId, ...row }) => ({ ...row, room: nameOf.get(roomId) as RoomName }));
}

const BOOKINGS = `
  SELECT b.id, CASE WHEN b.cancelled_at IS NOT NULL THEN 'cancelled' WHEN o.status = 'no_show' THEN 'no_show' ELSE b.stage END AS state, r.room_id AS "roomId",
    (o.starts_at AT TIME ZONE b.zone)::date - make_date($3, 3, 1) + 1 AS day, extract(hour FROM o.starts_at AT TIME ZONE b.zone)::int AS "from",
    (extract(epoch FROM o.ends_at - o.starts_at) / 3600)::int AS hours
  FROM booking b JOIN occurrence o ON o.space_id = $1 AND o.booking_id = b.id JOIN booking_room r ON r.space_id = $1 AND r.booking_id = b.id
  WHERE b.space_id = $1 AND ($2::uuid[] IS NULL OR b.id = ANY($2))`;
