import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type BookingReply,
  type ReplyAnswer,
  type ReplyByLink,
  type ReplyHere,
  type ReplyQuestion,
  maySee,
  whyNotReply,
} from '@bota/booking/domain';
import { digest } from '@bota/people/api';
import { Chronicler, Clock, Postman, record, refuse } from '@bota/shared/api';
import { can } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import type { Asking } from '../asking';
import { isResidentNow } from '../booking.reads';
import { type FeedBooking, feedBooking, roomNames } from '../feeds/feed.queries';
import { dateMeant } from '../letters/date.meant';
import { mayHear } from '../letters/hearing';
import { ReplyNotices } from './reply.notices';
import { ReplyLimits } from './reply.limits';
import { ANSWER, BOOKING_OF_TOKEN, BY_TOKEN, LOCK, OF_BOOKING, OF_PERSON, SETTLE } from './reply.queries';

/** A letter’s reader, whom its secret alone makes known. */
export type Reader = { space: SpaceEntity; address: string; requestId: string };
export type AskedReply = {
  id: string;
  bookingId: string;
  personId: string | null;
  outsideRequestId: string | null;
  participantId: string | null;
  dateAt: Date | null;
  askedBy: string | null;
  by: string;
  askedAt: Date;
  answer: ReplyAnswer | null;
  note: string;
  answeredAt: Date | null;
  supersededAt: Date | null;
  settledAt: Date | null;
  isOver: boolean;
};
type Found = { reply: AskedReply; booking: FeedBooking };
type Whence = { space: SpaceEntity; requestId: string };
type Named = Omit<AskedReply, 'isOver'> & { name: string };

