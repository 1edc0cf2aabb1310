import * as z from 'zod';
import { Id, Instant, Reason } from '@bota/shared/domain';
import { BookingDraft } from './booking.contract';

/** POST …/waitlist: a booking of one date that was refused because others have its rooms. */
export const WaitlistDraft = BookingDraft.omit({
  recurrence: true,
  overrideReason: true,
  holdUntil: true,
  onRefused: true,
  retrySkipped: true,
  participants: true,
  uid: true,
}).meta({ id: 'WaitlistDraft' });
export type WaitlistDraft = z.infer<typeof WaitlistDraft>;

/** Who waits for what. Named are only those whom the reader may know: oneself, or for coordinators everybody. */
export const WaitlistEntry = z
  .object({
    id: Id,
    title: z.string(),
    organisationId: Id,
    organisation: z.string(),
    person: z.string(),
    roomIds: z.array(Id),
    start: Instant,
    end: Instant,
    since: Instant,
    /** How many who wait for a part of the same come before. */
    ahead: z.number().int(),
    /** What else stood in the way when the rooms came free: it keeps its place, and waits on. */
    reasons: z.array(Reason),
    /** What came free is kept for it until then: it waits for an answer, and no longer in the line. */
    offer: z.object({ bookingId: Id, until: Instant }).nullable(),
  })
  .meta({ id: 'WaitlistEntry' });
export type WaitlistEntry = z.infer<typeof WaitlistEntry>;

/** GET …/waitlist: mine, what is offered to me first, then the soonest. GET …/waitlist/all (coordinators): everybody, in the order in which they are served. */
export const WaitlistList = z.object({ items: z.array(WaitlistEntry) }).meta({ id: 'WaitlistList' });
export type WaitlistList = z.infer<typeof WaitlistList>;
