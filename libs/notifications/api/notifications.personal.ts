import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData } from '@bota/shared/api';

/** What a person was told and how they chose to hear of it is theirs. Erased, it goes; so do their name and their words from what others were told. */
@Injectable()
export class NotificationsPersonalData implements OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.declare({ name: 'notifications', read: readNotifications, erase });
    this.personalData.declare({ name: 'notificationPreferences', read: readPreferences });
  }
}

const readNotifications = (tx: EntityManager, personId: string): Promise<unknown> => tx.query(NOTIFICATIONS, [personId]);

async function readPreferences(tx: EntityManager, personId: string): Promise<unknown> {
  const [row] = await tx.query<unknown[]>('SELECT ways, reminder, digest FROM notification_preferences WHERE person_id = $1', [personId]);
  return row ?? null;
}

async function erase(tx: EntityManager, personId: string): Promise<void> {
  for (const table of ['notification', 'digest', 'notification_preferences'])
    await tx.query(`DELETE FROM ${table} WHERE person_id = $1`, [personId]);
  await tx.query(UNNAME, [personId]);
}

const NOTIFICATIONS = `
  SELECT s.name AS space, n.kind, n.facts, n.way, n.created_at AS "createdAt", n.read_at AS "readAt"
  FROM notification n JOIN space s ON s.id = n.space_id WHERE n.person_id = $1 ORDER BY n.created_at`;

const UNNAME = `UPDATE notification SET facts = jsonb_set(facts - 'message', '{by}', '""') WHERE facts @> jsonb_build_object('byId', $1::text)`;
