import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LogLine, LogPage, LogQuery } from '@bota/residents/domain';
import { refuse } from '@bota/shared/api';
import { type SignedIn, can } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';

type Row = Omit<LogLine, 'at' | 'id'> & { id: string; at: Date };

@Injectable()
export class LogService {
  constructor(private readonly db: DataSource) {}

  /** What was done in the house, latest first. */
  async search(person: SignedIn, space: SpaceEntity, query: LogQuery): Promise<LogPage> {
    if (!can(person, 'log:read', { spaceId: space.id })) refuse('not-allowed');
    const { person: by = null, entity = null, kind = null, from = null, to = null, before = null, limit } = query;
    const rows = await this.db.query<Row[]>(SEARCH, [space.id, by, entity, kind, from, to, before, limit + 1]);
    const items = rows.slice(0, limit).map((row): LogLine => ({ ...row, id: Number(row.id), at: row.at.toISOString() }));
    const last = items.at(-1);
    return { items, ...(rows.length > limit && last && { next: last.id }) };
  }
}

// A kind finds its whole family: `booking` finds `booking.created`. Memberships and invitations are of an organisation, not of a house:
// they are shown where it is or was resident.
const SEARCH = `
  SELECT l.id, l.at, l.kind, l.entity_id AS "entityId", g.name AS organisation, l.request_id AS "requestId", l.before, l.after,
    CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'displayName', p.display_name) END AS person
  FROM log l LEFT JOIN person p ON p.id = l.person_id LEFT JOIN organisation g ON g.id = l.organisation_id
  WHERE (l.space_id = $1 OR (l.space_id IS NULL AND l.organisation_id IN (SELECT organisation_id FROM residency WHERE space_id = $1)))
    AND ($2::uuid IS NULL OR l.person_id = $2) AND ($3::uuid IS NULL OR l.entity_id = $3)
    AND ($4::text IS NULL OR l.kind = $4 OR l.kind LIKE $4 || '.%')
    AND ($5::timestamptz IS NULL OR l.at >= $5) AND ($6::timestamptz IS NULL OR l.at < $6) AND ($7::bigint IS NULL OR l.id < $7)
  ORDER BY l.id DESC LIMIT $8`;
