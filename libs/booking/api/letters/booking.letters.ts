import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { maySee } from '@bota/booking/domain';
import { actorOf } from '@bota/people/api';
import { CONFIG, Clock, type Config, LetterSamples, Postman, pageLink, post } from '@bota/shared/api';
import { type Language, spanInWords } from '@bota/shared/domain';
import { SpaceEntity } from '@bota/spaces/api';
import type { Asking } from '../asking';
import { isResidentNow } from '../booking.reads';
import { noShowLetter, reinstatedLetter } from '../check-in/check-in.words';
import { feedBooking, roomNames } from '../feeds/feed.queries';
import { OutsideLetters } from '../outside/outside.letters';
import {
  bookingAcceptedLetter,
  bookingDeclinedLetter,
  bookingTakenLetter,
  holdOverLetter,
  requestOverLetter,
} from '../requests/request.words';
import { calendarPart } from './calendar.part';
import { dateMeant } from './date.meant';
import {
  type Told,
  bookingCancelledLetter,
  bookingChangedLetter,
  bookingDateCancelledLetter,
  bookingDatesCancelledLetter,
} from './booking.words';

const LETTERS = {
  cancelled: bookingCancelledLetter,
  'date-cancelled': bookingDateCancelledLetter,
  'dates-cancelled': bookingDatesCancelledLetter,
  changed: bookingChangedLetter,
  accepted: bookingAcceptedLetter,
  declined: bookingDeclinedLetter,
  taken: bookingTakenLetter,
  'hold-over': holdOverLetter,
  'request-over': requestOverLetter,
  'no-show': noShowLetter,
  reinstated: reinstatedLetter,
};
const ACTS = Object.keys(LETTERS) as (keyof typeof LETTERS)[];
/** After these there is nothing that a calendar should show. */
const WITHOUT_CALENDAR: readonly (keyof typeof LETTERS)[] = ['declined', 'taken', 'hold-over', 'request-over', 'no-show'];
/** `at`: the date that was meant, when it was one. */
type Change = { booking: { id: string; bookedBy: string }; act: keyof typeof LETTERS; at?: Date; reason?: string };
type Booker = { email: string; name: string; language: Language };

/** Tells who booked what somebody else did to their booking, with an iCalendar part for their calendar: one letter for each change. */
@Injectable()
export class BookingLetters implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly postman: Postman,
    private readonly samples: LetterSamples,
    private readonly outside: OutsideLetters,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const url = 'https://maison.example/';
    const told = (language: Language): Told => ({
      ...{ title: 'Assemblée', by: 'Coordination', where: 'Salle A', url },
      when: spanInWords({ start: new Date('2026-03-16T09:00:00Z'), end: new Date('2026-03-16T10:00:00Z') }, 'Europe/Brussels', language),
    });
    for (const act of ACTS)
      this.samples.declare(`booking-${act}`, (language) => LETTERS[act][language]({ ...told(language), reason: '…' }));
  }

  /** In the transaction of the change, after it. Who may not see the booking any more hears nothing of it. */
  async tell(tx: EntityManager, { person, space }: Asking, change: Change): Promise<void> {
    if (person.personId !== change.booking.bookedBy) await this.write(tx, space, { ...change, by: person.displayName });
    await this.outside.tellOfChange(tx, space, change);
  }

  /** What nobody did: the time for it is over. */
  async tellOfTime(
    tx: EntityManager,
    booking: Change['booking'] & { spaceId: string },
    act: 'hold-over' | 'request-over' | 'no-show',
    at?: Date,
  ): Promise<void> {
    const space = await tx.findOneByOrFail(SpaceEntity, { id: booking.spaceId });
    await this.write(tx, space, { booking, act, at, by: '' });
  }

  private async write(tx: EntityManager, space: SpaceEntity, { booking: { id, bookedBy }, act, at, reason, by }: Change & { by: string }) {
    const [booker] = await tx.query<Booker[]>(BOOKER, [bookedBy]);
    const [actor, booking] = [await actorOf(tx, bookedBy), await feedBooking(tx, space.id, id)];
    if (!booker || !actor || !booking) return;
    const now = this.clock.now();
    const isResident = await isResidentNow(tx, actor, space, now);
    if (!maySee({ ...actor, isResident }, { spaceId: space.id, ...booking })) return;
    const nameRooms = await roomNames(tx, space.id);
    const url = pageLink(this.config, `/${space.slug}/bookings/${id}`);
    const date = dateMeant(booking, at, now);
    const told: Told = {
      ...{ title: booking.title, by, reason, url },
      when: spanInWords({ start: date.startsAt, end: date.endsAt }, booking.zone, booker.language),
      where: nameRooms(date.roomIds.length > 0 ? date.roomIds : booking.roomIds),
    };
    const isQuiet = WITHOUT_CALENDAR.includes(act);
    const calendar = isQuiet
      ? undefined
      : calendarPart(this.config, { ...booking, url }, { attendee: booker, isGone: act === 'cancelled', nameRooms, now });
    const { email: to, language } = booker;
    await post(tx, { kind: `booking-${act}`, to, language, spaceId: space.id, now, calendar }, LETTERS[act][language](told));
  }

  /** After the transaction. */
  send(): void {
    void this.postman.nudge();
  }
}

const BOOKER = 'SELECT email, display_name AS name, language FROM person WHERE id = $1 AND erased_at IS NULL';
