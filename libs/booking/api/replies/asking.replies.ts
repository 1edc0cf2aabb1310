import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type ReplyAnswer, participationOf } from '@bota/booking/domain';
import { digest, freshToken } from '@bota/people/api';
import { CONFIG, Clock, type Config, type LetterAsk, newId, pageLink } from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import type { CalendarGuest } from '../icalendar/writing';
import { INVITATION_ASKS } from '../participants/invitation.words';
import { ASK, PRESENT, SUPERSEDE, SUPERSEDE_SAME, UNANSWERED } from './reply.queries';
import { REPLY_WORDS } from './reply.words';

/** Who is asked: a person of the house, a neighbour whose request became the booking, or whom it invites. */
export type Asked = { personId: string } | { outsideRequestId: string } | { participantId: string };
/** `at`: the one date that is meant. */
type Question = { bookingId: string; whom: Asked; byId: string | null; at?: Date };
/** `dates`: when those that changed began, before and after; `from`: what changed begins there. Neither: all of it changed. */
type Changed = { bookingId: string; dates?: Date[]; from?: Date };
/** How a letter and its calendar part ask, by one secret. */
export type Invited = { asks: (language: Language) => LetterAsk; inCalendar: (language: Language) => string };

/** Asks whom a change concerns whether it suits; what was asked of them before is asked no more. */
@Injectable()
export class AskingReplies {
  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What was asked is moot once it changes; of other dates it is asked on. */
  async supersede(tx: EntityManager, spaceId: string, { bookingId, dates, from }: Changed): Promise<void> {
    await tx.query(SUPERSEDE, [spaceId, bookingId, this.clock.now(), dates ?? null, from ?? null]);
  }

  /** Whose time and room stay is asked nothing anew: who has not answered yet gets the question again. */
  async remind(tx: EntityManager, space: SpaceEntity, question: Question): Promise<Invited | null> {
    const { bookingId, whom, at } = question;
    const waiting = await tx.query<unknown[]>(UNANSWERED, [space.id, bookingId, idOf(whom), at ?? null]);
    return waiting.length > 0 ? this.ask(tx, space, question) : null;
  }

  async ask(tx: EntityManager, space: SpaceEntity, { bookingId, whom, byId, at }: Question): Promise<Invited> {
    const token = freshToken();
    const now = this.clock.now();
    const { personId = null, outsideRequestId = null, participantId = null } = idsOf(whom);
    await tx.query(SUPERSEDE_SAME, [space.id, bookingId, idOf(whom), at ?? null, now]);
    await tx.query(ASK, [space.id, newId(), bookingId, personId, outsideRequestId, at ?? null, byId, now, digest(token), participantId]);
    const wordsIn = (language: Language) => ({ ...REPLY_WORDS[language], ...(participantId && INVITATION_ASKS[language]) });
    const link = (answer = '') => pageLink(this.config, `/${space.slug}/reply${answer}`, token);
    return {
      asks: (language) => ({
        question: wordsIn(language).question,
        choices: (['accepted', 'declined'] as const).map((answer) => ({
          label: wordsIn(language)[answer === 'accepted' ? 'accept' : 'decline'],
          url: link(`/${answer}`),
        })),
      }),
      inCalendar: (language) => `${REPLY_WORDS[language].inCalendar}\n${link()}`,
    };
  }

  /** Somebody as calendars are told of them: by what they answered to what they were asked last. */
  async guest(tx: EntityManager, spaceId: string, bookingId: string, who: Asked & { name: string; email: string }): Promise<CalendarGuest> {
    const [present] = await tx.query<{ answer: ReplyAnswer | null; note: string }[]>(PRESENT, [spaceId, bookingId, idOf(who)]);
    return { name: who.name, email: who.email, status: participationOf(present?.answer), comment: present?.note ?? '' };
  }
}

const idsOf = (whom: Asked): { personId?: string; outsideRequestId?: string; participantId?: string } => whom;
function idOf(whom: Asked): string | undefined {
  const { personId, outsideRequestId, participantId } = idsOf(whom);
  return personId ?? outsideRequestId ?? participantId;
}
