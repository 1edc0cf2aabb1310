import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type CalendarPart, Clock, type Config, NotificationKinds, Notifications, pageLink } from '@bota/shared/api';
import type { Language, SignedIn } from '@bota/shared/domain';
import { SpaceEntity } from '@bota/spaces/api';
import type { Asking } from '../asking';
import { heardElsewhere, noteCalendar, passOver } from '../confirmations/calendar.knowledge';
import { type FeedBooking, feedBooking, roomNames } from '../feeds/feed.queries';
import { OutsideLetters } from '../outside/outside.letters';
import { AskingReplies, type Invited } from '../replies/asking.replies';
import { BOOKING_KINDS, type BookingAct, type BookingFacts } from './booking.kinds';
import { calendarPart } from './calendar.part';
import { dateMeant } from './date.meant';
import { mayHear } from './hearing';
import { spreadOf } from './spread';

/** After these there is nothing that a calendar should show. */
const WITHOUT_CALENDAR: readonly BookingAct[] = ['declined', 'taken', 'hold-over', 'request-over', 'no-show'];
type Meant = { id: string; bookedBy: string };
/**
 * `at`: the date that was meant, when it was one; `was`: when it began before. `moves`: time or room of a date are others, so that whom it
 * concerns is asked whether it suits. `ended`: the series that the booking goes on from, which gave it its dates since `from`.
 */
type Change = { booking: Meant; act: BookingAct; at?: Date; was?: Date; moves?: boolean; reason?: string; ended?: Meant & { from?: Date } };

/** Tells who booked what somebody else did to their booking, with an iCalendar part for their calendar: once for each change. */
@Injectable()
export class BookingLetters implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly kinds: NotificationKinds,
    private readonly notifications: Notifications,
    private readonly outside: OutsideLetters,
    private readonly replies: AskingReplies,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    for (const kind of BOOKING_KINDS) this.kinds.declare(kind);
  }

  /** In the transaction of the change, after it. Who may not see the booking any more hears nothing of it. */
  async tell(tx: EntityManager, { person, space, isToldApart }: Asking, change: Change): Promise<void> {
    if (change.moves) await this.supersede(tx, space, change);
    if (person.personId !== change.booking.bookedBy)
      await (isToldApart
        ? this.ask(tx, space, { ...change, at: undefined, by: person })
        : this.write(tx, space, { ...change, by: person }));
    if (!isToldApart) await this.outside.tellOfChange(tx, space, { ...change, byId: person.personId });
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
    const { name, email } = await readerOf(tx, bookedBy);
    const attendee = await this.replies.guest(tx, space.id, id, { personId: bookedBy, name, email });
    const nameRooms = await roomNames(tx, space.id);
    return this.partOf(space, booking, { attendee, isGone: booking.cancelledAt !== null, nameRooms, now: this.clock.now() });
  }

  /** Who booked was told of it as it is now; `byLetter`: with what it is for their calendar. */
  async noteTold(tx: EntityManager, spaceId: string, { id, byLetter }: { id: string; byLetter: boolean }): Promise<void> {
    const booking = await feedBooking(tx, spaceId, id);
    if (booking) await (byLetter ? noteCalendar : passOver)(tx, spaceId, booking, this.clock.now());
  }

  private partOf(space: SpaceEntity, booking: FeedBooking, how: Parameters<typeof calendarPart>[2]): CalendarPart | undefined {
    return calendarPart(this.config, { ...booking, url: pageLink(this.config, `/${space.slug}/bookings/${booking.id}`) }, how);
  }

  private async write(tx: EntityManager, space: SpaceEntity, change: Written): Promise<void> {
    const { act, at, reason, by, ended } = change;
    const { id, bookedBy } = change.booking;
    const booking = await feedBooking(tx, space.id, id);
    const now = this.clock.now();
    if (!booking || !(await mayHear(tx, space, bookedBy, booking, now))) return;
    const nameRooms = await roomNames(tx, space.id);
    const date = dateMeant(booking, at, now);
    const facts: BookingFacts = {
      ...{
        title: (at && date.ownTitle) ?? booking.title,
        by: by?.displayName ?? '',
        byId: by?.personId ?? null,
        reason,
        zone: booking.zone,
      },
      ...{ start: date.startsAt.toISOString(), end: date.endsAt.toISOString() },
      where: nameRooms(date.roomIds.length > 0 ? date.roomIds : booking.roomIds),
      ...(!at && { spread: spreadOf(booking, nameRooms, now) }),
    };
    const before = ended && (await feedBooking(tx, space.id, ended.id));
    const invited = await this.ask(tx, space, change);
    const { language, ...reader } = await readerOf(tx, bookedBy);
    const spoken = WITHOUT_CALENDAR.includes(act) ? [] : [booking, ...(before ? [before] : [])];
    const parts = spoken.map(async (one) => {
      const attendee = await this.replies.guest(tx, space.id, one.id, { personId: bookedBy, ...reader });
      const ask = one === booking ? invited?.inCalendar(language) : undefined;
      return this.partOf(space, one, { attendee, ask, isGone: act === 'cancelled', nameRooms, now });
    });
    const calendars = (await Promise.all(parts)).filter((part) => part !== undefined);
    const { key = `booking-${act}:${id}:${booking.version}`, path = `bookings/${id}` } = change;
    const asks = invited?.asks;
    const about = { kind: `booking-${act}`, key, space, subjectId: id, path };
    const written = await this.notifications.tell(tx, { ...about, to: [bookedBy], facts, calendars, asks });
    const note = written.length > 0 ? noteCalendar : by && heardElsewhere;
    if (note) for (const one of spoken) await note(tx, space.id, one, now);
  }

  /** Of what one did not do oneself one is asked; where one is told of it apart, on the page of the booking, about all of it. */
  private async ask(tx: EntityManager, space: SpaceEntity, { booking, act, by, at, moves }: Written): Promise<Invited | null> {
    if (act !== 'changed' || !by) return null;
    const question = { bookingId: booking.id, whom: { personId: booking.bookedBy }, byId: by.personId, at };
    return moves ? this.replies.ask(tx, space, question) : this.replies.remind(tx, space, question);
  }

  private async supersede(tx: EntityManager, space: SpaceEntity, { booking, ended, at, was }: Change): Promise<void> {
    const dates = at && [at, ...(was ? [was] : [])];
    await this.replies.supersede(tx, space.id, { bookingId: booking.id, dates });
    if (ended) await this.replies.supersede(tx, space.id, { bookingId: ended.id, from: ended.from });
  }
}

/** `key` when it is not the version that is told of. */
type Written = Change & { by: SignedIn | null; key?: string; path?: string };
type Reader = { email: string; name: string; language: Language };

async function readerOf(tx: EntityManager, personId: string): Promise<Reader> {
  const [row] = await tx.query<Reader[]>('SELECT email, display_name AS name, language FROM person WHERE id = $1', [personId]);
  return row ?? { email: '', name: '', language: 'fr' };
}
