import * as z from 'zod';
import { Id, Instant, LocalizedText } from '@bota/shared/domain';

/** What somebody says to a change of a booking that concerns them. */
export const ReplyAnswer = z.enum(['accepted', 'declined']).meta({ id: 'ReplyAnswer' });
export type ReplyAnswer = z.infer<typeof ReplyAnswer>;

const Token = z.string().regex(/^[\w-]{43}$/, 'expected the secret of the letter');
const Note = z.string().trim().max(500).default('');

/** POST …/booking-replies/question: the secret of the letter; asks what it is about and changes nothing. */
export const ReplyLink = z.object({ token: Token }).meta({ id: 'ReplyLink' });
export type ReplyLink = z.infer<typeof ReplyLink>;

/** POST …/booking-replies: answers by the secret of the letter. */
export const ReplyByLink = z.object({ token: Token, answer: ReplyAnswer, note: Note }).meta({ id: 'ReplyByLink' });
export type ReplyByLink = z.infer<typeof ReplyByLink>;

/** POST …/bookings/:id/reply: who is asked answers in the application. `reply`: which question, when there are several; left out, the one that waits. */
export const ReplyHere = z.object({ answer: ReplyAnswer, note: Note, reply: Id.optional() }).meta({ id: 'ReplyHere' });
export type ReplyHere = z.infer<typeof ReplyHere>;

/** What is asked, to whoever has the secret. `by`: who made the change, empty when they left; `answer`: what was answered before. */
export const ReplyQuestion = z
  .object({
    title: z.string(),
    organisation: z.string(),
    start: Instant,
    end: Instant,
    where: z.string(),
    /** Of a series that is asked about as a whole: how it repeats and how many of its dates are to come; `start` is the next of them. */
    series: z.object({ rrule: z.string(), leftOut: z.array(LocalizedText).default([]), dates: z.number().int() }).nullable(),
    by: z.string(),
    /** They are invited; else it is a booking of theirs that changed. */
    isInvitation: z.boolean(),
    answer: ReplyAnswer.nullable(),
    note: z.string(),
  })
  .meta({ id: 'ReplyQuestion' });
export type ReplyQuestion = z.infer<typeof ReplyQuestion>;

/** One who is asked about a booking as it stands. `name`: empty when the reader may not know it, or they left. */
export const BookingReply = z
  .object({
    id: Id,
    name: z.string(),
    isOutsider: z.boolean(),
    isMine: z.boolean(),
    by: z.string(),
    askedAt: Instant,
    /** The start of the one date that is meant; null: all of them. */
    dateAt: Instant.nullable(),
    answer: ReplyAnswer.nullable(),
    note: z.string(),
    answeredAt: Instant.nullable(),
    settledAt: Instant.nullable(),
    may: z.object({ settle: z.boolean() }),
  })
  .meta({ id: 'BookingReply' });
export type BookingReply = z.infer<typeof BookingReply>;

/** GET …/bookings/:id/replies, for who may change the booking; empty once it is over. */
export const BookingReplyList = z.object({ items: z.array(BookingReply) }).meta({ id: 'BookingReplyList' });
export type BookingReplyList = z.infer<typeof BookingReplyList>;
