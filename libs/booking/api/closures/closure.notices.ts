import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { maySee } from '@bota/booking/domain';
import { actorOf } from '@bota/people/api';
import { type CalendarPart, Clock, NotificationKinds, Notifications } from '@bota/shared/api';
import { type ClosureChange, ClosureHearers, type SpaceEntity } from '@bota/spaces/api';
import type { Asking } from '../asking';
import { isResidentNow } from '../booking.reads';
import { roomNames } from '../feeds/feed.queries';
import { BookingLetters } from '../letters/booking.letters';
import { OutsideClosings } from '../outside/outside.closings';
import { type Closing, agendaOf, factsOfKept, factsOfSettled } from './closure.facts';
import type { Outcome } from './closure.settlement';
import { closedKind, openedKind } from './closure.words';
import { datesMet, openAgain, rowsMet } from './met';
import { settledKind } from './settled.words';

/** Who booked in the time of a closure is told of it, and when it is lifted: once for the closure, whatever becomes of their dates. */
@Injectable()
export class ClosureNotices implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly hearers: ClosureHearers,
    private readonly kinds: NotificationKinds,
    private readonly notifications: Notifications,
    private readonly letters: BookingLetters,
    private readonly neighbours: OutsideClosings,
  ) {}

  onModuleInit(): void {
    this.kinds.declare(closedKind);
    this.kinds.declare(openedKind);
    this.kinds.declare(settledKind);
    this.hearers.declare((tx, asking, change) => this.opened(tx, asking, change));
  }

  /** With what became of each of their dates; when some ended or moved, also for their calendar. */
  async closed(tx: EntityManager, asking: Asking, { change, outcomes, message }: Closed): Promise<void> {
    const closing = { ...asking, change, nameRooms: await roomNames(tx, asking.space.id) };
    for (const [bookedBy, theirs] of await this.readers(tx, asking, outcomes)) {
      const isSettled = theirs.some(({ became }) => became !== 'kept');
      if (isSettled) await this.tellSettled(tx, { ...closing, bookedBy }, { theirs, message });
      else await this.tell(tx, { ...closing, bookedBy }, { theirs, ...closedKind });
    }
    await this.neighbours.closed(tx, { ...closing, outcomes, message, byId: asking.person.personId });
  }

  /** What another closure still meets cannot take place yet. */
  private async opened(tx: EntityManager, asking: Asking, change: ClosureChange): Promise<void> {
    const met = datesMet(await rowsMet(tx, asking.space.id, change, this.clock.now()));
    const dates = await openAgain(tx, asking.space.id, met);
    const closing = { ...asking, change, nameRooms: await roomNames(tx, asking.space.id) };
    const outcomes = dates.map((date) => ({ date, became: 'kept' as const }));
    for (const [bookedBy, theirs] of await this.readers(tx, asking, outcomes))
      await this.tell(tx, { ...closing, bookedBy }, { theirs, ...openedKind });
    await this.neighbours.opened(tx, closing, outcomes);
  }

  /** Who booked, with what they may see of it; who makes the change knows of it. */
  private async readers(tx: EntityManager, { person, space }: Asking, outcomes: readonly Outcome[]): Promise<[string, Outcome[]][]> {
    const readers: [string, Outcome[]][] = [];
    for (const [bookedBy, theirs] of Map.groupBy(outcomes, ({ date }) => date.bookedBy)) {
      const seen = bookedBy === person.personId ? [] : await this.seenBy(tx, space, bookedBy, theirs);
      if (seen.length > 0) readers.push([bookedBy, seen]);
    }
    return readers;
  }

  /** Who may not see a booking any more hears nothing of it. */
  private async seenBy(tx: EntityManager, space: SpaceEntity, personId: string, outcomes: readonly Outcome[]): Promise<Outcome[]> {
    const actor = await actorOf(tx, personId);
    if (!actor) return [];
    const isResident = await isResidentNow(tx, actor, space, this.clock.now());
    return outcomes.filter(({ date }) => maySee({ ...actor, isResident }, { spaceId: space.id, ...date }));
  }

  private async tell(tx: EntityManager, meeting: Meeting, { theirs, kind }: { theirs: readonly Outcome[]; kind: string }): Promise<void> {
    await this.notifications.tell(tx, { ...about(meeting, kind, theirs), facts: factsOfKept(meeting, theirs) });
  }

  private async tellSettled(tx: EntityManager, meeting: Meeting, { theirs, message }: { theirs: readonly Outcome[]; message: string }) {
    const facts = factsOfSettled(meeting, theirs, message);
    const changed = bookingsChanged(theirs);
    const calendars = await this.calendarsOf(tx, meeting, changed);
    const written = await this.notifications.tell(tx, { ...about(meeting, settledKind.kind, theirs), facts, calendars });
    for (const id of changed) await this.letters.noteTold(tx, meeting.space.id, { id, byLetter: written.length > 0 });
  }

  private async calendarsOf(tx: EntityManager, { space, bookedBy }: Meeting, changed: ReadonlySet<string>): Promise<CalendarPart[]> {
    const parts: CalendarPart[] = [];
    for (const id of changed) {
      const part = await this.letters.calendarOf(tx, space, { id, bookedBy });
      if (part) parts.push(part);
    }
    return parts;
  }
}

/** What was never confirmed stands in no calendar. */
function bookingsChanged(theirs: readonly Outcome[]): Set<string> {
  const changed = theirs.filter(({ became, date }) => date.stage === 'confirmed' && (became === 'cancelled' || became === 'moved'));
  return new Set(changed.map(({ date }) => date.bookingId));
}

type Closed = { change: ClosureChange; outcomes: readonly Outcome[]; message: string };
type Meeting = Asking & Closing & { bookedBy: string };

function about(meeting: Meeting, kind: string, theirs: readonly Outcome[]) {
  const { space, change, bookedBy } = meeting;
  const [only, ...more] = theirs;
  const path = only && more.length === 0 ? `bookings/${only.date.bookingId}` : agendaOf(meeting);
  return { kind, key: `${kind}:${change.id}`, space, subjectId: change.id, path, to: [bookedBy] };
}
