import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { maySee } from '@bota/booking/domain';
import { actorOf } from '@bota/people/api';
import { Clock, NotificationKinds, Notifications } from '@bota/shared/api';
import { type SignedIn, dateOf } from '@bota/shared/domain';
import { type ClosureChange, ClosureHearers, type SpaceEntity } from '@bota/spaces/api';
import { isResidentNow } from '../booking.reads';
import type { CalendarRow } from '../booking.view';
import { calendarRows } from '../calendar.queries';
import { roomNames } from '../feeds/feed.queries';
import { type ClosureFacts, closedKind, openedKind } from './closure.words';

const NAMED = 5;

/** Who booked in the time of a closure is told of it, and when it is lifted: once for the closure, however many dates it meets. */
@Injectable()
export class ClosureNotices implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly hearers: ClosureHearers,
    private readonly kinds: NotificationKinds,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    for (const kind of [closedKind, openedKind]) this.kinds.declare(kind);
    this.hearers.declare((tx, { person, space }, change) => this.hear(tx, { person, space, change }));
  }

  private async hear(tx: EntityManager, closing: Closing): Promise<void> {
    const { space, change, person } = closing;
    const now = this.clock.now();
    if (change.endsAt <= now) return;
    const from = change.startsAt > now ? change.startsAt : now;
    const rows = await calendarRows(tx, space.id, from, change.endsAt, change.roomIds.length > 0 ? [...change.roomIds] : null);
    const rooms = (await roomNames(tx, space.id))(change.roomIds);
    const others = rows.filter(({ bookedBy }) => bookedBy !== person.personId);
    for (const [bookedBy, theirs] of Map.groupBy(others, (row) => row.bookedBy)) {
      const seen = await this.seenBy(tx, space, bookedBy, theirs);
      if (seen.length > 0) await this.tell(tx, { ...closing, rooms, bookedBy }, seen);
    }
  }

  /** A date stands in several rows, one for each of its rooms. Who may not see a booking any more hears nothing of it. */
  private async seenBy(tx: EntityManager, space: SpaceEntity, personId: string, rows: readonly CalendarRow[]): Promise<CalendarRow[]> {
    const actor = await actorOf(tx, personId);
    if (!actor) return [];
    const isResident = await isResidentNow(tx, actor, space, this.clock.now());
    const dates = [...new Map(rows.map((row) => [row.occurrenceId, row])).values()];
    return dates.filter((row) => maySee({ ...actor, isResident }, { spaceId: space.id, ...row }));
  }

  private async tell(tx: EntityManager, { space, change, rooms, bookedBy }: Meeting, dates: readonly CalendarRow[]): Promise<void> {
    const facts: ClosureFacts = {
      ...{ rooms, reason: change.reason, zone: space.zone, more: Math.max(0, dates.length - NAMED) },
      ...{ start: change.startsAt.toISOString(), end: change.endsAt.toISOString() },
      met: dates.slice(0, NAMED).map(({ title, start, end }) => ({ title, start: start.toISOString(), end: end.toISOString() })),
    };
    const { kind } = change.isClosed ? closedKind : openedKind;
    const [only, ...more] = dates;
    const path = only && more.length === 0 ? `bookings/${only.bookingId}` : `agenda?view=week&date=${dateOf(change.startsAt, space.zone)}`;
    await this.notifications.tell(tx, { kind, key: `${kind}:${change.id}`, space, subjectId: change.id, path, to: [bookedBy], facts });
  }
}

type Closing = { person: SignedIn; space: SpaceEntity; change: ClosureChange };
type Meeting = Closing & { rooms: string; bookedBy: string };
