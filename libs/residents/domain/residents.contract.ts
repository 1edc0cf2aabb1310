import * as z from 'zod';
import { Id, LocalDate } from '@bota/shared/domain';
import { Organisation } from '@bota/people/domain';
import { OccupancyWish, StatusOfResidency } from './residencies.contract';

export const Resident = z
  .object({
    residencyId: Id,
    organisation: Organisation,
    from: LocalDate,
    to: LocalDate.nullable(),
    /** Derived from the dates, never typed by hand. */
    status: StatusOfResidency,
    /** Rooms and desks of today; of a planned residency those of its first day. */
    occupies: z.array(OccupancyWish),
    isArchived: z.boolean(),
  })
  .meta({ id: 'Resident' });
export type Resident = z.infer<typeof Resident>;

/** GET /api/spaces/:space/residents: organisations of the house, with names and colours for calendars. */
export const ResidentList = z.object({ items: z.array(Resident) }).meta({ id: 'ResidentList' });
