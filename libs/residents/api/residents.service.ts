import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@bota/shared/api';
import { dateOf } from '@bota/shared/domain';
import { type Resident, residencyStatus } from '@bota/residents/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { days } from './residencies/residency.queries';

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
    const rows: Row[] = await this.db.query(RESIDENTS, [space.id, today]);
    return rows.map(({ noticeOn, ...row }) => ({ ...row, status: residencyStatus({ ...row, noticeOn }, today) }));
  }
}

const RESIDENTS = `
  SELECT r.id AS "residencyId", ${days('r.during')}, to_char(r.notice_on, 'YYYY-MM-DD') AS "noticeOn", o.archived_at IS NOT NULL AS "isArchived",
    json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'initials', o.initials, 'hue', o.hue, 'pattern', o.pattern,
      'demo', o.demo, 'description', o.description) AS organisation,
    (SELECT coalesce(json_agg(json_build_object('roomId', u.room_id, 'desks', u.desks) ORDER BY m.position), '[]')
     FROM occupancy u JOIN room m ON m.space_id = u.space_id AND m.id = u.room_id
     WHERE u.space_id = r.space_id AND u.residency_id = r.id AND u.during @> greatest($2::date, lower(r.during))) AS occupies
  FROM residency r JOIN organisation o ON o.id = r.organisation_id
  WHERE r.space_id = $1 ORDER BY o.name, lower(r.during)`;
