import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, NotificationKinds, Notifications } from '@bota/shared/api';
import type { SpaceEntity } from '@bota/spaces/api';
import { type FeedBooking, roomNames } from '../feeds/feed.queries';
import { type Time, nameOf, whenOf } from '../letters/booking.kinds';
import { dateMeant } from '../letters/date.meant';
import { mayHear } from '../letters/hearing';
import { NEIGHBOUR, invitationDeclinedLetter, replyDeclinedLetter } from './reply.words';

/** `by` is emptied when the person with `byId` erases their account; a neighbour has neither. */
type Facts = Time & { title: string; by: string; byId: string | null; isOutsider: boolean; where: string };
type Reply = { id: string; askedBy: string | null; personId: string | null; participantId: string | null; dateAt: Date | null };
type Declined = { reply: Reply; booking: FeedBooking };

const KIND = 'booking-reply-declined';
const INVITED = 'booking-invitation-declined';
const TIME = { start: '2026-03-16T09:00:00Z', end: '2026-03-16T10:00:00Z', zone: 'Europe/Brussels' };
const SAMPLE: Facts = { title: 'Assemblée', by: 'Membre Racines', byId: null, isOutsider: false, where: 'Salle A', ...TIME };

/** Who made a change hears that it does not suit, and who booked that somebody invited does not come: once for each time they asked. */
@Injectable()
export class ReplyNotices implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly kinds: NotificationKinds,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    this.kinds.declare<Facts>({
      ...{ kind: KIND, family: 'requests', sample: SAMPLE },
      words: ({ isOutsider, ...facts }, { language, url }) => {
        const by = isOutsider ? NEIGHBOUR[language] : nameOf(facts.by, language);
        return replyDeclinedLetter[language]({ ...facts, by, url, when: whenOf(facts, language) });
      },
    });
    this.kinds.declare<Facts>({
      ...{ kind: INVITED, family: 'bookings', sample: SAMPLE },
      words: (facts, { language, url }) => invitationDeclinedLetter[language]({ ...facts, url, when: whenOf(facts, language) }),
    });
  }

  async declined(tx: EntityManager, space: SpaceEntity, { reply, booking }: Declined): Promise<void> {
    const isInvited = reply.participantId !== null;
    const [kind, reader] = isInvited ? [INVITED, booking.bookedBy] : [KIND, reply.askedBy];
    if (!reader || !(await mayHear(tx, space, reader, booking, this.clock.now()))) return;
    const facts = await this.factsOf(tx, space, { reply, booking });
    const about = { kind, key: `${kind}:${reply.id}`, space, subjectId: booking.id, path: `bookings/${booking.id}` };
    await this.notifications.tell(tx, { ...about, to: [reader], facts });
  }

  private async factsOf(tx: EntityManager, space: SpaceEntity, { reply, booking }: Declined): Promise<Facts> {
    const nameRooms = await roomNames(tx, space.id);
    const { startsAt, endsAt, roomIds } = dateMeant(booking, reply.dateAt ?? undefined, this.clock.now());
    const [who] = await tx.query<{ name: string }[]>('SELECT display_name AS name FROM person WHERE id = $1', [reply.personId]);
    return {
      ...{ title: booking.title, by: who?.name ?? '', byId: reply.personId, isOutsider: reply.personId === null },
      ...{ zone: booking.zone, start: startsAt.toISOString(), end: endsAt.toISOString() },
      where: nameRooms(roomIds.length > 0 ? roomIds : booking.roomIds),
    };
  }
}
