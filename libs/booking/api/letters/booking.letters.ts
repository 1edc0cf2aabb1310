import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { maySee } from '@bota/booking/domain';
import { actorOf } from '@bota/people/api';
import { CONFIG, type CalendarPart, Clock, type Config, NotificationKinds, Notifications, pageLink } from '@bota/shared/api';
import type { SignedIn } from '@bota/shared/domain';
import { SpaceEntity } from '@bota/spaces/api';
import type { Asking } from '../asking';
import { isResidentNow } from '../booking.reads';
import { type FeedBooking, feedBooking, roomNames } from '../feeds/feed.queries';
import { OutsideLetters } from '../outside/outside.letters';
import { BOOKING_KINDS, type BookingAct, type BookingFacts } from './booking.kinds';
import { calendarPart } from './calendar.part';
import { dateMeant } from './date.meant';

/** After these there is nothing that a calendar should show. */
const WITHOUT_CALENDAR: readonly BookingAct[] = ['declined', 'taken', 'hold-over', 'request-over', 'no-show'];
type Meant = { id: string; bookedBy: string };
/** `at`: the date that was meant, when it was one. `ended`: the series that the booking goes on from. */
type Change = { booking: Meant; act: BookingAct; at?: Date; reason?: string; ended?: Meant };

/** Tells who booked what somebody else did to their booking, with an iCalendar part for their calendar: once for each change. */
@Injectable()
export class BookingLetters implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly kinds: NotificationKinds,
    private readonly notifications: Notifications,
    private readonly outside: OutsideLetters,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    for (const kind of BOOKING_KINDS) this.kinds.declare(kind);
  }

  /** In the transaction of the change, after it. Who may not see the booking any more hears nothing of it. */
  async tell(tx: EntityManager, { person, space, isToldApart }: Asking, change: Change): Promise<void> {
    if (!isToldApart && person.personId !== change.booking.bookedBy) await this.write(tx, space, { ...change, by: person });
    for (const booking of change.ended ? [change.ended, change.booking] : [change.booking])
      await this.outside.tellOfChange(tx, space, { ...change, booking });
  }

  /** What nobody did: the time for it is over. */
  async tellOfTime(
    tx: EntityManager,
    booking: Change['booking'] & { spaceId: string },
    act: 'hold-over' | 'request-over' | 'no-show',
    at?: Date,
  ): Promise<void> {
    const space = await tx.findOneByOrFail(SpaceEntity, { id: booking.spaceId });
    await this.write(tx, space, { booking, act, at, by: null });
  }

  /** Of a date of one’s own: it is known by the date and the time it has now. */
  async remind(tx: EntityManager, booking: Meant & { spaceId: string }, { occurrenceId, start }: { occurrenceId: string; start: Date }) {
    const space = await tx.findOneByOrFail(SpaceEntity, { id: booking.spaceId });
    const about = {
      key: `booking-reminder:${occurrenceId}:${Math.floor(start.getTime() / 1000)}`,
      path: `bookings/${booking.id}?at=${occurrenceId}`,
    };
    await this.write(tx, space, { booking, act: 'reminder', at: start, by: null, ...about });
  }

  /** A booking as it is now, for the calendar of who booked it. */
  async calendarOf(tx: EntityManager, space: SpaceEntity, { id, bookedBy }: Meant): Promise<CalendarPart | undefined> {
    const booking = await feedBooking(tx, space.id, id);
    if (!booking) return undefined;
    const [attendee, nameRooms] = [await attendeeOf(tx, bookedBy), await roomNames(tx, space.id)];
    return this.partOf(space, booking, { attendee, isGone: booking.cancelledAt !== null, nameRooms, now: this.clock.now() });
  }

  private partOf(space: SpaceEntity, booking: FeedBooking, how: Parameters<typeof calendarPart>[2]): CalendarPart | undefined {
    return calendarPart(this.config, { ...booking, url: pageLink(this.config, `/${space.slug}/bookings/${booking.id}`) }, how);
  }

  private async write(tx: EntityManager, space: SpaceEntity, change: Written): Promise<void> {
    const { act, at, reason, by, ended } = change;
    const { id, bookedBy } = change.booking;
    const [actor, booking] = [await actorOf(tx, bookedBy), await feedBooking(tx, space.id, id)];
    if (!actor || !booking) return;
    const now = this.clock.now();
    const isResident = await isResidentNow(tx, actor, space, now);
    if (!maySee({ ...actor, isResident }, { spaceId: space.id, ...booking })) return;
    const nameRooms = await roomNames(tx, space.id);
    const date = dateMeant(booking, at, now);
    const facts: BookingFacts = {
      ...{ title: booking.title, by: by?.displayName ?? '', byId: by?.personId ?? null, reason, zone: booking.zone },
      ...{ start: date.startsAt.toISOString(), end: date.endsAt.toISOString() },
      where: nameRooms(date.roomIds.length > 0 ? date.roomIds : booking.roomIds),
    };
    const before = ended && (await feedBooking(tx, space.id, ended.id));
    const how = { attendee: await attendeeOf(tx, bookedBy), isGone: act === 'cancelled', nameRooms, now };
    const spoken = WITHOUT_CALENDAR.includes(act) ? [] : [booking, ...(before ? [before] : [])];
    const calendars = spoken.map((one) => this.partOf(space, one, how)).filter((part) => part !== undefined);
    const { key = `booking-${act}:${id}:${booking.version}`, path = `bookings/${id}` } = change;
    await this.notifications.tell(tx, { kind: `booking-${act}`, key, space, subjectId: id, path, to: [bookedBy], facts, calendars });
  }
}

/** `key` when it is not the version that is told of. */
type Written = Change & { by: SignedIn | null; key?: string; path?: string };
type Attendee = { email: string; name: string };

async function attendeeOf(tx: EntityManager, personId: string): Promise<Attendee> {
  const [row] = await tx.query<Attendee[]>('SELECT email, display_name AS name FROM person WHERE id = $1', [personId]);
  return row ?? { email: '', name: '' };
}
