import * as z from 'zod';
import { Id, Language, LocalDate } from '@bota/shared/domain';

const Period = z.object({ from: LocalDate, to: LocalDate });
const inOrder = ({ from, to }: z.infer<typeof Period>) => to >= from;
const isShort = ({ from, to }: z.infer<typeof Period>) => Date.parse(to) - Date.parse(from) <= 366 * 86_400_000;
const ORDER = { path: ['to'], message: 'must not come before the first day' };
const LENGTH = { path: ['to'], message: 'at most a year' };

/** GET …/statistics?from=&to= (both included)[&room=]: `room` narrows the hours of the week. */
export const StatisticsQuery = Period.extend({ room: Id.optional() }).refine(inOrder, ORDER).refine(isShort, LENGTH);
export type StatisticsQuery = z.infer<typeof StatisticsQuery>;
/** GET …/statistics/<table>.csv */
export const StatisticsFileQuery = Period.extend({ room: Id.optional(), language: Language.default('fr') })
  .refine(inOrder, ORDER)
  .refine(isShort, LENGTH);
export type StatisticsFileQuery = z.infer<typeof StatisticsFileQuery>;

export const STATISTICS_TABLES = ['rooms', 'hours', 'organisations'] as const;
export const StatisticsTable = z.enum(STATISTICS_TABLES);
export type StatisticsTable = z.infer<typeof StatisticsTable>;

const Minutes = z.number();

/**
 * How a house was used from a day to a day: what took place or will, not what was cancelled, declined or waits. A composed room counts as its
 * parts; who uses it uses each of them. Somebody who did not come is counted apart, and used nothing.
 */
export const Statistics = z
  .object({
    from: LocalDate,
    to: LocalDate,
    /** Rooms that have no parts. `openMinutes`: by their hours, without closures. */
    rooms: z.array(
      z.object({
        roomId: Id,
        name: z.string(),
        openMinutes: Minutes,
        usedMinutes: Minutes,
        dates: z.number().int(),
        noShows: z.number().int(),
        lateCancellations: z.number().int(),
      }),
    ),
    /** Hours of the week (1 = Monday) in wall time of the house in which something was used; `share`: of all these hours of the rooms. */
    hours: z.array(z.object({ weekday: z.number().int(), hour: z.number().int(), usedMinutes: Minutes, share: z.number() })),
    /** By name. `share`: of all that was used; `residency`: of what is shared by the same key in the last month, null for who does not live there then. */
    organisations: z.array(
      z.object({
        organisationId: Id,
        name: z.string(),
        usedMinutes: Minutes,
        share: z.number(),
        residency: z.object({ key: z.enum(['m2', 'desks', 'heads', 'fixed']), share: z.number() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'Statistics' });
export type Statistics = z.infer<typeof Statistics>;
