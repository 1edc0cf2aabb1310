import * as z from 'zod';
import { Id, LocalizedText } from '@bota/shared/domain';

/** A floor as it is drawn: rooms lie in `width` × `height`, over the drawing where there is one. */
export const PlanFloor = z
  .object({
    id: Id,
    level: z.number().int(),
    name: LocalizedText,
    width: z.number(),
    height: z.number(),
    /** Address of the drawing under the rooms. */
    drawing: z.string().nullable(),
  })
  .meta({ id: 'PlanFloor' });
export type PlanFloor = z.infer<typeof PlanFloor>;

/** Who sits where today: a whole room, or some of its desks. */
export const Occupant = z
  .object({
    roomId: Id,
    organisation: z.object({
      id: Id,
      slug: z.string(),
      name: z.string(),
      initials: z.string(),
      hue: z.number().int(),
      pattern: z.number().int(),
    }),
    desks: z.number().int().nullable(),
  })
  .meta({ id: 'Occupant' });
export type Occupant = z.infer<typeof Occupant>;

/** GET /api/spaces/:space/plan: floors, the lowest first, and who sits where. Which rooms are free now, the calendar tells. */
export const Plan = z.object({ floors: z.array(PlanFloor), occupants: z.array(Occupant) }).meta({ id: 'Plan' });
export type Plan = z.infer<typeof Plan>;
