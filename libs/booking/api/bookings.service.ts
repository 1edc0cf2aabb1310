import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Booking,
  type BookingDraft,
  type Preview,
  type PreviewDraft,
  type RoomFacts,
  mayBookFor,
  mayBookPast,
} from '@bota/booking/domain';
import { Chronicler, Clock, newId, refuse } from '@bota/shared/api';
import { type Actor, isCoordinator } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { allocationsFor, breaks, isRetryable, isTaken } from './allocations';
import { type Asking, requestHash } from './asking';
import { type BookingRead, type OccurrenceRead, bookingView } from './booking.view';
import { type NewBooking, writeBooking } from './booking.write';
import { type Facts, factsFor, roomsAsked } from './facts.queries';
import { type JudgedSpan, attendeesOf, judge, reasonsOf, verdictOf } from './judgement';
import { Refusals } from './refusals';
import { type Schedule, scheduleOf } from './schedule';

const TRIES = 4;
type Prepared = { schedule: Schedule; facts: Facts; rooms: RoomFacts[] };

@Injectable()
export class BookingsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
    private readonly refusals: Refusals,
  ) {}

  /** Books all dates, or says why not; the same key again gives the same answer. */
  async create(asking: Asking, draft: BookingDraft, key?: string): Promise<Booking> {
    if (!mayBookFor(asking.person, asking.space.id, draft.organisationId)) refuse('booking/not-your-organisation');
    const hash = key === undefined ? undefined : requestHash([asking.space.id, draft]);
    for (let tries = 1; tries <= TRIES; tries++) {
      const booked = await this.attempt(asking, draft, key && hash ? { key, hash } : undefined);
      if (booked) return booked;
    }
    return refuse('busy');
  }

  /** One attempt; null when what stood in the way was gone when we looked, so it is worth trying again. */
  private async attempt(asking: Asking, draft: BookingDraft, key?: { key: string; hash: Buffer }): Promise<Booking | null> {
    const now = this.clock.now();
    const prepared = await this.prepare(asking.person, asking.space, draft, now);
    const { schedule, facts, rooms } = prepared;
    this.refuseStranger(asking, facts);
    const wanted = { spans: schedule.spans, rooms, ...attendeesOf(draft) };
    const reader = { ...asking.person, isResident: facts.readerIsResident };
    const judged =
      draft.onRefused === 'skip'
        ? await this.refusals.judgeAll({ ...asking, person: reader }, wanted, facts, now)
        : judge(schedule.spans, { ...wanted, closures: facts.closures, taken: [], zone: asking.space.zone, now });
    const dates = withPast(judged, now, mayBookPast(asking.person, asking.space.id));
    const refused = dates.filter(({ reasons }) => reasons.length > 0);
    if (schedule.reasons.length > 0 || (refused.length > 0 && draft.onRefused === 'refuse')) {
      if (key) await this.replayIfKnown(asking, key);
      const all = await this.refusals.judgeAll({ ...asking, person: reader }, wanted, facts, now);
      const everything = withPast(all, now, mayBookPast(asking.person, asking.space.id));
      throw await this.refusals.refusal({ ...asking, person: reader }, wanted, everything, schedule.reasons, now);
    }
    if (refused.length === dates.length) refuse('booking/all-refused', { reasons: reasonsOf(dates) });
    try {
      return await this.write(asking, draft, prepared, dates, now, key);
    } catch (error) {
      return this.explain(error, asking, wanted, prepared, key);
    }
  }

  private async write(
    asking: Asking,
    draft: BookingDraft,
    { schedule, facts, rooms }: Prepared,
    dates: JudgedSpan[],
    now: Date,
    key?: { key: string; hash: Buffer },
  ): Promise<Booking> {
    const booking = newBooking(asking, draft, schedule, rooms, now);
    const occurrences = dates.map(({ span, reasons }) => ({
      id: newId(),
      recurrence_id: span.wall,
      starts_at: span.start,
      ends_at: span.end,
      status: reasons.length > 0 ? 'skipped' : 'confirmed',
      flags: span.flags,
      reasons,
    }));
    const kept = occurrences.filter(({ status }) => status === 'confirmed');
    const rows = allocationsFor(
      kept.map(({ id, starts_at, ends_at }) => ({ id, start: starts_at, end: ends_at })),
      rooms,
    );
    const answer = viewOfNew(asking, booking, occurrences, facts, now);
    const { title, roomIds, startsAt, endsAt, rrule, visibility } = booking;
    await writeBooking(this.db, booking, occurrences, rows, {
      requestId: asking.requestId,
      facts: { from: kept[0]?.starts_at ?? startsAt, to: kept.at(-1)?.ends_at ?? endsAt },
      after: { title, roomIds, startsAt, endsAt, rrule, visibility, dates: kept.length },
      ...(key && { key: { ...key, answer } }),
    });
    this.chronicler.nudge();
    return answer;
  }

  /** A failed write: the same request as before, somebody else's booking, or a real error. */
  private async explain(
    error: unknown,
    asking: Asking,
    wanted: { spans: Schedule['spans']; rooms: RoomFacts[]; attendees?: number },
    { facts }: Prepared,
    key?: { key: string; hash: Buffer },
  ): Promise<Booking | null> {
    if (key && (isTaken(error) || breaks(error, 'idempotency_key_once') || breaks(error, 'booking_uid_unique'))) {
      const answered = await this.replayIfKnown(asking, key);
      if (answered) return answered;
    }
    if (breaks(error, 'booking_uid_unique')) refuse('booking/uid-exists', { errors: [{ path: 'uid', message: 'already booked here' }] });
    if (isRetryable(error)) return null;
    if (!isTaken(error)) throw error;
    const now = this.clock.now();
    const reader = { ...asking, person: { ...asking.person, isResident: facts.readerIsResident } };
    const judged = await this.refusals.judgeAll(reader, wanted, facts, now);
    if (judged.every(({ reasons }) => reasons.length === 0)) return null;
    throw await this.refusals.refusal(reader, wanted, judged, [], now);
  }

  private async replayIfKnown(asking: Asking, { key, hash }: { key: string; hash: Buffer }): Promise<Booking | null> {
    const [known] = await this.db.query('SELECT request_hash AS hash, answer FROM idempotency_key WHERE person_id = $1 AND key = $2', [
      asking.person.personId,
      key,
    ]);
    if (!known) return null;
    if (!hash.equals(known.hash)) refuse('idempotency-key-reused', { errors: [{ path: 'Idempotency-Key', message: 'already used' }] });
    return known.answer;
  }

  /** Every date with its verdict, and offers when one date is refused; writes nothing. */
  async preview(actor: Actor, space: SpaceEntity, draft: PreviewDraft): Promise<Preview> {
    const now = this.clock.now();
    const { schedule, facts, rooms } = await this.prepare(actor, space, draft, now);
    const except = { bookingId: draft.bookingId, occurrenceId: draft.occurrenceId };
    const wanted = { spans: schedule.spans, rooms, ...attendeesOf(draft), except };
    const asked = { space, person: { ...actor, isResident: facts.readerIsResident } };
    const judged = await this.refusals.judgeAll(asked, wanted, facts, now);
    const ofTime = schedule.reasons.filter(({ code }) => code !== 'IN_THE_PAST');
    const all = judged.map(({ span, reasons }) => ({ span, reasons: [...ofTime, ...reasons] }));
    const isRefused = all.some(({ reasons }) => reasons.length > 0);
    return {
      occurrences: all.map((one) => verdictOf(one, now)),
      alternatives: isRefused ? await this.refusals.near(asked, wanted, now) : [],
    };
  }

  private async prepare(actor: Actor, space: SpaceEntity, draft: PreviewDraft, now: Date): Promise<Prepared> {
    const schedule = scheduleOf(draft, space, now, mayBookPast(actor, space.id));
    const from = schedule.spans[0]?.start ?? now;
    const to = schedule.spans.at(-1)?.end ?? now;
    const { organisationId, roomIds } = draft;
    const question = { spaceId: space.id, zone: space.zone, roomIds, organisationId, actor, from, to, now };
    const facts = await factsFor(this.db, question);
    return { schedule, facts, rooms: roomsAsked(facts, roomIds) };
  }

  private refuseStranger({ person, space }: Asking, facts: Facts): void {
    if (facts.isResident || (facts.wasResident && isCoordinator(person, space.id))) return;
    refuse('booking/organisation-not-resident', { errors: [{ path: 'organisationId', message: 'not resident here on these dates' }] });
  }
}

