import * as z from 'zod';
import { Email, Id, Instant, Language, Line, WireTime } from '@bota/shared/domain';
import { Visibility } from './booking.contract';

/** What is written into one line of a letter: nothing in it begins another. */
const OneLine = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u, 'expected one line');
const Phone = z
  .string()
  .trim()
  .max(30)
  .regex(/^\+?[\d ./()-]{6,}$/, 'expected a telephone number');

/** GET …/outside-requests/form: says when the form was handed out; sent back with it. */
export const OutsideForm = z.object({ stamp: z.string() }).meta({ id: 'OutsideForm' });
export type OutsideForm = z.infer<typeof OutsideForm>;

/** POST …/outside-requests, by anybody: nothing reaches the house before the address is confirmed. */
export const OutsideAsk = z
  .object({
    name: OneLine(80),
    organisation: OneLine(120).nullish(),
    email: Email,
    phone: Phone.nullish(),
    /** What for. */
    purpose: OneLine(120),
    start: WireTime,
    end: WireTime,
    attendees: z.number().int().positive().max(100_000),
    /** The room wished; left out, any. */
    roomId: Id.nullish(),
    message: z.string().trim().max(2000).default(''),
    /** In which the letters are written. */
    language: Language,
    stamp: z.string().max(120),
    /** No person sees this field; what fills it is no person. */
    website: z.string().max(500).default(''),
  })
  .meta({ id: 'OutsideAsk' });
export type OutsideAsk = z.infer<typeof OutsideAsk>;
export type OutsideAskInput = z.input<typeof OutsideAsk>;

/** POST …/outside-requests/confirmation: the secret of the letter. */
export const OutsideConfirmation = z
  .object({ token: z.string().regex(/^[\w-]{43}$/, 'expected the secret of the letter') })
  .meta({ id: 'OutsideConfirmation' });
export type OutsideConfirmation = z.infer<typeof OutsideConfirmation>;

/** What a neighbour asks for, whose address is confirmed. `bookingId`: it was accepted into this booking. */
export const OutsideRequest = z
  .object({
    id: Id,
    name: z.string(),
    organisation: z.string().nullable(),
    email: z.string(),
    phone: z.string().nullable(),
    language: Language,
    purpose: z.string(),
    message: z.string(),
    roomId: Id.nullable(),
    attendees: z.number().int(),
    start: Instant,
    end: Instant,
    askedAt: Instant,
    bookingId: Id.nullable(),
  })
  .meta({ id: 'OutsideRequest' });
export type OutsideRequest = z.infer<typeof OutsideRequest>;

/** GET …/outside-requests (coordinators): what waits and is not begun, then what was accepted and is not over; the soonest first. */
export const OutsideRequestList = z.object({ items: z.array(OutsideRequest) }).meta({ id: 'OutsideRequestList' });
export type OutsideRequestList = z.infer<typeof OutsideRequestList>;

const Note = z.string().trim().max(1000).default('');

/** POST …/outside-requests/:id/decision (coordinators). Accepted, it is booked in the name of a resident organisation that receives them. */
export const OutsideDecision = z
  .discriminatedUnion('verdict', [
    z.object({
      verdict: z.literal('accept'),
      organisationId: Id,
      roomIds: z.array(Id).min(1).max(20),
      start: WireTime,
      end: WireTime,
      title: Line.min(1).max(120),
      visibility: Visibility.default('residents'),
      /** Why the rules of the rooms are set aside; logged. */
      overrideReason: z.string().trim().min(3).max(500).optional(),
      note: Note,
    }),
    z.object({ verdict: z.literal('decline'), note: Note }),
  ])
  .meta({ id: 'OutsideDecision' });
export type OutsideDecision = z.infer<typeof OutsideDecision>;
export type OutsideDecisionInput = z.input<typeof OutsideDecision>;

/** The booking that was made of it; null when it was declined. */
export const OutsideAnswer = z.object({ bookingId: Id.nullable() }).meta({ id: 'OutsideAnswer' });
export type OutsideAnswer = z.infer<typeof OutsideAnswer>;
