import * as z from 'zod';
import { Id, Instant, Line, LocalDate, LocalizedText, written } from '@bota/shared/domain';

const Name = written(Line.max(80)).refine(
  (name) => Object.values(name).some((text) => text.trim().length > 0),
  'a name in one language at least',
);

/** Days left out, both inclusive, in the calendar of the house. */
export const ExclusionRange = z
  .object({ from: LocalDate, to: LocalDate, name: Line.max(80).default('') })
  .refine(({ from, to }) => to >= from, { path: ['to'], message: 'must not come before the first day' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 400 * 86_400_000, { path: ['to'], message: 'at most 400 days' })
  .meta({ id: 'ExclusionRange', example: { from: '2026-10-19', to: '2026-10-30', name: 'Congé d’automne' } });
export type ExclusionRange = z.infer<typeof ExclusionRange>;

/** Days that series may leave out: school holidays, say. */
export const ExclusionCalendar = z
  .object({
    id: Id,
    name: LocalizedText,
    /** Rises with every change; send it back as `If-Match`. */
    version: z.number().int(),
    ranges: z.array(ExclusionRange),
  })
  .meta({ id: 'ExclusionCalendar' });
export type ExclusionCalendar = z.infer<typeof ExclusionCalendar>;

/** GET …/exclusion-calendars */
export const ExclusionCalendarList = z.object({ items: z.array(ExclusionCalendar) }).meta({ id: 'ExclusionCalendarList' });
export type ExclusionCalendarList = z.infer<typeof ExclusionCalendarList>;

/** POST …/exclusion-calendars, and PATCH …/exclusion-calendars/:id with `If-Match` (coordinators). */
export const ExclusionCalendarDraft = z
  .object({ name: Name, ranges: z.array(ExclusionRange).max(400) })
  .meta({ id: 'ExclusionCalendarDraft' });
export type ExclusionCalendarDraft = z.infer<typeof ExclusionCalendarDraft>;
export type ExclusionCalendarDraftInput = z.input<typeof ExclusionCalendarDraft>;

/** POST …/exclusion-calendars/reading: a calendar file (iCalendar) or a table (CSV: first day, last day, name). */
export const ExclusionText = z.object({ text: z.string().min(1).max(500_000) }).meta({ id: 'ExclusionText' });
export type ExclusionText = z.infer<typeof ExclusionText>;
/** What was read, and how many entries or lines could not be. */
export const ExclusionReading = z.object({ ranges: z.array(ExclusionRange), unread: z.number().int() }).meta({ id: 'ExclusionReading' });
export type ExclusionReading = z.infer<typeof ExclusionReading>;

/** Series that stand otherwise than their calendar says now: coming dates inside its days, and coming dates no longer inside. */
export const ExclusionEffect = z
  .object({
    items: z.array(
      z.object({
        bookingId: Id,
        title: z.string(),
        organisation: z.string(),
        leftOut: z.array(Instant),
        back: z.array(Instant),
      }),
    ),
  })
  .meta({ id: 'ExclusionEffect' });
export type ExclusionEffect = z.infer<typeof ExclusionEffect>;
