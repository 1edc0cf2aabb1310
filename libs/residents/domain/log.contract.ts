import * as z from 'zod';
import { Id, Instant } from '@bota/shared/domain';

/** GET /api/spaces/:space/log: all filters narrow; `before` continues after the last entry of an answer. */
export const LogQuery = z.object({
  person: Id.optional(),
  entity: Id.optional(),
  kind: z
    .string()
    .regex(/^[a-z-]+(\.[a-z-]+)?$/)
    .max(60)
    .optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type LogQuery = z.infer<typeof LogQuery>;

/** One change: who (in whose name) did what to which entity, and what was before and after. */
export const LogLine = z
  .object({
    id: z.number().int(),
    at: Instant,
    kind: z.string(),
    entityId: Id,
    person: z.object({ id: Id, displayName: z.string() }).nullable(),
    organisation: z.string().nullable(),
    requestId: z.string().nullable(),
    before: z.unknown(),
    after: z.unknown(),
  })
  .meta({ id: 'LogLine' });
export type LogLine = z.infer<typeof LogLine>;
export const LogPage = z.object({ items: z.array(LogLine), next: z.number().int().optional() }).meta({ id: 'LogPage' });
export type LogPage = z.infer<typeof LogPage>;
