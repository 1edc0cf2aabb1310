import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalData } from '@bota/shared/api';

/** What a person waits for is theirs to take along, and goes with them: a place in a line is nobody else's. */
@Injectable()
export class WaitlistPersonalData implements OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.declare({
      name: 'waitlist',
      read: (tx, personId) => tx.query(ENTRIES, [personId]),
      erase: async (tx, personId) => void (await tx.query('DELETE FROM waitlist_entry WHERE person_id = $1', [personId])),
    });
  }
}

const ENTRIES = `
  SELECT w.id, s.name AS space, g.name AS organisation, w.draft, w.starts_at AS start, w.ends_at AS "end", w.since, w.ended_at AS "endedAt", w.ending
  FROM waitlist_entry w JOIN space s ON s.id = w.space_id JOIN organisation g ON g.id = w.organisation_id
  WHERE w.person_id = $1 ORDER BY w.since`;
