import * as z from 'zod';
import { Email, Line } from '@bota/shared/domain';
import { ReplyAnswer } from './reply.contract';

/** Most people whom one booking may invite. */
export const MOST_PARTICIPANTS = 50;

/** Somebody a booking invites, with an account or without. */
export const Participant = z
  .object({ email: Email, name: Line.max(120).optional() })
  .meta({ id: 'Participant', example: { email: 'ada@example.org', name: 'Ada' } });
export type Participant = z.infer<typeof Participant>;

export const Participants = z.array(Participant).max(MOST_PARTICIPANTS);

/** The same, as those see it who may see a private booking of the organisation. `answer` null: not answered yet. */
export const BookingParticipant = z
  .object({ email: z.string(), name: z.string(), answer: ReplyAnswer.nullable(), note: z.string() })
  .meta({ id: 'BookingParticipant' });
export type BookingParticipant = z.infer<typeof BookingParticipant>;

/** What the reader is asked themselves. */
export const BookingInvitation = BookingParticipant.pick({ answer: true, note: true }).meta({ id: 'BookingInvitation' });
export type BookingInvitation = z.infer<typeof BookingInvitation>;
