import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type AskedSince, type Booking, WHEN_ASKED, maySee, strictestCheckIn, whyNotCheckIn } from '@bota/booking/domain';
import { Chronicler, Clock, record, refuse } from '@bota/shared/api';
import { type Action, can } from '@bota/shared/domain';
import { allocate, allocationsFor } from '../allocations';
import type { Asking } from '../asking';
import { BookingReads, isResidentNow, loadBooking } from '../booking.reads';
import { spanOf } from '../booking.spans';
import type { BookingRead, OccurrenceRead } from '../booking.view';
import { dateOfBooking } from '../edit.plan';
import { FREE_DATES, NEXT_VERSION } from '../edit.queries';
import { factsFor, roomsAsked } from '../facts.queries';
import { wantedBy, without } from '../judgement';
import { BookingLetters } from '../letters/booking.letters';
import { Refusals } from '../refusals';
import { Expiry } from '../requests/expiry';
import { ASKED, CHECK_IN, REINSTATE } from './check-in.queries';

type Meant = { booking: BookingRead; date: OccurrenceRead };

/** People say that they are there; the coordination may say it for them, and give back what was released. */
@Injectable()
export class CheckIns {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
    private readonly reads: BookingReads,
    private readonly refusals: Refusals,
    private readonly letters: BookingLetters,
    private readonly expiry: Expiry,
  ) {}

  /** Said twice, it is said once. */
  async checkIn(asking: Asking, id: string, occurrenceId?: string): Promise<Booking> {
    await this.db.transaction(async (tx) => {
      const meant = await this.load(tx, asking, id, { may: 'booking:check-in', occurrenceId });
      const { booking, date } = meant;
      if (date.checkedInAt && date.status === 'confirmed') return;
      const now = this.clock.now();
      if (date.status === 'no_show') refuse('booking/released');
      if (date.status === 'cancelled' || booking.cancelledAt) refuse('booking/already-cancelled');
      if (date.status !== 'confirmed') refuse('booking/not-confirmed');
      const asked = await tx.query<AskedSince[]>(ASKED, [booking.spaceId, date.id]);
      const rule = strictestCheckIn(asked.map((one) => one.rule));
      const why = whyNotCheckIn({ start: date.startsAt, end: date.endsAt, rule, now });
      if (why) refuse(why);
      await tx.query(CHECK_IN, [booking.spaceId, date.id, asking.person.personId, now]);
      await this.log(tx, asking, meant, 'booking.checked-in');
    });
    this.chronicler.nudge();
    return this.reads.one(asking.person, asking.space, id);
  }

  /** Gives a released date its rooms again, when they are still free, as one whose people came. */
  async reinstate(asking: Asking, id: string, occurrenceId?: string): Promise<Booking> {
    return this.expiry.persevere(asking.space.id, async () => {
      await this.db.transaction((tx) => this.giveBack(tx, asking, id, occurrenceId));
      this.chronicler.nudge();
      return this.reads.one(asking.person, asking.space, id);
    });
  }

  private async giveBack(tx: EntityManager, asking: Asking, id: string, occurrenceId?: string): Promise<void> {
    const meant = await this.load(tx, asking, id, { may: 'booking:reinstate', occurrenceId });
    const { booking, date } = meant;
    const now = this.clock.now();
    if (date.status !== 'no_show') refuse('booking/not-released');
    if (date.endsAt <= now) refuse('booking/check-in-over');
    // What it kept until its release is its own: it must not stand in its way.
    await tx.query(FREE_DATES, [booking.spaceId, [date.id]]);
    const { wanted, facts } = await this.judge(tx, asking, meant, now);
    const granted = [{ id: date.id, start: date.startsAt, end: date.endsAt }];
    const rows = allocationsFor(granted, wanted.rooms, wanted);
    await allocate(tx, { spaceId: booking.spaceId, bookingId: booking.id, rows, judgedBy: facts });
    await tx.query(REINSTATE, [booking.spaceId, date.id, asking.person.personId, now]);
    await tx.query(NEXT_VERSION, [booking.spaceId, booking.id, now]);
    await this.log(tx, asking, meant, 'booking.reinstated');
    await this.letters.tell(tx, asking, { booking, act: 'reinstated', at: date.startsAt });
  }

  private async judge(tx: EntityManager, { space, person }: Asking, { booking, date }: Meant, now: Date) {
    const { startsAt: from, endsAt: to, roomIds } = date;
    const facts = await factsFor(tx, { spaceId: space.id, zone: space.zone, roomIds, actor: person, from, to, now });
    const wanted = wantedBy(booking, roomsAsked(facts, roomIds), [spanOf(date)]);
    const reader = { space, person: { ...person, isResident: true } };
    const found = await this.refusals.judgeAll(reader, wanted, facts, now, tx);
    const judged = without(found, [...WHEN_ASKED, 'NOT_RESIDENT', ...date.overridden]);
    if (judged.some(({ reasons }) => reasons.length > 0)) throw await this.refusals.refusal(reader, wanted, judged, [], now);
    return { wanted, facts };
  }

  /** The date, its booking locked; invisible = 404, not theirs = 403. */
  private async load(
    tx: EntityManager,
    { person, space }: Asking,
    id: string,
    { may, occurrenceId }: { may: Action; occurrenceId?: string },
  ): Promise<Meant> {
    const loaded = (await loadBooking(tx, space.id, id, true)) ?? refuse('not-found');
    if (!can(person, may, loaded.booking)) {
      const isResident = await isResidentNow(tx, person, space, this.clock.now());
      refuse(maySee({ ...person, isResident }, loaded.booking) ? 'not-allowed' : 'not-found');
    }
    return { booking: loaded.booking, date: dateOfBooking(loaded, occurrenceId) };
  }

  private log(tx: EntityManager, { person, space, requestId }: Asking, { booking, date }: Meant, kind: string): Promise<void> {
    const { startsAt: from, endsAt: to } = date;
    const whose = { entityId: booking.id, spaceId: space.id, personId: person.personId, organisationId: booking.organisationId };
    return record(tx, { kind, ...whose, requestId, after: { start: from, end: to }, facts: { from, to } });
  }
}
