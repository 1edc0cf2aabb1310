import type { CalendarItem } from '@bota/booking/domain';
import { readTime } from '@bota/shared/domain';
import type { Closure, Floor, Room } from '@bota/spaces/domain';
import type { House, Span } from './availability';

export const ZONE = 'Europe/Brussels';
/** Tuesday 24 November 2026, a day of the house in winter time. */
export const DAY = '2026-11-24';

/** `14:00` on the day, or a whole wall time. */
export const at = (time: string): Date => readTime(time.length > 5 ? time : `${DAY}T${time}`, ZONE).instant;
export const span = (start: string, end: string): Span => ({ start: at(start), end: at(end) });

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const FLOORS: Floor[] = [
  { id: id(901), level: 0, name: { fr: 'Rez-de-chaussée', nl: 'Gelijkvloers', en: 'Ground floor' } },
  { id: id(902), level: 1, name: { fr: 'Premier étage', nl: 'Eerste verdieping', en: 'First floor' } },
];

export function room(n: number, name: string, more: Partial<Room> = {}): Room {
  return {
    id: id(n),
    slug: name.toLowerCase().replaceAll(' ', '-'),
    name,
    floorId: id(901),
    bookable: true,
    capacity: 12,
    desks: null,
    areaM2: 40,
    features: [],
    layout: 'table',
    description: { fr: `${name}, claire et calme.` },
    partIds: [],
    unitIds: [id(n)],
    rules: {},
    outline: null,
    ...more,
  };
}

const week = (open: string, close: string) =>
  Array.from({ length: 7 }, (_, day): [string, string] | null => (day === 6 ? null : [open, close]));
/** Open 8:00–21:00, closed on Sunday. */
export const HOURS = week('08:00', '21:00');

export const salleA = room(1, 'Salle A', { capacity: 40, features: ['screen', 'step-free'], rules: { hours: HOURS } });
export const salleB = room(2, 'Salle B', { capacity: 40, features: ['piano', 'step-free'], rules: { hours: HOURS, bufferMinutes: 15 } });
export const hall = room(3, 'Grande salle', {
  capacity: 80,
  partIds: [salleA.id, salleB.id],
  unitIds: [salleA.id, salleB.id],
  rules: { hours: HOURS },
});
export const marronnier = room(4, 'Salle Marronnier', {
  floorId: id(902),
  capacity: 16,
  features: ['screen'],
  rules: { hours: HOURS, minMinutes: 30, maxMinutes: 240 },
});
export const cabine = room(5, 'Cabine', { capacity: 2 });

let bookings = 100;
export function booked(rooms: Room | readonly Room[], start: string, end: string, more: Partial<CalendarItem> = {}): CalendarItem {
  const n = (bookings += 1);
  return {
    occurrenceId: id(n),
    bookingId: id(n + 10_000),
    roomIds: [rooms].flat().map((one) => one.id),
    start: at(start).toISOString(),
    end: at(end).toISOString(),
    status: 'confirmed',
    visibility: 'residents',
    title: 'Réunion',
    organisationId: id(501),
    recurring: false,
    mine: false,
    may: { edit: false, cancel: false, checkIn: false },
    ...more,
  };
}

export const closed = (start: string, end: string, more: Partial<Closure> = {}): Closure => ({
  id: id(801),
  roomId: null,
  unitIds: [],
  start: at(start).toISOString(),
  end: at(end).toISOString(),
  reason: { fr: 'Congé' },
  ...more,
});

export const house = (items: CalendarItem[] = [], more: Partial<House> = {}): House => ({
  rooms: [hall, salleA, salleB, cabine, marronnier],
  items,
  closures: [],
  zone: ZONE,
  ...more,
});
