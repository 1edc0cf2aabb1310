import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarPart, CONFIG, Clock, type Config, type LetterAsk, LetterSamples, pageLink, post } from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';
import { type Closing, agendaOf, factsOfSettled } from '../closures/closure.facts';
import type { Outcome } from '../closures/closure.settlement';
import { datesToldOf, SETTLED_SAMPLE, type SettledFacts } from '../closures/settled.words';
import { feedBooking } from '../feeds/feed.queries';
import { withPlace } from '../icalendar/whereabouts';
import { calendarPart } from '../letters/calendar.part';
import { AskingReplies, type Invited } from '../replies/asking.replies';
import { outsideClosedLetter, outsideOpenedLetter } from './outside.closing.words';
import { ASKERS_OF } from './outside.queries';

type Asker = { bookingId: string; id: string; email: string; name: string; language: Language };
type Theirs = { asker: Asker; outcomes: readonly Outcome[] };
/** `byId`: who closes, and answers what is answered to it. */
type Told = Closing & { outcomes: readonly Outcome[]; message: string; byId: string };
/** Of one booking. */
type Changed = { part?: CalendarPart; asks?: LetterAsk };

/** Neighbours whose accepted requests a closure meets hear of it in their language, once, whatever became of their dates; and when it is lifted. */
@Injectable()
export class OutsideClosings implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly samples: LetterSamples,
    private readonly replies: AskingReplies,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const pages = { house: 'Maison', url: 'https://maison.example/', askUrl: 'https://maison.example/ask' };
    const told = (language: Language) => ({ ...datesToldOf(SETTLED_SAMPLE, language), ...pages });
    this.samples.declare('outside-closed', (language) => outsideClosedLetter[language](told(language)));
    this.samples.declare('outside-opened', (language) => outsideOpenedLetter[language](told(language)));
  }

  async closed(tx: EntityManager, { outcomes, message, byId, ...closing }: Told): Promise<void> {
    for (const theirs of await this.neighboursIn(tx, closing, outcomes)) {
      const { email: to, language } = theirs[0].asker;
      const changed: Changed[] = [];
      for (const one of theirs) changed.push(...(await this.changeOf(tx, closing, { ...one, byId })));
      const calendars = changed.flatMap(({ part }) => part ?? []);
      const asked = changed.flatMap(({ asks }) => asks ?? []);
      const facts = factsOfSettled(
        closing,
        theirs.flatMap((one) => one.outcomes),
        message,
      );
      // One letter asks one question; several are asked in the calendar.
      const words = {
        ...outsideClosedLetter[language](this.told(closing, facts, language)),
        asks: asked.length === 1 ? asked[0] : undefined,
      };
      await post(tx, { kind: 'outside-closed', to, language, calendars, spaceId: closing.space.id, now: this.clock.now() }, words);
    }
  }

  async opened(tx: EntityManager, closing: Closing, outcomes: readonly Outcome[]): Promise<void> {
    for (const theirs of await this.neighboursIn(tx, closing, outcomes)) {
      const { email: to, language } = theirs[0].asker;
      const facts = factsOfSettled(
        closing,
        theirs.flatMap((one) => one.outcomes),
        '',
      );
      const words = outsideOpenedLetter[language](this.told(closing, facts, language));
      await post(tx, { kind: 'outside-opened', to, language, spaceId: closing.space.id, now: this.clock.now() }, words);
    }
  }

  /** By their address, with what became of each booking that was made for them. */
  private async neighboursIn(tx: EntityManager, { space }: Closing, outcomes: readonly Outcome[]): Promise<[Theirs, ...Theirs[]][]> {
    const byBooking = Map.groupBy(outcomes.map(asEnded), ({ date }) => date.bookingId);
    const askers = await tx.query<Asker[]>(ASKERS_OF, [space.id, [...byBooking.keys()]]);
    const theirs = askers.map((asker): Theirs => ({ asker, outcomes: byBooking.get(asker.bookingId) ?? [] }));
    return [...Map.groupBy(theirs, ({ asker }) => asker.email).values()] as [Theirs, ...Theirs[]][];
  }

  /** For their calendar, when dates of a booking ended or moved; of what moved they are asked whether it suits. */
  private async changeOf(tx: EntityManager, closing: Closing, { asker, outcomes, byId }: Theirs & { byId: string }): Promise<Changed[]> {
    const { space, nameRooms } = closing;
    const { bookingId, id, name, email, language } = asker;
    const moved = outcomes.filter(({ became }) => became === 'moved');
    const booking = outcomes.some(({ became }) => became !== 'kept') ? await feedBooking(tx, space.id, bookingId) : undefined;
    if (!booking) return [];
    const whom = { outsideRequestId: id };
    const invited = moved.length > 0 ? await this.ask(tx, closing, { bookingId, whom, byId, at: dateAmong(moved, booking.rrule) }) : null;
    const attendee = await this.replies.guest(tx, space.id, bookingId, { ...whom, name, email });
    const now = this.clock.now();
    const how = {
      attendee,
      ask: invited?.inCalendar(language),
      isGone: booking.cancelledAt !== null,
      nameRooms: withPlace(nameRooms, space),
      now,
    };
    const url = pageLink(this.config, `/${space.slug}${booking.cancelledAt ? '/ask' : '/agenda'}`);
    return [{ part: calendarPart(this.config, { ...booking, url }, how), asks: invited?.asks(language) }];
  }

  private ask(tx: EntityManager, { space }: Closing, question: Parameters<AskingReplies['ask']>[2]): Promise<Invited> {
    return this.replies.ask(tx, space, question);
  }

  private told(closing: Closing, facts: SettledFacts, language: Language) {
    const { name: house, slug } = closing.space;
    const url = (path: string) => pageLink(this.config, `/${slug}/${path}`);
    return { ...datesToldOf(facts, language), house, url: url(agendaOf(closing)), askUrl: url('ask') };
  }
}

/** For who was told that it is accepted, what the house declined it has cancelled. */
const asEnded = (outcome: Outcome): Outcome => (outcome.became === 'declined' ? { ...outcome, became: 'cancelled' } : outcome);

/** The one date of a series that is meant, where it is now. */
function dateAmong(moved: readonly Outcome[], rrule: string | null): Date | undefined {
  const [only, ...more] = moved;
  return rrule !== null && only?.became === 'moved' && more.length === 0 ? only.to.start : undefined;
}
