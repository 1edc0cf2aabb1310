import * as z from 'zod';

/** Why something cannot be booked or occupied as asked. Codes are the translation keys of the interface. */
export const ReasonCode = z.enum([
  'NOT_BOOKABLE',
  'ROOM_TAKEN',
  'BUFFER',
  'CLOSED',
  'OVER_CAPACITY',
  'LEAD_TIME',
  'HORIZON',
  'TOO_SHORT',
  'TOO_LONG',
  'IN_THE_PAST',
  'TIME_DOES_NOT_EXIST',
  'OVERLAPS_ITSELF',
  'OCCUPIED',
  'DESKS_TAKEN',
  'MONTH_CLOSED',
  'OFF_STEP',
  'NOT_ENTITLED',
  'NOT_RESIDENT',
  'SEASON_ROUND',
  'NEEDS_APPROVAL',
  'QUOTA_EXCEEDED',
]);
export type ReasonCode = z.infer<typeof ReasonCode>;

/** One thing that stands in the way. */
export const Reason = z
  .object({
    code: ReasonCode,
    /** The room asked for that is refused. */
    roomId: z.uuid().optional(),
    /** What is really taken: a part of the room asked for, or the room itself. */
    unit: z.uuid().optional(),
    /** Until when it stands in the way. */
    until: z.iso.datetime().optional(),
    /** The limit that was passed: persons for a capacity, minutes for a duration, buffer, lead time or step, days for a horizon, desks that are left, minutes or dates for a quota. */
    limit: z.number().optional(),
    /** Of a quota: what is used of it before this date, in minutes or dates, and in which period, named by its first day. */
    used: z.number().optional(),
    counts: z.enum(['minutes', 'dates']).optional(),
    per: z.enum(['week', 'month']).optional(),
    period: z.iso.date().optional(),
    /** The quota counts some hours only. */
    isPrime: z.boolean().optional(),
    /** The booking or resident in the way, within the reader's rights: a private one only says that it is private. */
    by: z
      .object({
        bookingId: z.uuid().optional(),
        title: z.string().optional(),
        organisationId: z.uuid().optional(),
        organisation: z.string().optional(),
      })
      .optional(),
    /** The month whose statements are closed. */
    month: z.string().optional(),
    /** Which occurrence of a series, when only some are refused. */
    start: z.iso.datetime().optional(),
  })
  .meta({ id: 'Reason' });
export type Reason = z.infer<typeof Reason>;

/** Something near that would be accepted. */
export const Alternative = z
  .object({ roomIds: z.array(z.uuid()), start: z.iso.datetime(), end: z.iso.datetime() })
  .meta({ id: 'Alternative' });
export type Alternative = z.infer<typeof Alternative>;

/** What is wrong with one part of a request; of a part that is judged by itself, why and what is near. */
export const FieldError = z.object({
  path: z.string(),
  message: z.string(),
  reasons: z.array(Reason).optional(),
  alternatives: z.array(Alternative).optional(),
});
export type FieldError = z.infer<typeof FieldError>;

/** RFC 9457 problem details. `type` is `/problems/<code>`; the code alone is in `code`. */
export const Problem = z
  .object({
    type: z.string(),
    code: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    /** The request id, to quote when asking for help. */
    instance: z.string(),
    reasons: z.array(Reason).optional(),
    alternatives: z.array(Alternative).optional(),
    errors: z.array(FieldError).optional(),
    /** The present state, when an edit was based on a stale one. */
    current: z.unknown().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
