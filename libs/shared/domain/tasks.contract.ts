import * as z from 'zod';
import { Id, Instant, LocalDate } from './wire.contract';

/** What can wait for a coordinator; a domain that joins adds its kinds. */
export const TaskKind = z
  .enum([
    'booking-request',
    'outside-request',
    'booking-declined',
    'join-request',
    'invitation-ending',
    'letters-failed',
    'residency-ending',
    'residency-starting',
    'exit-open',
    'keys-out',
    'month-open',
    'backup-old',
    'season-wishes-over',
    'season-appeals',
    'season-appeals-over',
  ])
  .meta({ id: 'TaskKind' });
export type TaskKind = z.infer<typeof TaskKind>;

/** Something that waits. It has no state of its own: it is derived from what there is, and goes when that is settled. */
export const Task = z
  .object({
    kind: TaskKind,
    /** Of what waits: a request, an invitation, a residency. */
    id: Id,
    /** Who or what it is about, as it is called. */
    name: z.string(),
    organisation: z
      .object({ slug: z.string(), name: z.string(), initials: z.string(), hue: z.number().int(), pattern: z.number().int() })
      .nullable()
      .default(null),
    since: Instant.nullable().default(null),
    /** The day by which it should be settled, in the zone of the house. */
    due: LocalDate.nullable().default(null),
    count: z.number().int().nullable().default(null),
    /** Where it is settled, below the address of the space. */
    path: z.string(),
    urgency: z.enum(['now', 'decide', 'soon']),
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof Task>;

/** GET /api/spaces/:space/tasks */
export const TaskList = z.object({ items: z.array(Task) }).meta({ id: 'TaskList' });
export type TaskList = z.infer<typeof TaskList>;
