import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarBooking, PARTICIPANTS_KEPT_DAYS } from '@bota/booking/domain';
import {
  CONFIG,
  type CalendarPart,
  Clock,
  type Config,
  NotificationKinds,
  Notifications,
  pageLink,
  post,
  type Words,
} from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { type FeedBooking, roomNames } from '../feeds/feed.queries';
import { placeOf, withPlace } from '../icalendar/whereabouts';
import { type Time, whenOf } from '../letters/booking.kinds';
import { calendarPart } from '../letters/calendar.part';
import { dateMeant } from '../letters/date.meant';
import { type Spread, spreadInWords, spreadOf } from '../letters/spread';
import { AskingReplies } from '../replies/asking.replies';
import { hasDates } from './invitation.telling';
import { INVITATION_LETTERS, type InvitationAct, SEE_BOOKING } from './invitation.words';

/** `isOfHouse`: has an account and lives or works in the house. */
export type Hearer = { id: string; email: string; name: string; personId: string | null; isOfHouse: boolean; language: Language };
/** `keepsAnswers`: who answered is asked nothing anew. `ended`: the series that the booking goes on from, for the same calendar. */
export type Told = {
  act: InvitationAct;
  whom: Hearer;
  booking: FeedBooking;
  keepsAnswers?: boolean;
  ended?: { booking: FeedBooking; participantId: string };
};
type Facts = Time & { title: string; by: string; where: string; spread: Spread | null };

const ACTS: readonly InvitationAct[] = ['invited', 'changed', 'removed', 'cancelled'];
const TIME = { start: '2026-03-16T09:00:00Z', end: '2026-03-16T10:00:00Z', zone: 'Europe/Brussels' };
const SAMPLE: Facts = { title: 'Assemblée', by: 'Racines', where: 'Salle A', spread: null, ...TIME };

/** Tells one participant once, for their calendar, with the link by which they answer: who is of the house as they chose to hear, others by letter. */
@Injectable()
export class InvitationLetters implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly kinds: NotificationKinds,
    private readonly notifications: Notifications,
    private readonly replies: AskingReplies,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    for (const act of ACTS)
      this.kinds.declare<Facts>({
        ...{ kind: `participant-${act}`, family: 'bookings', sample: SAMPLE },
        words: (facts, { language, url }) => {
          const words = wordsOf(act, facts, language);
          // Who is expected no more may not see it any more.
          return act === 'removed' ? words : { ...words, action: { label: SEE_BOOKING[language], url } };
        },
      });
  }

  async write(tx: EntityManager, space: SpaceEntity, told: Told): Promise<void> {
    const { act, whom, booking, keepsAnswers } = told;
    const { email: to, language, personId } = whom;
    const isGone = act === 'removed' || act === 'cancelled';
    const question = { bookingId: booking.id, whom: { participantId: whom.id }, byId: null };
    const asked = isGone ? null : await this.replies[keepsAnswers ? 'remind' : 'ask'](tx, space, question);
    const nameRooms = await roomNames(tx, space.id);
    const facts = this.factsOf(booking, nameRooms);
    const isOfHouse = whom.isOfHouse && personId !== null;
    const said = { nameRooms: isOfHouse ? nameRooms : withPlace(nameRooms, space), ask: asked?.inCalendar(language) };
    const calendars = await this.calendarsFor(tx, space, told, said);
    const kind = `participant-${act}`;
    if (!isOfHouse) {
      const about = { kind, to, language, spaceId: space.id, now: this.clock.now(), calendars };
      return post(tx, about, { ...wordsOf(act, { ...facts, place: placeOf(space) }, language), asks: asked?.asks(language) });
    }
    const key = `${kind}:${booking.id}:${booking.version}`;
    const path = act === 'removed' ? 'agenda' : `bookings/${booking.id}`;
    await this.notifications.tell(tx, {
      kind,
      key,
      space,
      subjectId: booking.id,
      path,
      to: [personId],
      facts,
      calendars,
      asks: asked?.asks,
    });
  }

  /** Of who is expected no more in a series that went on as another, the calendar knows the first alone: it ends. */
  private async calendarsFor(
    tx: EntityManager,
    space: SpaceEntity,
    { act, whom, booking, ended }: Told,
    { nameRooms, ask }: { nameRooms: (ids: readonly string[]) => string; ask?: string },
  ): Promise<CalendarPart[]> {
    const url = whom.personId ? pageLink(this.config, `/${space.slug}/bookings/${booking.id}`) : undefined;
    const isGone = act === 'removed' || act === 'cancelled';
    const part = async (one: CalendarBooking & FeedBooking, participantId: string, how: { isGone: boolean; ask?: string }) => {
      const who = { participantId, name: whom.name || whom.email, email: whom.email };
      const attendee = await this.replies.guest(tx, space.id, one.id, who);
      return calendarPart(this.config, one, { ...how, attendee, nameRooms, now: this.clock.now() });
    };
    const parts = [
      ended && isGone ? undefined : await part({ ...booking, url }, whom.id, { isGone, ask }),
      ended && (await part(ended.booking, ended.participantId, { isGone: !hasDates(ended.booking) })),
    ];
    return parts.filter((part) => part !== undefined);
  }

  private factsOf(booking: FeedBooking, nameRooms: (ids: readonly string[]) => string): Facts {
    const { startsAt, endsAt, roomIds } = dateMeant(booking, undefined, this.clock.now());
    return {
      ...{ title: booking.title, by: booking.organisation ?? '', zone: booking.zone },
      ...{ start: startsAt.toISOString(), end: endsAt.toISOString() },
      where: nameRooms(roomIds.length > 0 ? roomIds : booking.roomIds),
      spread: spreadOf(booking, nameRooms, this.clock.now()),
    };
  }
}

/** `place`: where the house is, for who may not know it. */
const wordsOf = (act: InvitationAct, facts: Facts & { place?: string }, language: Language): Words =>
  INVITATION_LETTERS[language][act]({
    ...facts,
    when: whenOf(facts, language),
    spread: spreadInWords(facts.spread, facts.zone, language),
    days: PARTICIPANTS_KEPT_DAYS,
  });
