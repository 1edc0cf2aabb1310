import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, newId, record } from '@bota/shared/api';
import { dateOf } from '@bota/shared/domain';
import { type Resident, residencyStatus } from '@bota/residents/domain';
import type { SpaceEntity } from '@bota/spaces/api';

type Row = Omit<Resident, 'status'> & { noticeOn: string | null };

@Injectable()
export class ResidentsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Organisations that are, were or will be resident, by name. */
  async list(space: SpaceEntity): Promise<Resident[]> {
    const today = dateOf(this.clock.now(), space.zone);
    const rows: Row[] = await this.db.query(RESIDENTS, [space.id]);
    return rows.map(({ noticeOn, ...row }) => ({ ...row, status: residencyStatus({ ...row, noticeOn }, today) }));
  }
}

/** Opens a residency from a date on; `to` is the last day, null leaves it open. */
export async function openResidency(
  tx: EntityManager,
  residency: { spaceId: string; organisationId: string; from: string; to: string | null; by: string },
): Promise<string> {
  const id = newId();
  const { spaceId, organisationId, from, to, by } = residency;
  await tx.query(`INSERT INTO residency (space_id, id, organisation_id, during) VALUES ($1, $2, $3, daterange($4, $5, '[]'))`, [
    spaceId,
    id,
    organisationId,
    from,
    to,
  ]);
  await record(tx, { kind: 'residency.opened', entityId: id, spaceId, personId: by, organisationId, after: { from, to } });
  return id;
}

const RESIDENTS = `
  SELECT r.id AS "residencyId", to_char(lower(r.during), 'YYYY-MM-DD') AS "from", to_char(upper(r.during) - 1, 'YYYY-MM-DD') AS "to",
    to_char(r.notice_on, 'YYYY-MM-DD') AS "noticeOn",
    json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'initials', o.initials, 'hue', o.hue, 'pattern', o.pattern,
      'demo', o.demo, 'description', o.description) AS organisation
  FROM residency r JOIN organisation o ON o.id = r.organisation_id
  WHERE r.space_id = $1 ORDER BY o.name`;
