import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Booking, type BookingEdit, type RoomFacts, type Span, mayBookFor, mayBookPast, mayEdit, maySee } from '@bota/booking/domain';
import { Chronicler, Clock, newId, record, refuse } from '@bota/shared/api';
import type { Reason } from '@bota/shared/domain';
import { allocate, allocationsFor, isRetryable, isTaken } from './allocations';
import type { Asking } from './asking';
import { loadBooking } from './booking.reads';
import { type BookingRead, type OccurrenceRead, bookingView } from './booking.view';
import { roomsAsked } from './bookings.service';
import { type EditPlan, type PlannedDate, planAll, planThis } from './edit.plan';
import { BOOKING_UPDATE, DATES_UPSERT, FREE_DATES } from './edit.queries';
import { type Facts, factsFor } from './facts.queries';
import type { JudgedSpan } from './judgement';
import { Refusals, type Wanted } from './refusals';

const TRIES = 4;
type Loaded = { booking: BookingRead; occurrences: OccurrenceRead[] };
type Settled = PlannedDate & { id: string; reasons: Reason[]; status: 'confirmed' | 'skipped' | 'cancelled' };
type Conflict = { wanted: Wanted; facts: Facts };

@Injectable()
export class BookingEdits {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
    private readonly refusals: Refusals,
  ) {}

  /** Changes one date or the whole booking; on a conflict the old one stands. */
  async edit(asking: Asking, id: string, edit: BookingEdit, version?: number): Promise<Booking> {
    for (let tries = 1; tries <= TRIES; tries++) {
      const conflict: { met?: Conflict } = {};
      try {
        await this.db.transaction((tx) => this.change(tx, asking, id, edit, version, conflict));
        this.chronicler.nudge();
        return await this.view(asking, id);
      } catch (error) {
        if (isTaken(error) && conflict.met) await this.explain(asking, conflict.met);
        else if (!isRetryable(error)) throw error;
      }
    }
    return refuse('busy');
  }

  private async change(
    tx: EntityManager,
    asking: Asking,
    id: string,
    edit: BookingEdit,
    version: number | undefined,
    conflict: { met?: Conflict },
  ) {
    const now = this.clock.now();
    const loaded = await this.loadForChange(tx, asking, id, version);
    this.refuseForeignOrganisation(asking, edit);
    const input = { ...loaded, edit, house: asking.space, now, mayBookPast: mayBookPast(asking.person, asking.space.id) };
    const isThis = edit.scope === 'this' && loaded.booking.rrule !== null;
    const plan = isThis ? planThis(input) : planAll(input);
    if (!isThis && plan.dates.length === 0) refuse('booking/already-started');
    const facts = await this.factsOf(tx, asking, plan, edit, now);
    const attendees = edit.attendees === undefined ? loaded.booking.attendees : edit.attendees;
    const settled = await this.settle(tx, asking, loaded, plan, edit, facts, attendees, now, conflict);
    await tx.query(DATES_UPSERT, [asking.space.id, id, JSON.stringify(settled.map((date) => dateRow(date, edit, isThis)))]);
    await this.writeBooking(tx, asking, loaded.booking, edit, plan, isThis, attendees, now);
    await this.log(tx, asking, loaded, settled, edit);
  }

  /** The booking, locked; invisible = 404, not theirs = 403, stale = 412 with the present state. */
  async loadForChange(tx: EntityManager, asking: Asking, id: string, version?: number): Promise<Loaded> {
    const loaded = await loadBooking(tx, asking.space.id, id, true);
    if (!loaded || !maySee({ ...asking.person, isResident: true }, loaded.booking)) return refuse('not-found');
    if (!mayEdit(asking.person, loaded.booking)) refuse('booking/not-yours');
    if (loaded.booking.cancelledAt) refuse('booking/already-cancelled');
    if (version !== undefined && version !== loaded.booking.version) {
      refuse('stale-version', { current: bookingView(loaded.booking, loaded.occurrences, asking.person, this.clock.now()) });
    }
    return loaded;
  }

  private refuseForeignOrganisation({ person, space }: Asking, { organisationId }: BookingEdit): void {
    if (organisationId && !mayBookFor(person, space.id, organisationId)) refuse('booking/not-your-organisation');
  }

  private async factsOf(tx: EntityManager, { space, person }: Asking, plan: EditPlan, edit: BookingEdit, now: Date): Promise<Facts> {
    const spans = plan.dates.map(({ span }) => span).filter((span) => span !== null);
    const from = new Date(Math.min(now.getTime(), ...spans.map(({ start }) => start.getTime())));
    const to = new Date(Math.max(now.getTime(), ...spans.map(({ end }) => end.getTime())));
    const { organisationId } = edit;
    const facts = await factsFor(tx, { spaceId: space.id, zone: space.zone, roomIds: null, organisationId, actor: person, from, to, now });
    if (organisationId && !facts.wasResident) refuse('booking/organisation-not-resident');
    if (edit.roomIds) roomsAsked(facts, edit.roomIds);
    return facts;
  }

  /** Frees what moves, judges it by the rules, takes the new times: all of them, or none unless dates may be skipped. */
  private async settle(
    tx: EntityManager,
    asking: Asking,
    { booking }: Loaded,
    plan: EditPlan,
    edit: BookingEdit,
    facts: Facts,
    attendees: number | null,
    now: Date,
    conflict: { met?: Conflict },
  ): Promise<Settled[]> {
    const moving = plan.dates.filter(({ changes, span }) => changes && span !== null);
    const leaving = plan.dates.filter(({ changes, span }) => changes && span === null);
    const ids = [...moving, ...leaving].map(({ id }) => id).filter((id) => id !== null);
    if (ids.length > 0) await tx.query(FREE_DATES, [asking.space.id, ids]);
    const settled: Settled[] = [];
    for (const [key, dates] of Map.groupBy(moving, ({ roomIds }) => roomIds.join())) {
      const rooms = roomsAsked(facts, key.split(','));
      const wanted: Wanted = {
        spans: dates.map(({ span }) => span as Span),
        rooms,
        ...(attendees && { attendees }),
        except: { bookingId: booking.id },
      };
      conflict.met = { wanted, facts };
      settled.push(...(await this.settleRooms(tx, asking, booking.id, dates, wanted, edit, facts, now)));
    }
    if (moving.length === 0 && edit.attendees) this.refuseOverCapacity(facts, booking, edit.attendees);
    const untouched = plan.dates
      .filter(({ changes }) => !changes)
      .map((date) => ({ ...date, id: date.id as string, reasons: [], status: 'confirmed' as const }));
    return [
      ...settled,
      ...leaving.map((date) => ({ ...date, id: date.id as string, reasons: [], status: 'cancelled' as const })),
      ...untouched,
    ];
  }

  private async settleRooms(
    tx: EntityManager,
    asking: Asking,
    bookingId: string,
    dates: PlannedDate[],
    wanted: Wanted,
    edit: BookingEdit,
    facts: Facts,
    now: Date,
  ): Promise<Settled[]> {
    const reader = { ...asking, person: { ...asking.person, isResident: facts.readerIsResident } };
    const judged: JudgedSpan[] = await this.refusals.judgeAll(reader, wanted, facts, now, tx);
    const isRefused = judged.some(({ reasons }) => reasons.length > 0);
    if (isRefused && edit.onRefused === 'refuse') throw await this.refusals.refusal(reader, wanted, judged, [], now);
    const settled = dates.map((date, index): Settled => {
      const reasons = judged[index]?.reasons ?? [];
      return { ...date, id: date.id ?? newId(), reasons, status: reasons.length > 0 ? 'skipped' : 'confirmed' };
    });
    // New dates come first, for the allocations that refer to them.
    await tx.query(DATES_UPSERT, [asking.space.id, bookingId, JSON.stringify(settled.map((date) => dateRow(date, edit, false)))]);
    const kept = settled.filter(({ status }) => status === 'confirmed');
    await allocate(tx, asking.space.id, bookingId, allocationsOf(kept, wanted.rooms));
    return settled;
  }

  private refuseOverCapacity(facts: Facts, booking: BookingRead, attendees: number): void {
    const limit = roomsAsked(facts, booking.roomIds).reduce((sum, room) => sum + (room.capacity ?? Infinity), 0);
    if (attendees > limit) refuse('booking/refused', { reasons: [{ code: 'OVER_CAPACITY', limit }] });
  }

  private async writeBooking(
    tx: EntityManager,
    { space }: Asking,
    booking: BookingRead,
    edit: BookingEdit,
    { schedule }: EditPlan,
    isThis: boolean,
    attendees: number | null,
    now: Date,
  ): Promise<void> {
    const all: Partial<BookingEdit> = isThis ? {} : edit;
    const [first] = schedule?.spans ?? [];
    await tx.query(BOOKING_UPDATE, [
      space.id,
      booking.id,
      all.title ?? booking.title,
      all.description ?? booking.description,
      all.organisationId ?? booking.organisationId,
      all.visibility ?? booking.visibility,
      isThis ? booking.attendees : attendees,
      schedule?.wallStart ?? booking.wallStart,
      schedule?.wallEnd ?? booking.wallEnd,
      first?.start ?? booking.startsAt,
      first?.end ?? booking.endsAt,
      schedule ? schedule.rrule : booking.rrule,
      schedule ? schedule.exdates : booking.exdates,
      schedule ? schedule.materialisedUntil : booking.materialisedUntil,
      now,
      all.roomIds ?? booking.roomIds,
    ]);
  }

  private log(
    tx: EntityManager,
    { person, space, requestId }: Asking,
    { booking, occurrences }: Loaded,
    settled: Settled[],
    edit: BookingEdit,
  ) {
    const { title, roomIds, startsAt, endsAt, rrule, visibility, attendees } = booking;
    const moments = [
      ...occurrences.map((one) => [one.startsAt, one.endsAt] as const),
      ...settled.flatMap(({ span }) => (span ? [[span.start, span.end] as const] : [])),
    ];
    const times = moments.flat().map((moment) => moment.getTime());
    return record(tx, {
      kind: 'booking.edited',
      entityId: booking.id,
      spaceId: space.id,
      personId: person.personId,
      organisationId: booking.organisationId,
      requestId,
      before: { title, roomIds, startsAt, endsAt, rrule, visibility, attendees },
      after: edit,
      facts: { from: new Date(Math.min(...times)), to: new Date(Math.max(...times)) },
    });
  }

  /** Says who has the time; returns when they are gone meanwhile, so that the edit is tried again. */
  private async explain(asking: Asking, { wanted, facts }: Conflict): Promise<void> {
    const now = this.clock.now();
    const reader = { ...asking, person: { ...asking.person, isResident: facts.readerIsResident } };
    const judged = await this.refusals.judgeAll(reader, wanted, facts, now);
    if (judged.some(({ reasons }) => reasons.length > 0)) throw await this.refusals.refusal(reader, wanted, judged, [], now);
  }

  private async view({ person, space }: Asking, id: string): Promise<Booking> {
    const loaded = await loadBooking(this.db, space.id, id);
    if (!loaded) return refuse('not-found');
    return bookingView(loaded.booking, loaded.occurrences, person, this.clock.now());
  }
}

const allocationsOf = (dates: Settled[], rooms: RoomFacts[]) =>
  allocationsFor(
    dates.map(({ id, span }) => ({ id, start: (span as Span).start, end: (span as Span).end })),
    rooms,
  );

/** `null` leaves a column as it is. */
const dateRow = ({ id, recurrenceId, span, status, reasons, changes }: Settled, edit: BookingEdit, isThis: boolean) => ({
  id,
  recurrence_id: recurrenceId,
  starts_at: span?.start ?? null,
  ends_at: span?.end ?? null,
  status: changes ? status : null,
  flags: span?.flags ?? null,
  reasons: changes ? reasons : null,
  own_title: isThis && edit.title !== undefined ? edit.title : null,
  own_time: isThis && (edit.start !== undefined || edit.end !== undefined) ? true : null,
  own_rooms: isThis && edit.roomIds !== undefined ? true : null,
});
