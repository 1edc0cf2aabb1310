import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Booking,
  type Calendar,
  type CalendarDays,
  type CalendarDaysQuery,
  type CalendarItem,
  type CalendarQuery,
  type UpcomingQuery,
  maySee,
} from '@bota/booking/domain';
import { Clock, refuse } from '@bota/shared/api';
import { type Actor, type SignedIn, organisationIdsOf, readTime, startOfDay } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import type { Closure } from '@bota/spaces/domain';
import { type BookingRead, type CalendarRow, type OccurrenceRead, bookingView, calendarItems } from './booking.view';
import { CALENDAR_FACTS, IS_RESIDENT, calendarRows, countedDays, upcomingRows } from './calendar.queries';
import { IS_CLOSED } from './closures/met';
import type { Queryable } from './facts.queries';
import { PARTICIPANTS_OF } from './participants/participant.queries';

const MOST_DAYS = 400;
type Facts = { resident: boolean; invitedTo: string[]; closures: Closure[] };

@Injectable()
export class BookingReads {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The booking when the actor may see it; otherwise it does not exist. */
  async one(actor: Actor, space: SpaceEntity, id: string): Promise<Booking> {
    const isResident = await isResidentNow(this.db, actor, space, this.clock.now());
    const found = await loadBooking(this.db, space.id, id);
    if (!found || !(isInvited(actor, found.booking) || maySee({ ...actor, isResident }, found.booking))) return refuse('not-found');
    return bookingView(found.booking, found.occurrences, { ...actor, isResident }, this.clock.now());
  }

  /** Occurrences in a window as the actor may see them, with the closures of the house. */
  async calendar(actor: Actor, space: SpaceEntity, query: CalendarQuery): Promise<Calendar> {
    const { from, to } = windowOf(query, space.zone);
    const roomIds = query.rooms ? query.rooms.split(',') : null;
    const now = this.clock.now();
    const [rows, [facts]] = await Promise.all([
      calendarRows(this.db, space.id, from, to, roomIds),
      this.db.query<[Facts]>(CALENDAR_FACTS, [space.id, organisationIdsOf(actor), now, space.zone, from, to, actor.personId]),
    ]);
    return {
      items: calendarItems(withInvited(rows, facts.invitedTo), space.id, { ...actor, isResident: facts.resident }, now),
      closures: facts.closures.map((closure) => ({ ...closure, start: utc(closure.start), end: utc(closure.end) })),
    };
  }

  /** How much is booked each day of the house, of what the actor may know whose it is when that is asked. */
  async days(actor: Actor, space: SpaceEntity, query: CalendarDaysQuery): Promise<CalendarDays> {
    const reader = { ...actor, isResident: await isResidentNow(this.db, actor, space, this.clock.now()) };
    const rows = await countedDays(this.db, {
      ...{ spaceId: space.id, zone: space.zone, from: startOfDay(query.from, space.zone), to: startOfDay(query.to, space.zone) },
      roomIds: query.rooms?.split(',') ?? null,
      organisationIds: query.organisation ? [query.organisation] : query.who === 'organisations' ? organisationIdsOf(actor) : null,
      personId: query.who === 'me' ? actor.personId : null,
      isOfMe: query.who === 'me',
    });
    const counts = new Map<string, number>();
    for (const { date, bookings, ...of } of rows) {
      const isSeen =
        !of.organisationId || query.who === 'me' || maySee(reader, { spaceId: space.id, ...of, organisationId: of.organisationId });
      if (isSeen && date >= query.from && date < query.to) counts.set(date, (counts.get(date) ?? 0) + bookings);
    }
    return { items: [...counts].map(([date, bookings]) => ({ date, bookings })) };
  }

  /** My next bookings, or those of my organisations. */
  async upcoming(person: SignedIn, space: SpaceEntity, query: UpcomingQuery): Promise<{ items: CalendarItem[]; next?: string }> {
    const now = this.clock.now();
    const from = query.from ? readTime(query.from, space.zone).instant : now;
    const ofMe = query.of === 'me';
    const rows = await upcomingRows(this.db, {
      spaceId: space.id,
      from,
      personId: ofMe ? person.personId : null,
      organisationIds: ofMe ? [] : organisationIdsOf(person),
      limit: query.limit + 1,
      after: query.after?.split('_') as [string, string] | undefined,
    });
    const all = calendarItems(rows, space.id, { ...person, isResident: true }, now);
    const items = all.slice(0, query.limit);
    const last = items.at(-1);
    return { items, ...(all.length > query.limit && last && { next: `${last.start}_${last.occurrenceId}` }) };
  }
}

/** A request invites nobody yet. */
const withInvited = (rows: CalendarRow[], invitedTo: readonly string[]): CalendarRow[] =>
  invitedTo.length === 0
    ? rows
    : rows.map((row) => ({ ...row, isInvited: row.stage === 'confirmed' && invitedTo.includes(row.bookingId) }));

/** Whom a booking invites may open it, whosever it is; before it is confirmed it invites nobody. */
const isInvited = ({ personId }: Actor, { stage, participants }: BookingRead): boolean =>
  personId !== null && stage === 'confirmed' && participants.some((one) => one.personId === personId);

