import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type Addressed,
  CONFIG,
  Clock,
  type Config,
  LetterSamples,
  NotificationKinds,
  Notifications,
  type Words,
  pageLink,
  post,
} from '@bota/shared/api';
import { type Language, spanInWords } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { type FeedBooking, feedBooking, roomNames } from '../feeds/feed.queries';
import { coordinatorsOf } from '../coordinators';
import { withPlace } from '../icalendar/whereabouts';
import { type Time, whenOf } from '../letters/booking.kinds';
import { calendarPart } from '../letters/calendar.part';
import { AskingReplies } from '../replies/asking.replies';
import { dateMeant } from '../letters/date.meant';
import { spreadInWords, spreadOf } from '../letters/spread';
import { ASKER_OF } from './outside.queries';
import {
  type ToldOutside,
  outsideAcceptedLetter,
  outsideAskedLetter,
  outsideCancelledLetter,
  outsideChangedLetter,
  outsideConfirmLetter,
  outsideDeclinedLetter,
  outsideUnansweredLetter,
} from './outside.words';

type Reader = { email: string; language: Language };
type Asker = Reader & { id: string; name: string };
type Asked = { purpose: string; start: Date; end: Date };
type AskedFacts = Time & { purpose: string };
type Change = { booking: Meant; ended?: Meant; act: string; at?: Date; moves?: boolean; reason?: string; byId: string };
type Meant = { id: string };
/** `ended`: the series that it goes on from, for the same calendar. `asks`: whether it suits is asked anew. `isGone`: nothing of it is left. */
type About = {
  booking: FeedBooking;
  ended?: FeedBooking | null;
  asker: Asker;
  note: string;
  byId: string;
  at?: Date;
  asks: boolean;
  isGone: boolean;
};
const TOLD = {
  accepted: outsideAcceptedLetter,
  declined: outsideDeclinedLetter,
  changed: outsideChangedLetter,
  cancelled: outsideCancelledLetter,
  unanswered: outsideUnansweredLetter,
};

