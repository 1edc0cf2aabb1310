import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Booking, type BookingEdit, type Preparing, maySee } from '@bota/booking/domain';
import { Chronicler, Clock, isRetryable, record, refuse } from '@bota/shared/api';
import { can, extentOf } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import type { Asking } from './asking';
import { isResidentNow, loadBooking } from './booking.reads';
import { type BookingRead, type OccurrenceRead, bookingView } from './booking.view';
import { type EditPlan, changesOrganisation, dateOfBooking, planAll, planThis } from './edit.plan';
import { BOOKING_UPDATE, DATES_RETITLE, DATES_STAY, HORIZON_OF_ROOMS } from './edit.queries';
import { isMoved } from './edit.moves';
import type { Conflict, EditRun, Settled } from './edit.run';
import { EditSettlement } from './edit.settlement';
import { BOOKING_EXCLUDES, excludedDays } from './exclusion.queries';
import { type Facts, type Queryable, factsFor, roomsAsked } from './facts.queries';
import { isRefused, preparingOf } from './judgement';
import { BookingLetters } from './letters/booking.letters';
import { nameParticipants, Participating } from './participants/participating';
import { Refusals } from './refusals';
import { Expiry } from './requests/expiry';
import { continueSeries } from './series.continuation';
import { insteadOf, refuseUnknownLayout } from './substitution';
import { isTaken } from './taken';

const TRIES = 4;
type Loaded = { booking: BookingRead; occurrences: OccurrenceRead[] };
/** `whole`: the booking as it was asked for; `loaded`: what is changed of it. */
type Errand = { asking: Asking; whole: Loaded; loaded: Loaded; edit: BookingEdit; plan: EditPlan };

