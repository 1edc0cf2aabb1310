import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalData } from '@bota/shared/api';

/** The links of a person go with them: nothing is read in the name of who left. */
@Injectable()
export class FeedPersonalData implements OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.declare({
      name: 'calendarFeeds',
      read: (tx, personId) => tx.query(FEEDS, [personId]),
      erase: async (tx, personId) => void (await tx.query('DELETE FROM calendar_feed WHERE person_id = $1', [personId])),
    });
  }
}

const FEEDS = `
  SELECT s.name AS space, f.kind, coalesce(r.name, g.name) AS subject, f.created_at AS "createdAt", f.last_read_at AS "lastReadAt",
    f.revoked_at AS "revokedAt"
  FROM calendar_feed f JOIN space s ON s.id = f.space_id LEFT JOIN room r ON r.space_id = f.space_id AND r.id = f.room_id
    LEFT JOIN organisation g ON g.id = f.organisation_id
  WHERE f.person_id = $1 ORDER BY f.created_at`;
