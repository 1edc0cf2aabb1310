import * as z from 'zod';
import { Id, Line, LocalDate } from '@bota/shared/domain';

const NAME = Line.min(1).max(60);
/** The query of an address of the agenda, without `?`. */
const Query = z
  .string()
  .max(500)
  .regex(/^[\w=&%.,+-]*$/, 'expected the query of an address, as view=week&mine=1');

/** A way of looking at the agenda that a person keeps; `isDefault`: the agenda opens on it. */
export const SavedView = z.object({ id: Id, name: z.string(), query: z.string(), isDefault: z.boolean() }).meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof SavedView>;

/** GET …/saved-views: the reader's own, by name. */
export const SavedViewList = z.object({ items: z.array(SavedView) }).meta({ id: 'SavedViewList' });
export type SavedViewList = z.infer<typeof SavedViewList>;

export const SavedViewDraft = z.object({ name: NAME, query: Query, isDefault: z.boolean().default(false) }).meta({ id: 'SavedViewDraft' });
export type SavedViewDraft = z.infer<typeof SavedViewDraft>;

export const SavedViewEdit = z
  .object({ name: NAME.optional(), query: Query.optional(), isDefault: z.boolean().optional() })
  .meta({ id: 'SavedViewEdit' });
export type SavedViewEdit = z.infer<typeof SavedViewEdit>;

/** At most a leap year and what its weeks add. */
const MOST_DAYS = 400;
const days = ({ from, to }: { from: string; to: string }) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** GET …/calendar/days: how much is booked each day, `to` excluded. `who`: what the reader booked, or the reader's organisations. */
export const CalendarDaysQuery = z
  .object({
    from: LocalDate,
    to: LocalDate,
    rooms: z
      .string()
      .refine((text) => text.split(',').every((id) => Id.safeParse(id).success), 'expected room ids separated by commas')
      .optional(),
    organisation: Id.optional(),
    who: z.enum(['me', 'organisations']).optional(),
  })
  .refine((query) => days(query) > 0, { path: ['to'], message: 'must come after from' })
  .refine((query) => days(query) <= MOST_DAYS, { path: ['to'], message: `at most ${MOST_DAYS} days` });
export type CalendarDaysQuery = z.infer<typeof CalendarDaysQuery>;

/** Days with bookings, in order. */
export const CalendarDays = z
  .object({ items: z.array(z.object({ date: LocalDate, bookings: z.number().int().positive() })) })
  .meta({ id: 'CalendarDays' });
export type CalendarDays = z.infer<typeof CalendarDays>;
