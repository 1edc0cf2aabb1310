import * as z from 'zod';
import { Id, LocalDate } from '@bota/shared/domain';

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'expected 17:00, at most 24:00');

/** Hours of some weekdays (1 = Monday … 7 = Sunday) in wall time of the house, within one day. */
export const PrimeTime = z
  .object({ weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7), from: Clock, to: Clock })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must come after the beginning' })
  .meta({ id: 'PrimeTime', example: { weekdays: [1, 2, 3, 4, 5], from: '18:00', to: '22:00' } });
export type PrimeTime = z.infer<typeof PrimeTime>;

export const QuotaPer = z.enum(['week', 'month']);
export type QuotaPer = z.infer<typeof QuotaPer>;
export const QuotaCounts = z.enum(['minutes', 'dates']);
export type QuotaCounts = z.infer<typeof QuotaCounts>;

/** Minutes of rooms, or dates; what nobody could use up in a month is no limit. */
const Limit = z.number().int().min(0).max(1_000_000);

/** How much of the house one organisation may book in a week (from Monday) or a month of the house's calendar; several quotas hold together. */
export const QuotaDraft = z
  .object({
    per: QuotaPer,
    /** `minutes`: elapsed minutes, of each room booked; `dates`: how many times it books. */
    counts: QuotaCounts,
    limit: Limit.min(1),
    /** Only of these rooms, and of those that contain one of them; none: of all rooms. */
    roomIds: z.array(Id).max(200).default([]),
    /** Only what falls into these hours; none: at any time. */
    prime: z.array(PrimeTime).max(14).default([]),
    /** Organisations with another limit, or none (`null`). */
    exceptions: z
      .array(z.object({ organisationId: Id, limit: Limit.nullable() }))
      .max(500)
      .refine((all) => new Set(all.map(({ organisationId }) => organisationId)).size === all.length, 'each organisation once')
      .default([]),
  })
  .meta({ id: 'QuotaDraft', example: { per: 'month', counts: 'minutes', limit: 600, roomIds: [], prime: [], exceptions: [] } });
export type QuotaDraft = z.infer<typeof QuotaDraft>;
export type QuotaDraftInput = z.input<typeof QuotaDraft>;

export const Quota = QuotaDraft.extend({
  id: Id,
  /** Rises with every change; send it back as `If-Match`. */
  version: z.number().int(),
}).meta({ id: 'Quota' });
export type Quota = z.infer<typeof Quota>;

/** GET …/quotas (coordinators) */
export const QuotaList = z.object({ items: z.array(Quota) }).meta({ id: 'QuotaList' });
export type QuotaList = z.infer<typeof QuotaList>;

/** How much of a quota an organisation uses in one period; `asked`: what a draft would add. */
export const QuotaUse = z
  .object({
    quotaId: Id,
    per: QuotaPer,
    counts: QuotaCounts,
    /** First day of the period. */
    period: LocalDate,
    limit: z.number().int(),
    used: z.number(),
    asked: z.number().default(0),
    /** It counts some rooms only, or some hours only. */
    isOfRooms: z.boolean(),
    isPrime: z.boolean(),
  })
  .meta({ id: 'QuotaUse' });
export type QuotaUse = z.infer<typeof QuotaUse>;

/** GET …/quota-uses: the present periods of the reader's organisations. */
export const QuotaUseList = z
  .object({ items: z.array(QuotaUse.extend({ organisationId: Id, organisation: z.string() })) })
  .meta({ id: 'QuotaUseList' });
export type QuotaUseList = z.infer<typeof QuotaUseList>;