/** What the house writes to neighbours who ask for a room, and to the coordination about them. */
@Injectable()
export class OutsideLetters implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly samples: LetterSamples,
    private readonly kinds: NotificationKinds,
    private readonly notifications: Notifications,
    private readonly replies: AskingReplies,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const [start, end] = [new Date('2026-03-16T09:00:00Z'), new Date('2026-03-16T10:00:00Z')];
    const when = (language: Language) => spanInWords({ start, end }, 'Europe/Brussels', language);
    const [purpose, house, url] = ['Fête de quartier', 'Maison', 'https://maison.example/'];
    this.samples.declare('outside-confirm', (language) => outsideConfirmLetter[language]({ house, url }));
    this.kinds.declare<AskedFacts>({
      ...{ kind: 'outside-asked', family: 'coordination' },
      words: (facts, { language, url }) => outsideAskedLetter[language]({ ...facts, url, when: whenOf(facts, language) }),
      sample: { purpose, zone: 'Europe/Brussels', start: start.toISOString(), end: end.toISOString() },
    });
    for (const [kind, letter] of Object.entries(TOLD))
      this.samples.declare(`outside-${kind}`, (language) =>
        letter[language]({
          purpose,
          house,
          address: 'Rue Botanique 75',
          when: when(language),
          where: 'Salle A',
          note: '…',
          spread: [],
          url,
        }),
      );
  }

  /** To an address that anybody may have typed: it says nothing but where to confirm. */
  async confirm(tx: EntityManager, space: SpaceEntity, { email, language, token }: Reader & { token: string }): Promise<void> {
    const url = pageLink(this.config, `/${space.slug}/ask/confirm`, token);
    await this.post(
      tx,
      space,
      { kind: 'outside-confirm', to: email, language },
      outsideConfirmLetter[language]({ house: space.name, url }),
    );
  }

  /** Once for each of them, by the way they chose. */
  async asked(tx: EntityManager, space: SpaceEntity, { id, purpose, start, end }: Asked & { id: string }): Promise<void> {
    const facts: AskedFacts = { purpose, zone: space.zone, start: start.toISOString(), end: end.toISOString() };
    const about = { kind: 'outside-asked', key: `outside-asked:${id}`, space, subjectId: id, path: `house/requests#${id}` };
    await this.notifications.tell(tx, { ...about, to: await coordinatorsOf(tx, space.id), facts });
  }

  /** Accepted into a booking, as it is booked; or declined. */
  async answer(
    tx: EntityManager,
    space: SpaceEntity,
    { asker, bookingId, note, byId }: { asker: Asker & Asked; bookingId: string | null; note: string; byId: string },
  ): Promise<void> {
    const booking = bookingId && (await feedBooking(tx, space.id, bookingId));
    if (booking) return this.write(tx, space, 'accepted', { booking, asker, note, byId, asks: true, isGone: false });
    await this.turnDown(tx, space, 'declined', { ...asker, note });
  }

  /** Nobody answered in time. */
  async unanswered(tx: EntityManager, space: SpaceEntity, asker: Reader & Asked): Promise<void> {
    await this.turnDown(tx, space, 'unanswered', { ...asker, note: '' });
  }

  private async turnDown(tx: EntityManager, space: SpaceEntity, kind: 'declined' | 'unanswered', asker: Reader & Asked & { note: string }) {
    const { email: to, language, purpose, note } = asker;
    const told = { ...this.place(space, '/ask'), purpose, note, where: '', when: spanInWords(asker, space.zone, language), spread: [] };
    await this.post(tx, space, { kind: `outside-${kind}`, to, language }, TOLD[kind][language](told));
  }

  /** What was accepted was changed or cancelled: whom it was made for hears of it, whoever did it. */
  async tellOfChange(tx: EntityManager, space: SpaceEntity, change: Change): Promise<void> {
    const { act, at, moves, reason, byId } = change;
    const kind = act === 'changed' ? 'changed' : /cancelled$/.test(act) ? 'cancelled' : null;
    const [asker] = kind ? await tx.query<Asker[]>(ASKER_OF, [space.id, change.booking.id]) : [];
    const booking = asker && (await feedBooking(tx, space.id, change.booking.id));
    const ended = change.ended && (await feedBooking(tx, space.id, change.ended.id));
    const about = { note: reason ?? '', byId, at, asks: moves ?? false, isGone: act === 'cancelled' };
    if (kind && booking) await this.write(tx, space, kind, { ...about, booking, ended, asker });
  }

  private async write(tx: EntityManager, space: SpaceEntity, kind: 'accepted' | 'changed' | 'cancelled', about: About): Promise<void> {
    const { booking, ended, asker, note, byId, at, asks, isGone } = about;
    const now = this.clock.now();
    const nameRooms = await roomNames(tx, space.id);
    const { startsAt: start, endsAt: end, roomIds } = dateMeant(booking, at, now);
    const { email: to, language } = asker;
    const place = this.place(space, kind === 'cancelled' ? '/ask' : '/agenda');
    const told: ToldOutside = {
      ...{ ...place, purpose: booking.title, note, where: nameRooms(roomIds.length > 0 ? roomIds : booking.roomIds) },
      when: spanInWords({ start, end }, space.zone, language),
      spread: at ? [] : spreadInWords(spreadOf(booking, nameRooms, now), booking.zone, language),
    };
    const whom = { outsideRequestId: asker.id };
    const question = { bookingId: booking.id, whom, byId, at };
    const invited = kind === 'cancelled' ? null : await this.replies[asks ? 'ask' : 'remind'](tx, space, question);
    const parts = [booking, ...(ended ? [ended] : [])].map(async (one) => {
      const attendee = await this.replies.guest(tx, space.id, one.id, { ...whom, name: asker.name, email: to });
      const ask = one === booking ? invited?.inCalendar(language) : undefined;
      return calendarPart(this.config, { ...one, url: place.url }, { attendee, ask, isGone, nameRooms: withPlace(nameRooms, space), now });
    });
    const calendars = (await Promise.all(parts)).filter((part) => part !== undefined);
    const words = { ...TOLD[kind][language](told), asks: invited?.asks(language) };
    await this.post(tx, space, { kind: `outside-${kind}`, to, language, calendars }, words);
  }

  private place = ({ name: house, address, slug }: SpaceEntity, path: string) => ({
    ...{ house, address, url: pageLink(this.config, `/${slug}${path}`) },
  });

  private post(tx: EntityManager, space: SpaceEntity, to: Omit<Addressed, 'spaceId' | 'now'>, words: Words): Promise<void> {
    return post(tx, { ...to, spaceId: space.id, now: this.clock.now() }, words);
  }
}
