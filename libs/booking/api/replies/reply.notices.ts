import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, NotificationKinds, Notifications } from '@bota/shared/api';
import type { SpaceEntity } from '@bota/spaces/api';
import { type FeedBooking, roomNames } from '../feeds/feed.queries';
import { type Time, nameOf, whenOf } from '../letters/booking.kinds';
import { dateMeant } from '../letters/date.meant';
import { mayHear } from '../letters/hearing';
import { NEIGHBOUR, replyDeclinedLetter } from './reply.words';

/** `by` is emptied when the person with `byId` erases their account; a neighbour has neither. */
type Facts = Time & { title: string; by: string; byId: string | null; isOutsider: boolean; where: string };
type Declined = { reply: { id: string; askedBy: string | null; personId: string | null; dateAt: Date | null }; booking: FeedBooking };

const KIND = 'booking-reply-declined';
const TIME = { start: '2026-03-16T09:00:00Z', end: '2026-03-16T10:00:00Z', zone: 'Europe/Brussels' };
const SAMPLE: Facts = { title: 'Assemblée', by: 'Membre Racines', byId: null, isOutsider: false, where: 'Salle A', ...TIME };

/** Who made a change hears that it does not suit, once for each time they asked. */
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
  }

  async declined(tx: EntityManager, space: SpaceEntity, { reply, booking }: Declined): Promise<void> {
    const now = this.clock.now();
    if (!reply.askedBy || !(await mayHear(tx, space, reply.askedBy, booking, now))) return;
    const nameRooms = await roomNames(tx, space.id);
    const { startsAt, endsAt, roomIds } = dateMeant(booking, reply.dateAt ?? undefined, now);
    const [who] = await tx.query<{ name: string }[]>('SELECT display_name AS name FROM person WHERE id = $1', [reply.personId]);
    const facts: Facts = {
      ...{ title: booking.title, by: who?.name ?? '', byId: reply.personId, isOutsider: reply.personId === null },
      ...{ zone: booking.zone, start: startsAt.toISOString(), end: endsAt.toISOString() },
      where: nameRooms(roomIds.length > 0 ? roomIds : booking.roomIds),
    };
    const about = { kind: KIND, key: `${KIND}:${reply.id}`, space, subjectId: booking.id, path: `bookings/${booking.id}` };
    await this.notifications.tell(tx, { ...about, to: [reply.askedBy], facts });
  }
}
