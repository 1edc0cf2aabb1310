import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Booking, Decision } from '@bota/booking/domain';
import { Chronicler, Clock, record, refuse } from '@bota/shared/api';
import { can } from '@bota/shared/domain';
import type { Asking } from '../asking';
import { loadBooking, BookingReads } from '../booking.reads';
import { type BookingRead, bookingView } from '../booking.view';
import { BookingLetters } from '../letters/booking.letters';
import { Confirmation, type Confirmed } from './confirmation';
import { Expiry } from './expiry';
import { Rivals } from './rivals';
import { SET_ASIDE, STAGE } from './requests.queries';

type Loaded = NonNullable<Awaited<ReturnType<typeof loadBooking>>>;

/** The coordination agrees to what was asked, or does not. */
@Injectable()
export class Decisions {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
    private readonly letters: BookingLetters,
    private readonly reads: BookingReads,
    private readonly confirmation: Confirmation,
    private readonly rivals: Rivals,
    private readonly expiry: Expiry,
  ) {}

  /** Accepting takes the rooms, and turns away who asked for the same; of two at once, one wins. */
  async decide(asking: Asking, id: string, decision: Decision, version?: number): Promise<Booking> {
    return this.expiry.persevere(asking.space.id, async () => {
      await this.db.transaction((tx) => this.within(tx, asking, id, decision, version));
      this.chronicler.nudge();
      return this.reads.one(asking.person, asking.space, id);
    });
  }

  private async within(tx: EntityManager, asking: Asking, id: string, decision: Decision, version?: number): Promise<void> {
    // All who ask for the same are held in one order, so that two decisions at once wait for each other.
    const rivals = decision.verdict === 'accept' ? await this.rivals.lock(tx, asking.space.id, id) : [];
    const loaded = await this.load(tx, asking, id, version);
    if (decision.verdict === 'decline') return this.decline(tx, asking, loaded, decision);
    const { onRefused, overrideReason } = decision;
    if (overrideReason && !can(asking.person, 'booking:override', { spaceId: asking.space.id })) refuse('booking/override-not-yours');
    const confirmed = await this.confirmation.confirm(tx, { ...asking, ...loaded, onRefused, overrides: !!overrideReason });
    const { granted, overridden } = confirmed;
    if (overridden.length > 0) await tx.query(SET_ASIDE, [asking.space.id, id, overridden, overrideReason]);
    await this.close(tx, asking, loaded.booking, 'confirmed', decision);
    await this.log(tx, asking, loaded, 'booking.accepted', decision, confirmed);
    await this.letters.tell(tx, asking, { booking: loaded.booking, act: 'accepted', reason: decision.note });
    await this.rivals.turnAway(tx, asking, rivals, granted);
  }

  /** Nothing of it will be; in the transaction of whoever holds it and may say so. */
  async decline(tx: EntityManager, asking: Asking, loaded: Loaded, decision: Pick<Decision, 'note'>): Promise<void> {
    await this.confirmation.release(tx, loaded.booking);
    await this.close(tx, asking, loaded.booking, 'declined', decision);
    await this.log(tx, asking, loaded, 'booking.declined', decision);
    await this.letters.tell(tx, asking, { booking: loaded.booking, act: 'declined', reason: decision.note });
  }

  private async load(tx: EntityManager, { person, space }: Asking, id: string, version?: number): Promise<Loaded> {
    const loaded = (await loadBooking(tx, space.id, id, true)) ?? refuse('not-found');
    if (!can(person, 'booking:decide', loaded.booking)) refuse('not-allowed');
    if (loaded.booking.cancelledAt || loaded.booking.stage !== 'requested') refuse('booking/not-requested');
    if (version !== undefined && version !== loaded.booking.version) {
      const reader = { ...person, isResident: true };
      refuse('stale-version', { current: bookingView(loaded.booking, loaded.occurrences, reader, this.clock.now()) });
    }
    return loaded;
  }

  private async close(
    tx: EntityManager,
    { person }: Asking,
    booking: BookingRead,
    stage: 'confirmed' | 'declined',
    { note }: Pick<Decision, 'note'>,
  ) {
    await tx.query(STAGE, [booking.spaceId, booking.id, stage, this.clock.now(), person.personId, note]);
  }

  private log(
    tx: EntityManager,
    { person, space, requestId }: Asking,
    { booking, occurrences }: Loaded,
    kind: 'booking.accepted' | 'booking.declined',
    { note, overrideReason }: Pick<Decision, 'note' | 'overrideReason'>,
    confirmed?: Confirmed,
  ) {
    const facts = { from: occurrences[0]?.startsAt, to: occurrences.at(-1)?.endsAt };
    const { granted = [], overridden = [] } = confirmed ?? {};
    const after = {
      note,
      ...(confirmed && { dates: granted.length }),
      ...(overridden.length > 0 && { overridden, overrideReason }),
    };
    const whose = { entityId: booking.id, spaceId: space.id, personId: person.personId, organisationId: booking.organisationId };
    return record(tx, { kind, ...whose, requestId, after, facts });
  }
}