/** Whether the actor belongs to an organisation that is resident at that moment. */
export async function isResidentNow(db: Queryable, actor: Actor, space: SpaceEntity, now: Date): Promise<boolean> {
  if (actor.memberships.length === 0) return false;
  const [row] = await db.query<{ resident: boolean }[]>(IS_RESIDENT, [space.id, organisationIdsOf(actor), now, space.zone]);
  return row?.resident ?? false;
}

/** An instant as JSON of the database writes it, in ours. */
const utc = (text: string) => new Date(text).toISOString();

function windowOf(query: CalendarQuery, zone: string): { from: Date; to: Date } {
  const [from, to] = [query.from, query.to].map((text) => (text.includes('T') ? readTime(text, zone).instant : startOfDay(text, zone))) as [
    Date,
    Date,
  ];
  if (to <= from) refuse('invalid-input', { errors: [{ path: 'to', message: 'must come after from' }] });
  if (to.getTime() - from.getTime() > MOST_DAYS * 86_400_000)
    refuse('invalid-input', { errors: [{ path: 'to', message: `at most ${MOST_DAYS} days` }] });
  return { from, to };
}

/** A booking with its rooms, names and dates in order; `lock` holds it until the transaction ends. */
export async function loadBooking(
  db: Queryable,
  spaceId: string,
  id: string,
  lock = false,
): Promise<{ booking: BookingRead; occurrences: OccurrenceRead[] } | null> {
  const [booking] = await db.query<BookingRead[]>(`${BOOKING}${lock ? ' FOR UPDATE OF b' : ''}`, [spaceId, id]);
  if (!booking) return null;
  return { booking, occurrences: await db.query<OccurrenceRead[]>(OCCURRENCES, [spaceId, id]) };
}

const NEIGHBOUR = (where: string) => `
  (SELECT json_build_object('id', n.id, 'organisationId', n.organisation_id, 'visibility', n.visibility)
   FROM booking n WHERE n.space_id = b.space_id AND ${where})`;

const BOOKING = `
  SELECT b.space_id AS "spaceId", b.id, b.uid, b.version, b.title, b.description, b.organisation_id AS "organisationId", b.booked_by AS "bookedBy",
    b.visibility, b.attendees, b.wall_start AS "wallStart", b.wall_end AS "wallEnd", b.zone, b.starts_at AS "startsAt", b.ends_at AS "endsAt",
    b.stage, b.expires_at AS "expiresAt", b.decided_at AS "decidedAt", b.decided_by AS "decidedBy", b.decision_note AS "decisionNote",
    b.layout, b.set_up_minutes AS "setUpMinutes", b.tear_down_minutes AS "tearDownMinutes", b.overridden, b.override_reason AS "overrideReason",
    b.rrule, b.exdates, b.materialised_until AS "materialisedUntil", b.follows_id AS "followsId", b.retry_skipped AS "retrySkipped", b.for_outsiders AS "forOutsiders",
    b.cancelled_at AS "cancelledAt", b.updated_at AS "updatedAt",
    b.created_at AS "createdAt", g.name AS organisation, p.display_name AS "bookedByName",
    ${NEIGHBOUR('n.id = b.follows_id')} AS follows, ${NEIGHBOUR('n.follows_id = b.id')} AS "followedBy",
    ARRAY(SELECT calendar_id FROM booking_exclusion x WHERE x.space_id = b.space_id AND x.booking_id = b.id ORDER BY calendar_id) AS excludes,
    ARRAY(SELECT br.room_id FROM booking_room br JOIN room r ON r.space_id = br.space_id AND r.id = br.room_id
          WHERE br.space_id = b.space_id AND br.booking_id = b.id ORDER BY r.position) AS "roomIds",
    ${PARTICIPANTS_OF('b')} AS participants
  FROM booking b JOIN organisation g ON g.id = b.organisation_id JOIN person p ON p.id = b.booked_by
  WHERE b.space_id = $1 AND b.id = $2`;

const OCCURRENCES = `
  SELECT o.space_id AS "spaceId", o.id, o.booking_id AS "bookingId", o.recurrence_id AS "recurrenceId", o.starts_at AS "startsAt",
    o.ends_at AS "endsAt", o.status, o.own_title AS "ownTitle", o.own_time AS "ownTime", o.own_rooms AS "ownRooms", o.cancelled_at AS "cancelledAt",
    o.cancelled_late AS "cancelledLate", o.given_up_late AS "givenUpLate", o.overridden, o.price_cents AS "priceCents", o.own_organisation_id AS "ownOrganisationId",
    o.checked_in_at AS "checkedInAt", o.checked_in_by AS "checkedInBy", o.released_at AS "releasedAt", o.flags, o.reasons,
    ARRAY(SELECT DISTINCT a.room_id FROM allocation a WHERE a.space_id = o.space_id AND a.occurrence_id = o.id) AS "roomIds",
    o.status IN ('confirmed', 'requested') AND ${IS_CLOSED('o')} AS "isClosed"
  FROM occurrence o WHERE o.space_id = $1 AND o.booking_id = $2 ORDER BY o.starts_at, o.recurrence_id`;
