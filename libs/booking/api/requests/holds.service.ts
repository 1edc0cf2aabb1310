import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Booking, type RoomFacts, blocksMeanwhile, roomsToApprove } from '@bota/booking/domain';
import { Chronicler, Clock, record, refuse } from '@bota/shared/api';
import type { Asking } from '../asking';
import { BookingEdits } from '../booking.edits';
import { BookingReads, loadBooking } from '../booking.reads';
import { roomIdsOf, spanOf } from '../booking.spans';
import { factsFor } from '../facts.queries';
import { askerOf } from '../judgement';
import { Confirmation } from './confirmation';
import { Expiry } from './expiry';
import { CONFIRMS, LEAVE_OPEN, STAGE } from './requests.queries';

type Loaded = NonNullable<Awaited<ReturnType<typeof loadBooking>>>;

/** What is kept undecided: who holds it confirms it in time, or lets it go. */
@Injectable()
export class Holds {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
    private readonly edits: BookingEdits,
    private readonly reads: BookingReads,
    private readonly confirmation: Confirmation,
    private readonly expiry: Expiry,
  ) {}

  /** Confirmed, or asked for where a room wants approval: it keeps its rooms then as far as what is asked for does. */
  async confirm(asking: Asking, id: string, version?: number): Promise<Booking> {
    return this.expiry.persevere(asking.space.id, async () => {
      await this.db.transaction((tx) => this.within(tx, asking, id, version));
      this.chronicler.nudge();
      return this.reads.one(asking.person, asking.space, id);
    });
  }

  private async within(tx: EntityManager, asking: Asking, id: string, version?: number): Promise<void> {
    const loaded = await this.edits.loadForChange(tx, asking, id, version);
    const { booking, occurrences } = loaded;
    const now = this.clock.now();
    if (booking.stage !== 'held' || (booking.expiresAt ?? now) <= now) refuse('booking/not-held');
    const rooms = await this.rooms(tx, asking, loaded);
    const asks = needsApproval(asking, loaded, rooms);
    const asker = askerOf(asking.person, asking.space.id, booking.organisationId);
    if (!asks) await this.confirmation.confirm(tx, { ...asking, booking, occurrences, asker, onRefused: 'refuse' });
    if (asks && !blocksMeanwhile(rooms)) await tx.query(LEAVE_OPEN, [booking.spaceId, id]);
    await tx.query(STAGE, [booking.spaceId, id, asks ? 'requested' : 'confirmed', now, null, '']);
    if (!asks) await tx.query(CONFIRMS, [booking.spaceId, id]);
    const { person, space, requestId } = asking;
    const whose = { entityId: id, spaceId: space.id, personId: person.personId, organisationId: booking.organisationId };
    await record(tx, { kind: asks ? 'booking.requested' : 'booking.confirmed', ...whose, requestId, facts: factsOf(loaded) });
  }

  /** Those of all of its dates. */
  private async rooms(tx: EntityManager, { person, space }: Asking, { booking, occurrences }: Loaded): Promise<RoomFacts[]> {
    const window = { from: booking.startsAt, to: booking.endsAt, now: this.clock.now() };
    const roomIds = [...new Set([...booking.roomIds, ...occurrences.flatMap((date) => roomIdsOf(date, booking))])];
    return (await factsFor(tx, { spaceId: space.id, zone: space.zone, roomIds, actor: person, ...window })).rooms;
  }
}

function needsApproval({ person, space }: Asking, { booking, occurrences }: Loaded, rooms: RoomFacts[]): boolean {
  const asker = askerOf(person, space.id, booking.organisationId);
  return occurrences.some((date) => {
    const roomIds = roomIdsOf(date, booking);
    const ofDate = rooms.filter(({ id }) => roomIds.includes(id));
    return roomsToApprove({ rooms: ofDate, span: spanOf(date), asker, zone: space.zone }).length > 0;
  });
}

const factsOf = ({ occurrences }: Loaded) => ({ from: occurrences[0]?.startsAt, to: occurrences.at(-1)?.endsAt });