/** Whom a change concerns answers whether it suits, by the secret of the letter or in the application. */
@Injectable()
export class Replies {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
    private readonly postman: Postman,
    private readonly limits: ReplyLimits,
    private readonly notices: ReplyNotices,
  ) {}

  /** What is asked; reading it changes nothing. */
  async question({ space, address }: Reader, token: string): Promise<ReplyQuestion> {
    await this.limits.countGuess(address);
    const question = await this.db.transaction(async (tx) => this.view(tx, space, await this.byToken(tx, space, token)));
    await this.limits.openedRightly(address);
    return question;
  }

  /** As often as one changes one’s mind, until it is over or has changed. */
  async answerByLink({ space, address, requestId }: Reader, { token, ...said }: ReplyByLink): Promise<ReplyQuestion> {
    await this.limits.countGuess(address);
    const answered = await this.db.transaction(async (tx) => {
      const [asked] = await tx.query<{ id: string }[]>(BOOKING_OF_TOKEN, [space.id, digest(token)]);
      if (!asked) return refuse('link/over');
      await tx.query(LOCK, [space.id, asked.id]);
      const found = await this.byToken(tx, space, token);
      await this.write(tx, { space, requestId }, found, said);
      return this.view(tx, space, { ...found, reply: { ...found.reply, ...said } });
    });
    this.sayOn();
    return answered;
  }

  async answerHere({ person, space, requestId }: Asking, bookingId: string, said: ReplyHere): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.query(LOCK, [space.id, bookingId]);
      const [reply] = await tx.query<AskedReply[]>(OF_PERSON, [space.id, bookingId, person.personId, this.clock.now(), said.reply ?? null]);
      // Whom a booking invites may know of it, whosever it is.
      const invited = reply?.participantId ? await feedBooking(tx, space.id, bookingId) : null;
      const booking = invited ?? (await this.seen(tx, { person, space }, bookingId));
      if (!reply) return refuse('reply/not-asked');
      await this.write(tx, { space, requestId }, { reply: standing(reply), booking }, said);
    });
    this.sayOn();
  }

  /** Who is asked about a booking now, for who may change it. */
  async list({ person, space }: Pick<Asking, 'person' | 'space'>, bookingId: string): Promise<BookingReply[]> {
    const booking = await this.seen(this.db.manager, { person, space }, bookingId);
    if (!can(person, 'booking:edit', { ...booking, spaceId: space.id })) refuse('booking/not-yours');
    const rows = await this.db.query<Named[]>(OF_BOOKING, [space.id, bookingId, this.clock.now()]);
    const decides = can(person, 'booking:decide', { spaceId: space.id });
    return rows.map(({ id, name, personId, by, answer, note, ...row }) => ({
      ...{ id, by, answer, note, name: personId || decides ? name : '', isOutsider: !personId, isMine: personId === person.personId },
      ...{
        askedAt: row.askedAt.toISOString(),
        dateAt: row.dateAt?.toISOString() ?? null,
        answeredAt: row.answeredAt?.toISOString() ?? null,
      },
      settledAt: row.settledAt?.toISOString() ?? null,
      may: { settle: decides && answer === 'declined' && !row.settledAt },
    }));
  }

  /** The coordination has seen to it otherwise than by a change; of two at once one counts. */
  async settle({ person, space, requestId }: Asking, bookingId: string, id: string): Promise<void> {
    if (!can(person, 'booking:decide', { spaceId: space.id })) refuse('not-allowed');
    await this.db.transaction(async (tx) => {
      const [rows] = await tx.query<[unknown[], number]>(SETTLE, [space.id, bookingId, id, this.clock.now(), person.personId]);
      if (rows.length === 0) refuse('not-found');
      const booking = (await feedBooking(tx, space.id, bookingId)) ?? refuse('not-found');
      await this.record(tx, { space, requestId }, { booking, kind: 'booking.reply-settled', personId: person.personId });
    });
    this.chronicler.nudge();
  }

  private async byToken(tx: EntityManager, space: SpaceEntity, token: string): Promise<Found> {
    const now = this.clock.now();
    const [reply] = await tx.query<AskedReply[]>(BY_TOKEN, [space.id, digest(token), now]);
    const booking = reply && (await feedBooking(tx, space.id, reply.bookingId));
    if (!reply || !booking) return refuse('link/over');
    if (reply.personId && !(await mayHear(tx, space, reply.personId, booking, now))) refuse('link/over');
    return { reply: standing(reply), booking };
  }

  /** Invisible, it does not exist. */
  private async seen(tx: EntityManager, { person, space }: Pick<Asking, 'person' | 'space'>, id: string): Promise<FeedBooking> {
    const booking = await feedBooking(tx, space.id, id);
    const isResident = await isResidentNow(tx, person, space, this.clock.now());
    return booking && maySee({ ...person, isResident }, { ...booking, spaceId: space.id }) ? booking : refuse('not-found');
  }

  /** The same answer again tells nobody anything. */
  private async write(tx: EntityManager, whence: Whence, { reply, booking }: Found, { answer, note }: ReplyHere): Promise<void> {
    if (reply.answer === answer && reply.note === note) return;
    const now = this.clock.now();
    await tx.query(ANSWER, [whence.space.id, reply.id, answer, note, now]);
    if (reply.answer === answer) return;
    // Neither who answers from outside nor what anybody wrote is told to the log: it is never erased.
    await this.record(tx, whence, { booking, kind: 'booking.replied', personId: reply.personId, after: { answer } });
    if (answer === 'declined') await this.notices.declined(tx, whence.space, { reply, booking });
  }

  private record(
    tx: EntityManager,
    { space, requestId }: Whence,
    about: { booking: FeedBooking; kind: string; personId: string | null; after?: object },
  ) {
    const { booking, kind, personId, after } = about;
    const facts = { from: booking.occurrences[0]?.startsAt ?? booking.startsAt, to: booking.occurrences.at(-1)?.endsAt ?? booking.endsAt };
    const whose = { entityId: booking.id, spaceId: space.id, personId, organisationId: booking.organisationId, requestId };
    return record(tx, { kind, ...whose, after, facts });
  }

  private async view(tx: EntityManager, space: SpaceEntity, { reply, booking }: Found): Promise<ReplyQuestion> {
    const nameRooms = await roomNames(tx, space.id);
    const now = this.clock.now();
    const { startsAt, endsAt, roomIds, ownTitle } = dateMeant(booking, reply.dateAt ?? undefined, now);
    const dates = booking.occurrences.filter(({ status, endsAt: end }) => status === 'confirmed' && end > now).length;
    return {
      ...{
        title: (reply.dateAt && ownTitle) ?? booking.title,
        organisation: booking.organisation ?? '',
        by: reply.by,
        answer: reply.answer,
        note: reply.note,
      },
      isInvitation: reply.participantId !== null,
      ...{ start: startsAt.toISOString(), end: endsAt.toISOString() },
      where: nameRooms(roomIds.length > 0 ? roomIds : booking.roomIds),
      series: booking.rrule && !reply.dateAt ? { rrule: booking.rrule, leftOut: booking.leftOut, dates } : null,
    };
  }

  private sayOn(): void {
    this.chronicler.nudge();
    void this.postman.nudge();
  }
}

function standing(reply: AskedReply): AskedReply {
  const refusal = whyNotReply(reply);
  return refusal ? refuse(refusal) : reply;
}