const withPast = (judged: readonly JudgedSpan[], now: Date, mayBookPast: boolean): JudgedSpan[] =>
  judged.map(({ span, reasons }) => ({
    span,
    reasons: span.start < now && !mayBookPast ? [{ code: 'IN_THE_PAST' as const }, ...reasons] : reasons,
  }));

function newBooking({ person, space }: Asking, draft: BookingDraft, schedule: Schedule, rooms: RoomFacts[], now: Date): NewBooking {
  const id = newId();
  const [first] = schedule.spans as [Schedule['spans'][number]];
  return {
    spaceId: space.id,
    id,
    uid: draft.uid ?? `${id}@bota75`,
    title: draft.title,
    description: draft.description ?? '',
    organisationId: draft.organisationId,
    bookedBy: person.personId,
    visibility: draft.visibility,
    attendees: draft.attendees ?? null,
    wallStart: schedule.wallStart,
    wallEnd: schedule.wallEnd,
    zone: space.zone,
    startsAt: first.start,
    endsAt: first.end,
    rrule: schedule.rrule,
    exdates: schedule.exdates,
    materialisedUntil: schedule.materialisedUntil,
    createdAt: now,
    roomIds: rooms.map((room) => room.id),
  };
}

function viewOfNew(
  { person }: Asking,
  booking: NewBooking,
  occurrences: Parameters<typeof writeBooking>[2],
  facts: Facts,
  now: Date,
): Booking {
  const read: BookingRead = {
    ...booking,
    version: 1,
    followsId: null,
    cancelledAt: null,
    cancelledBy: null,
    cancelReason: null,
    updatedAt: now,
    organisation: facts.organisation ?? '',
    bookedByName: person.displayName,
  } as BookingRead;
  const dates = occurrences.map(({ id, recurrence_id, starts_at, ends_at, status, flags, reasons }) => {
    const own = { ownTitle: null, ownTime: false, ownRooms: false, roomIds: booking.roomIds };
    const times = { recurrenceId: recurrence_id, startsAt: starts_at, endsAt: ends_at };
    return { id, spaceId: booking.spaceId, bookingId: booking.id, status, flags, reasons, ...times, ...own } as OccurrenceRead;
  });
  return bookingView(read, dates, person, now);
}
