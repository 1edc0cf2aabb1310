import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PARTICIPANTS_KEPT_DAYS, sentenceOf } from '@bota/booking/domain';
import { CONFIG, type CalendarPart, Clock, type Config, LetterSamples, pageLink, post } from '@bota/shared/api';
import { type Language, spanInWords } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { type FeedBooking, roomNames } from '../feeds/feed.queries';
import { calendarPart } from '../letters/calendar.part';
import { dateMeant } from '../letters/date.meant';
import { AskingReplies } from '../replies/asking.replies';
import { INVITATION_LETTERS, type InvitationAct, type Invited } from './invitation.words';

export type Hearer = { id: string; email: string; name: string; personId: string | null; language: Language };
/** `beside`: the series that the booking goes on from, for the same calendar. */
export type Told = { act: InvitationAct; whom: Hearer; booking: FeedBooking; beside?: FeedBooking };

/** One letter to one participant, for their calendar, with the link by which they answer. */
@Injectable()
export class InvitationLetters implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly samples: LetterSamples,
    private readonly replies: AskingReplies,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const [start, end] = [new Date('2026-03-16T09:00:00Z'), new Date('2026-03-16T10:00:00Z')];
    const sample = { title: 'Assemblée', by: 'Racines', where: 'Salle A', repeat: '', days: PARTICIPANTS_KEPT_DAYS };
    for (const act of ['invited', 'changed', 'removed', 'cancelled'] as const)
      this.samples.declare(`participant-${act}`, (language) =>
        INVITATION_LETTERS[language][act]({ ...sample, when: spanInWords({ start, end }, 'Europe/Brussels', language) }),
      );
  }

  async write(tx: EntityManager, space: SpaceEntity, { act, whom, booking, beside }: Told): Promise<void> {
    const now = this.clock.now();
    const nameRooms = await roomNames(tx, space.id);
    const { email: to, language } = whom;
    const isGone = act === 'removed' || act === 'cancelled';
    const who = { participantId: whom.id };
    const asked = isGone ? null : await this.replies.ask(tx, space, { bookingId: booking.id, whom: who, byId: null });
    const attendee = await this.replies.guest(tx, space.id, booking.id, { ...who, name: whom.name || to, email: to });
    const url = whom.personId ? pageLink(this.config, `/${space.slug}/bookings/${booking.id}`) : undefined;
    const how = { attendee, isGone, nameRooms, now };
    const parts: (CalendarPart | undefined)[] = [
      calendarPart(this.config, { ...booking, url }, { ...how, ask: asked?.inCalendar(language) }),
      beside && calendarPart(this.config, beside, how),
    ];
    const words = INVITATION_LETTERS[language][act](this.toldOf(booking, language, nameRooms));
    const calendars = parts.filter((part) => part !== undefined);
    const about = { kind: `participant-${act}`, to, language, spaceId: space.id, now, calendars };
    await post(tx, about, { ...words, asks: asked?.asks(language) });
  }

  private toldOf(booking: FeedBooking, language: Language, nameRooms: (ids: readonly string[]) => string): Invited {
    const { startsAt: start, endsAt: end, roomIds } = dateMeant(booking, undefined, this.clock.now());
    return {
      ...{ title: booking.title, by: booking.organisation ?? '', days: PARTICIPANTS_KEPT_DAYS },
      when: spanInWords({ start, end }, booking.zone, language),
      where: nameRooms(roomIds.length > 0 ? roomIds : booking.roomIds),
      repeat: booking.rrule ? sentenceOf(booking.rrule, language, booking.zone) : '',
    };
  }
}
