import { Injectable, type OnModuleInit } from '@nestjs/common';
import { countPeople } from '@bota/people/api';
import { ExitChecklist, type Leaving } from './exit-checklist';

const onPage =
  (part: string) =>
  ({ organisation }: Leaving) =>
    `residents/${organisation}#${part}`;

/** What residents themselves want settled: rooms, keys, members, invitations. */
@Injectable()
export class OwnExitSubjects implements OnModuleInit {
  constructor(private readonly checklist: ExitChecklist) {}

  onModuleInit(): void {
    this.checklist.declare({
      name: 'rooms',
      count: (db, { spaceId, residencyId, today }) => one(db.query(ROOMS, [spaceId, residencyId, today])),
      link: onPage('residency'),
    });
    this.checklist.declare({
      name: 'keys',
      count: (db, { spaceId, organisationId }) => one(db.query(KEYS, [spaceId, organisationId])),
      link: onPage('keys'),
    });
    this.checklist.declare({
      name: 'members',
      count: async (db, { organisationId, now }) => (await countPeople(db, organisationId, now)).members,
      link: onPage('members'),
    });
    this.checklist.declare({
      name: 'invitations',
      count: async (db, { organisationId, now }) => (await countPeople(db, organisationId, now)).invitations,
      link: onPage('invitations'),
    });
  }
}

const one = async (rows: Promise<{ count: number }[]>): Promise<number> => (await rows)[0]?.count ?? 0;

const ROOMS = `SELECT count(*)::int AS count FROM occupancy WHERE space_id = $1 AND residency_id = $2 AND during @> $3::date`;
const KEYS = `SELECT count(*)::int AS count FROM key_holding WHERE space_id = $1 AND organisation_id = $2 AND ended_on IS NULL`;
