import * as z from 'zod';
import { Instant } from '@bota/shared/domain';

/** GET /api/spaces/:space/integrity: the promises, counted anew. All zero and `brokenAt` null means that all holds. */
export const Integrity = z
  .object({
    checkedAt: Instant,
    /** Pairs of allocations that occupy one unit at the same time. */
    overlaps: z.number().int(),
    /** Confirmed dates without an allocation, and allocations of dates that are not confirmed. */
    orphans: z.number().int(),
    /** Rooms where more desks are occupied than there are, on any day from today on, or somebody beside who has the whole room. */
    desks: z.number().int(),
    /** Pairs of holders who had one key on one day. */
    holders: z.number().int(),
    /** Closed statements that are not the sum of their lines, and months that are not the sum of their statements. */
    statements: z.number().int(),
    /** The chain of the whole installation: entries in it, those on their way, and the first place that does not hold. */
    log: z.object({ entries: z.number().int(), waiting: z.number().int(), brokenAt: z.number().int().nullable() }),
    /** The last backup of the installation; too old (or null, none ever) when it is more than two days ago. */
    backup: z
      .object({
        at: Instant,
        name: z.string(),
        bytes: z.number().int(),
        rows: z.number().int(),
        logPosition: z.number().int(),
        isOld: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'Integrity' });
export type Integrity = z.infer<typeof Integrity>;
