import type { Visibility } from './booking.contract';
import type { KeptStatus } from './status.rules';

/** What a reader's calendar needs to know of a booking; names and texts are those the reader may see. */
export type CalendarBooking = {
  uid: string;
  version: number;
  title: string;
  description: string;
  visibility: Visibility;
  organisation: string | null;
  roomIds: readonly string[];
  wallStart: string;
  wallEnd: string;
  zone: string;
  startsAt: Date;
  endsAt: Date;
  rrule: string | null;
  exdates: readonly string[];
  /** Set while the series has no end of its own: dates exist up to here. */
  materialisedUntil: Date | null;
  cancelledAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  /** Not agreed to yet, or only held. */
  isTentative?: boolean;
  /** Only single dates of the series are told: each stands alone. */
  isApart?: boolean;
  url?: string;
};

export type CalendarOccurrence = {
  id: string;
  recurrenceId: string;
  startsAt: Date;
  endsAt: Date;
  status: KeptStatus;
  ownTitle: string | null;
  roomIds: readonly string[];
};

/** A time of an event: wall time in the zone, or an instant where the wall time alone would be another one. */
export type EventTime = { wall: string; zone: string } | { instant: Date };

/** One VEVENT, before it is written: RFC 5545 3.6.1. */
export type CalendarEvent = {
  uid: string;
  sequence: number;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  start: EventTime;
  end: EventTime;
  /** The wall start by the rule, of a date that differs from its series. */
  recurrenceId?: string;
  rrule?: string;
  /** Wall starts that are left out. */
  exdates: readonly string[];
  zone: string;
  summary: string;
  description: string;
  location: string;
  organisation: string | null;
  isPublic: boolean;
  createdAt: Date;
  changedAt: Date;
  url?: string;
};
