import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type ReplyAnswer, participationOf } from '@bota/booking/domain';
import { digest, freshToken } from '@bota/people/api';
import { CONFIG, Clock, type Config, type LetterAsk, newId, pageLink } from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import type { CalendarGuest } from '../icalendar/writing';
import { ASK, PRESENT, SUPERSEDE } from './reply.queries';
import { REPLY_WORDS } from './reply.words';

/** Who is asked: a person of the house, or a neighbour whose request became the booking. */
export type Asked = { personId: string } | { outsideRequestId: string };
type Question = { bookingId: string; whom: Asked; byId: string; at?: Date };
/** How a letter and its calendar part ask, by one secret. */
export type Invited = { asks: (language: Language) => LetterAsk; inCalendar: (language: Language) => string };

/** Asks whom a change concerns whether it suits; what was asked of them before is asked no more. */
@Injectable()
export class AskingReplies {
  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whatever was asked about a booking is moot once it changes. */
  async supersede(tx: EntityManager, spaceId: string, bookingId: string): Promise<void> {
    await tx.query(SUPERSEDE, [spaceId, bookingId, this.clock.now()]);
  }

  async ask(tx: EntityManager, space: SpaceEntity, { bookingId, whom, byId, at }: Question): Promise<Invited> {
    const token = freshToken();
    const [personId, outsideRequestId] = 'personId' in whom ? [whom.personId, null] : [null, whom.outsideRequestId];
    await tx.query(ASK, [...[space.id, newId(), bookingId, personId, outsideRequestId, at ?? null, byId, this.clock.now(), digest(token)]]);
    const link = (answer = '') => pageLink(this.config, `/${space.slug}/reply${answer}`, token);
    return {
      asks: (language) => ({
        question: REPLY_WORDS[language].question,
        choices: (['accepted', 'declined'] as const).map((answer) => ({
          label: REPLY_WORDS[language][answer === 'accepted' ? 'accept' : 'decline'],
          url: link(`/${answer}`),
        })),
      }),
      inCalendar: (language) => `${REPLY_WORDS[language].inCalendar}\n${link()}`,
    };
  }

  /** Somebody as calendars are told of them: by what they answered to what they were asked last. */
  async guest(tx: EntityManager, spaceId: string, bookingId: string, who: Asked & { name: string; email: string }): Promise<CalendarGuest> {
    const id = 'personId' in who ? who.personId : who.outsideRequestId;
    const [present] = await tx.query<{ answer: ReplyAnswer | null; note: string }[]>(PRESENT, [spaceId, bookingId, id]);
    return { name: who.name, email: who.email, status: participationOf(present?.answer), comment: present?.note ?? '' };
  }
}
