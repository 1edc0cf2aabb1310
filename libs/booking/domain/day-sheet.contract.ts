import * as z from 'zod';
import { Id, Instant, Language, LocalDate, LocalizedText } from '@bota/shared/domain';
import { Feature, Layout } from '@bota/spaces/domain';
import { OccurrenceStatus } from './booking.contract';

/** One booking of the day as whoever keeps the house needs it; the rooms are taken from `takenFrom` to `takenUntil`. */
export const DayEntry = z.object({
  occurrenceId: Id,
  bookingId: Id,
  start: Instant,
  end: Instant,
  takenFrom: Instant,
  takenUntil: Instant,
  status: OccurrenceStatus,
  title: z.string(),
  organisationId: Id,
  organisation: z.string(),
  attendees: z.number().int().nullable(),
  /** How the room is to stand; null: as it usually does. */
  layout: Layout,
  /** How it stood before, when it has to be changed for this one. */
  layoutBefore: Layout.nullable(),
  setUpMinutes: z.number().int(),
  tearDownMinutes: z.number().int(),
  /** Who booked, or the neighbour for whom it is; an erased person has no name, and then no address. Only neighbours leave a number. */
  contact: z.object({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() }),
  /** Keys and badges that the organisation or who booked holds: `B-001`. */
  keys: z.array(z.string()),
  /** What who booked wrote about it. */
  note: z.string(),
});
export type DayEntry = z.infer<typeof DayEntry>;

/** Who is in the house first, or last: at what moment, of which bookings. */
export const DayEnd = z.object({
  at: Instant,
  entries: z.array(DayEntry.pick({ occurrenceId: true, organisation: true, keys: true, contact: true })),
});
export type DayEnd = z.infer<typeof DayEnd>;

/** GET /api/spaces/:space/day-sheets/:date (coordinators): what the day needs, room by room. */
export const DaySheet = z
  .object({
    date: LocalDate,
    house: z.object({ name: z.string(), address: z.string(), zone: z.string() }),
    /** Null on a day without bookings. */
    opens: DayEnd.nullable(),
    closes: DayEnd.nullable(),
    /** Rooms with something on, in the order of the house; a booking of a composed room stands under that room. */
    rooms: z.array(
      z.object({
        id: Id,
        name: z.string(),
        /** What is to be ready in it, of what it has. */
        equipment: z.array(Feature).default([]),
        entries: z.array(DayEntry),
      }),
    ),
    closures: z.array(z.object({ room: z.string().nullable(), start: Instant, end: Instant, reason: LocalizedText })),
  })
  .meta({ id: 'DaySheet' });
export type DaySheet = z.infer<typeof DaySheet>;

/** GET …/day-sheets/:date/pdf?language= */
export const DaySheetQuery = z.object({ language: Language.default('fr') });
export type DaySheetQuery = z.infer<typeof DaySheetQuery>;
