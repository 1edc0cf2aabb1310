import * as z from 'zod';
import { Id, Reason } from '@bota/shared/domain';
import { OverrideReason, Visibility } from './booking.contract';

/** The most events of a calendar that are looked at. */
export const MOST_EVENTS = 1000;

/** Why an event cannot be a booking as it stands. */
export const EventProblem = z
  .enum([
    'unreadable',
    'no-start',
    'no-end',
    'no-date',
    'own-dates',
    'many-rules',
    'other-zone',
    'range',
    'unknown-zone',
    'past',
    'no-room',
    'kind-changed',
    'gone',
  ])
  .meta({ id: 'EventProblem' });
export type EventProblem = z.infer<typeof EventProblem>;

export const EventState = z.enum(['created', 'updated', 'cancelled', 'unchanged', 'left-out', 'refused']).meta({ id: 'EventState' });
export type EventState = z.infer<typeof EventState>;

/** POST …/calendar-imports/from-address */
export const CalendarAddress = z.object({ url: z.string().trim().min(1).max(2000) }).meta({ id: 'CalendarAddress' });
export type CalendarAddress = z.infer<typeof CalendarAddress>;

/** Which room a LOCATION means here; none leaves its events out. */
const LocationRoom = z.object({ location: z.string().max(300), roomId: Id.nullable() });

/** What is said of an import: asked again for a new preview, and when it is confirmed. */
export const ImportWish = z
  .object({
    organisationId: Id.optional(),
    visibility: Visibility.default('residents'),
    /** The free dates of a series with conflicts, or nothing of it. */
    onRefused: z.enum(['skip', 'refuse']).default('skip'),
    /** Events that are over too. */
    past: z.boolean().default(false),
    /** What is still booked here and no longer in the calendar. */
    gone: z.enum(['keep', 'cancel']).default('keep'),
    /** Why the rules of the rooms are set aside that stand against its events; logged with each booking. */
    overrideReason: OverrideReason.optional(),
    /** What is not said stays as it was last time. */
    rooms: z.array(LocationRoom).max(MOST_EVENTS).default([]),
  })
  .meta({ id: 'CalendarImportWish' });
export type ImportWish = z.infer<typeof ImportWish>;

export const ImportConfirmed = ImportWish.extend({ organisationId: Id }).meta({ id: 'CalendarImportConfirmation' });
export type ImportConfirmed = z.infer<typeof ImportConfirmed>;

/** What becomes, or became, of one event. */
export const ImportedEvent = z
  .object({
    uid: z.string(),
    title: z.string(),
    location: z.string(),
    /** Wall time of the house, as far as it could be read. */
    start: z.string(),
    isSeries: z.boolean(),
    state: EventState,
    /** Dates that are booked, and dates that are refused. */
    dates: z.number().int(),
    conflicts: z.number().int(),
    reasons: z.array(Reason),
    problem: EventProblem.optional(),
    /** Code of a refusal that is about the whole event. */
    refusal: z.string().optional(),
  })
  .meta({ id: 'ImportedEvent' });
export type ImportedEvent = z.infer<typeof ImportedEvent>;

export const CalendarImportReport = z
  .object({
    id: Id,
    source: z.string(),
    isDone: z.boolean(),
    locations: z.array(z.object({ location: z.string(), events: z.number().int(), roomId: Id.nullable() })),
    counts: z.record(EventState, z.number().int()),
    items: z.array(ImportedEvent),
  })
  .meta({ id: 'CalendarImportReport' });
export type CalendarImportReport = z.infer<typeof CalendarImportReport>;
