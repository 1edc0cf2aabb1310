import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData } from '@bota/shared/api';

/** What a person answered to changes of their bookings is theirs; erased, it goes with every link that asks. */
@Injectable()
export class ReplyPersonalData implements OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.declare({ name: 'bookingReplies', read: readReplies, erase });
  }
}

const readReplies = (tx: EntityManager, personId: string): Promise<unknown> => tx.query(REPLIES, [personId]);

async function erase(tx: EntityManager, personId: string): Promise<void> {
  await tx.query('DELETE FROM booking_reply WHERE person_id = $1', [personId]);
}

const REPLIES = `
  SELECT s.name AS space, b.title, r.asked_at AS "askedAt", r.answer, r.note, r.answered_at AS "answeredAt"
  FROM booking_reply r JOIN space s ON s.id = r.space_id JOIN booking b ON b.space_id = r.space_id AND b.id = r.booking_id
  WHERE r.person_id = $1 ORDER BY r.asked_at`;