@Injectable()
export class BookingEdits {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
    private readonly refusals: Refusals,
    private readonly settlement: EditSettlement,
    private readonly letters: BookingLetters,
    private readonly expiry: Expiry,
    private readonly participating: Participating,
  ) {}

  /** Changes one date or the whole booking; on a conflict the old one stands. */
  async edit(asking: Asking, id: string, asked: BookingEdit, version?: number): Promise<Booking> {
    const { edit, organisationId, added } = await this.participating.admitEdit(asking, id, asked);
    const changed = await this.participating.counting(organisationId, added, () =>
      this.trying(asking, edit.onRefused, async (tx, meet) => {
        const loaded = await this.loadForChange(tx, asking, id, version);
        return this.change(tx, asking, loaded, edit, meet);
      }),
    );
    return this.view(asking, changed);
  }

  /** The same, and what else belongs to it, in one transaction: when that fails, the old one stands. */
  async editWith(
    asking: Asking,
    { id, edit }: { id: string; edit: BookingEdit },
    also: (tx: EntityManager, changed: Booking) => Promise<void>,
  ): Promise<Booking> {
    const changed = await this.trying(asking, edit.onRefused, async (tx, meet) => {
      const loaded = await this.loadForChange(tx, asking, id);
      const next = await this.change(tx, asking, loaded, edit, meet);
      await also(tx, await this.view(asking, next, tx));
      return next;
    });
    return this.view(asking, changed);
  }

  /** In the transaction of a larger change, which tells of it, and is tried again when a race is lost. */
  async editWithin(tx: EntityManager, asking: Asking, id: string, edit: BookingEdit): Promise<void> {
    const loaded = await this.loadForChange(tx, asking, id);
    await this.change(tx, asking, loaded, edit, () => undefined);
  }

  /** Coming dates follow the calendars a series leaves out, as these are now; those that stay are not touched, refused ones are skipped. */
  async followCalendars(asking: Asking, id: string): Promise<void> {
    await this.trying(asking, 'skip', async (tx, meet) => {
      const loaded = await this.loadForChange(tx, asking, id);
      const { rrule, exdates, excludes } = loaded.booking;
      const edit: BookingEdit = { scope: 'all', onRefused: 'skip', recurrence: { rrule: rrule ?? '', exdates, excludes } };
      const days = await excludedDays(tx, asking.space.id, excludes);
      const house = await houseFor(tx, asking.space, loaded.booking.roomIds);
      const plan = planAll({ ...loaded, edit, house, now: this.clock.now(), mayBookPast: false, days });
      const dropped = new Set(loaded.occurrences.filter(({ flags }) => flags.includes('off-rule')).map((one) => one.id));
      const dates = plan.dates.filter(({ span, id: date, changes }) => date === null || (changes && (span === null || dropped.has(date))));
      return dates.length === 0 ? id : this.carryOut(tx, { asking, whole: loaded, loaded, edit, plan: { ...plan, dates } }, meet);
    });
  }

  /** Again when a race was lost, some times. */
  private async trying(
    asking: Asking,
    onRefused: BookingEdit['onRefused'],
    work: (tx: EntityManager, meet: (conflict: Conflict) => void) => Promise<string>,
  ): Promise<string> {
    for (let tries = 1; tries <= TRIES; tries++) {
      let met: Conflict | undefined;
      try {
        const changed = await this.db.transaction((tx) => work(tx, (conflict) => (met = conflict)));
        this.chronicler.nudge();
        return changed;
      } catch (error) {
        if (isTaken(error) && met) {
          if ((await this.expiry.expire(asking.space.id)) === 0) await this.explain(asking, met, onRefused);
        } else if (!isRetryable(error)) throw error;
      }
    }
    return refuse('busy');
  }

  /** The booking, locked; invisible = 404, not theirs = 403, stale = 412 with the present state. */
  async loadForChange(tx: EntityManager, asking: Asking, id: string, version?: number): Promise<Loaded> {
    const loaded = await loadBooking(tx, asking.space.id, id, true);
    if (!loaded) return refuse('not-found');
    if (!can(asking.person, 'booking:edit', loaded.booking)) {
      const isResident = await isResidentNow(tx, asking.person, asking.space, this.clock.now());
      refuse(maySee({ ...asking.person, isResident }, loaded.booking) ? 'booking/not-yours' : 'not-found');
    }
    if (loaded.booking.cancelledAt) refuse('booking/already-cancelled');
    if (version !== undefined && version !== loaded.booking.version) {
      refuse('stale-version', { current: bookingView(loaded.booking, loaded.occurrences, editor(asking), this.clock.now()) });
    }
    return loaded;
  }

  /** Answers with the id of the booking that was changed: that of the continuation for "this and following". */
  private async change(tx: EntityManager, asking: Asking, whole: Loaded, edit: BookingEdit, meet: (conflict: Conflict) => void) {
    const now = this.clock.now();
    const inName = { spaceId: asking.space.id, organisationId: edit.organisationId };
    if (edit.organisationId && !can(asking.person, 'booking:create', inName)) refuse('booking/not-your-organisation');
    if (edit.overrideReason && !can(asking.person, 'booking:override', { spaceId: asking.space.id })) refuse('booking/override-not-yours');
    const isSeries = whole.booking.rrule !== null;
    const isThis = edit.scope === 'this' && isSeries;
    if (edit.scope !== 'all') dateOfBooking(whole, edit.occurrenceId);
    const loaded = edit.scope === 'following' && isSeries ? await continueSeries(tx, asking, whole, edit, now) : whole;
    const days = await excludedDays(tx, asking.space.id, edit.recurrence?.excludes ?? whole.booking.excludes);
    const input = {
      ...loaded,
      days,
      edit,
      house: await houseFor(tx, asking.space, edit.roomIds ?? loaded.booking.roomIds),
      now,
      mayBookPast: can(asking.person, 'booking:create-past', { spaceId: asking.space.id }),
    };
    const plan = isThis ? planThis(input) : planAll(input);
    if (plan.dates.length === 0) refuse('booking/already-started');
    return this.carryOut(tx, { asking, whole, loaded, edit, plan }, meet);
  }

  private async carryOut(tx: EntityManager, { asking, whole, loaded, edit, plan }: Errand, meet: (conflict: Conflict) => void) {
    if (whole.booking.stage !== 'confirmed') refuse('booking/not-confirmed');
    const isThis = edit.scope === 'this' && whole.booking.rrule !== null;
    const facts = await this.factsOf(tx, asking, plan, edit.organisationId ?? loaded.booking.organisationId);
    if (changesOrganisation(edit, loaded.booking) && !facts.wasResident) refuse('booking/organisation-not-resident');
    if (edit.roomIds) roomsAsked(facts, edit.roomIds);
    const layout = edit.layout === undefined ? loaded.booking.layout : edit.layout;
    insteadOf({ substitutes: edit.substitutes, layout }, facts, asking.space.zone);
    const attendees = edit.attendees === undefined || isThis ? loaded.booking.attendees : edit.attendees;
    const preparing = preparingAfter(loaded.booking, edit, facts);
    const now = this.clock.now();
    const { booking, occurrences } = loaded;
    const run = { tx, asking, booking, occurrences, standingId: whole.booking.id, edit, plan, isThis, facts, attendees, preparing, now };
    const settled = await this.settlement.settle(run, meet);
    await this.write(run, settled);
    await this.log(run, loaded, settled);
    const [date] = isThis ? settled.dates : [];
    const ended = booking.id === whole.booking.id ? undefined : { ...whole.booking, from: occurrences[0]?.startsAt };
    const meant = { at: date?.span?.start, was: date?.was ?? undefined, moves: isMoved(run, settled), ended };
    await this.letters.tell(tx, asking, { booking, act: 'changed', ...meant, reason: asking.note });
    return run.booking.id;
  }

  private async factsOf(tx: EntityManager, { space, person }: Asking, { dates }: EditPlan, organisationId: string): Promise<Facts> {
    const now = this.clock.now();
    const spans = dates.map(({ span }) => span).filter((span) => span !== null);
    const from = new Date(Math.min(now.getTime(), ...spans.map(({ start }) => start.getTime())));
    const to = new Date(Math.max(now.getTime(), ...spans.map(({ end }) => end.getTime())));
    const question = { spaceId: space.id, zone: space.zone, roomIds: null, organisationId, actor: person, from, to, now };
    const facts = await factsFor(tx, question);
    return facts;
  }

  private async write(run: EditRun, { overridden }: Settled): Promise<void> {
    const { tx, asking, booking, edit, isThis, attendees, now } = run;
    const { schedule } = run.plan;
    const all: Partial<BookingEdit> = isThis ? {} : edit;
    // What one date takes in its own rooms is no matter of the others.
    const preparing = isThis ? booking : run.preparing;
    const isRenamed = all.title !== undefined && all.title !== booking.title;
    if (isRenamed) await tx.query(DATES_RETITLE, [asking.space.id, booking.id, now, booking.title]);
    if (changesOrganisation(all as BookingEdit, booking))
      await tx.query(DATES_STAY, [asking.space.id, booking.id, now, booking.organisationId]);
    const next = schedule ?? booking;
    const first = schedule?.whole[0] ?? { start: booking.startsAt, end: booking.endsAt };
    await tx.query(BOOKING_UPDATE, [
      asking.space.id,
      booking.id,
      all.title ?? booking.title,
      all.description ?? booking.description,
      all.organisationId ?? booking.organisationId,
      all.visibility ?? booking.visibility,
      attendees,
      next.wallStart,
      next.wallEnd,
      first.start,
      first.end,
      next.rrule,
      next.exdates,
      next.materialisedUntil,
      now,
      all.roomIds ?? booking.roomIds,
      preparing.layout ?? null,
      preparing.setUpMinutes ?? 0,
      preparing.tearDownMinutes ?? 0,
      [...new Set([...booking.overridden, ...overridden])],
      overridden.length > 0 ? edit.overrideReason : booking.overrideReason,
      all.retrySkipped ?? booking.retrySkipped,
    ]);
    if (all.participants) await nameParticipants(tx, booking, all.participants, now);
    if (schedule) await tx.query(BOOKING_EXCLUDES, [asking.space.id, booking.id, schedule.excludes]);
  }

  private log({ tx, asking, booking, standingId, edit }: EditRun, { occurrences }: Loaded, { dates, overridden }: Settled): Promise<void> {
    const { title, roomIds, startsAt, endsAt, rrule, visibility, attendees } = booking;
    const before = occurrences.flatMap((one) => [one.startsAt, one.endsAt]);
    const after = dates.flatMap(({ span }) => (span ? [span.start, span.end] : []));
    return record(tx, {
      kind: booking.id === standingId ? 'booking.edited' : 'booking.continued',
      entityId: booking.id,
      spaceId: asking.space.id,
      personId: asking.person.personId,
      organisationId: booking.organisationId,
      requestId: asking.requestId,
      before: { title, roomIds, startsAt, endsAt, rrule, visibility, attendees },
      // Whom it invites is not told to the log: it is never erased.
      after: { ...edit, participants: edit.participants?.length, ...(overridden.length > 0 && { overridden }) },
      facts: extentOf([...before, ...after]),
    });
  }

  /** Says who has the time; returns when they are gone meanwhile or may be skipped, so that the edit is tried again. */
  private async explain(asking: Asking, { wanted, facts, isElsewhere }: Conflict, onRefused: BookingEdit['onRefused']): Promise<void> {
    if (onRefused === 'skip') return;
    const now = this.clock.now();
    const reader = { ...asking, person: { ...asking.person, isResident: facts.readerIsResident } };
    const found = await this.refusals.judgeAll(reader, wanted, facts, now);
    const judged = isElsewhere ? found.map((one) => ({ ...one, rooms: wanted.rooms })) : found;
    if (judged.some(isRefused)) throw await this.refusals.refusal(reader, wanted, judged, [], now);
  }

  private async view(asking: Asking, id: string, db: Queryable = this.db): Promise<Booking> {
    const loaded = await loadBooking(db, asking.space.id, id);
    return loaded ? bookingView(loaded.booking, loaded.occurrences, editor(asking), this.clock.now()) : refuse('not-found');
  }
}

/** The house as the rooms see it: a series without end goes no further than they are booked ahead. */
async function houseFor(tx: EntityManager, { id: spaceId, zone, horizonDays }: SpaceEntity, roomIds: readonly string[]) {
  const [row] = await tx.query<{ days: number | null }[]>(HORIZON_OF_ROOMS, [spaceId, roomIds]);
  return { zone, horizonDays: Math.min(horizonDays, row?.days ?? horizonDays) };
}

function preparingAfter(booking: BookingRead, edit: BookingEdit, facts: Facts): Preparing {
  const { setUpMinutes = booking.setUpMinutes, tearDownMinutes = booking.tearDownMinutes } = edit;
  const layout = edit.layout === undefined ? booking.layout : edit.layout;
  const rooms = roomsAsked(facts, edit.roomIds ?? booking.roomIds);
  if (edit.layout !== undefined) refuseUnknownLayout({ layout }, rooms);
  return preparingOf(rooms, { layout, setUpMinutes, tearDownMinutes });
}

/** Who may change a booking may see all of it. */
const editor = ({ person }: Asking) => ({ ...person, isResident: true });
