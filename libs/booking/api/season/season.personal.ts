import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData } from '@bota/shared/api';

/** Wishes and appeals that a person filed are theirs to take along; they stay when they leave: they belong to the organisation. */
@Injectable()
export class SeasonPersonalData implements OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.declare({ name: 'seasonWishes', read: (tx: EntityManager, personId) => tx.query(WISHES, [personId]) });
    this.personalData.declare({ name: 'seasonAppeals', read: (tx: EntityManager, personId) => tx.query(APPEALS, [personId]) });
  }
}

const WISHES = `
  SELECT w.id, s.name AS space, r.name AS round, o.name AS organisation, w.title, w.attendees, w.features, w.filed_at AS "filedAt"
  FROM season_wish w JOIN season_round r ON r.space_id = w.space_id AND r.id = w.round_id JOIN space s ON s.id = w.space_id
    JOIN organisation o ON o.id = w.organisation_id
  WHERE w.filed_by = $1 ORDER BY w.filed_at`;
const APPEALS = `
  SELECT a.id, s.name AS space, w.title AS wish, a.text, a.filed_at AS "filedAt", a.is_accepted AS "isAccepted", a.answer
  FROM season_appeal a JOIN season_wish w ON w.space_id = a.space_id AND w.id = a.wish_id JOIN space s ON s.id = a.space_id
  WHERE a.filed_by = $1 ORDER BY a.filed_at`;
