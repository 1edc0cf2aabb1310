import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Integrity, isBackupOld } from '@bota/booking/domain';
import { type ResidentFaults, ResidentsIntegrity } from '@bota/residents/api';
import { Clock, refuse, verifyLog } from '@bota/shared/api';
import { type SignedIn, can, dateOf } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';

type Counted = Omit<Integrity, 'checkedAt' | 'log' | 'backup' | keyof ResidentFaults> & { entries: number; waiting: number };
type Kept = NonNullable<Integrity['backup']>;

@Injectable()
export class IntegrityService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly residents: ResidentsIntegrity,
  ) {}

  /** Counts what must never be, by SQL that does not trust the constraints. */
  async check(person: SignedIn, space: SpaceEntity): Promise<Integrity> {
    if (!can(person, 'integrity:read', { spaceId: space.id })) refuse('not-allowed');
    const [counts] = await this.db.query<[Counted]>(COUNTS, [space.id]);
    const { entries, waiting, ...found } = counts;
    const log = { entries, waiting, brokenAt: await verifyLog(this.db) };
    const faults = await this.residents.count(space.id, dateOf(this.clock.now(), space.zone));
    return { checkedAt: this.clock.now().toISOString(), ...found, ...faults, log, backup: await this.lastBackup() };
  }

  private async lastBackup(): Promise<Integrity['backup']> {
    const [row] = await this.db.query<(Omit<Kept, 'at' | 'isOld'> & { at: Date })[]>(LAST_BACKUP);
    if (!row) return null;
    return { ...row, at: row.at.toISOString(), isOld: isBackupOld(row.at, this.clock.now()) };
  }
}

const COUNTS = `
  SELECT
    (SELECT count(*)::int FROM (
       SELECT lower(during) AS taken_from, max(ends_at + make_interval(mins => tear_down_minutes)) OVER (
         PARTITION BY unit_id ORDER BY lower(during), ends_at, occurrence_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS busy_until
       FROM allocation WHERE space_id = $1 AND blocking) a WHERE a.taken_from < a.busy_until) AS overlaps,
    (SELECT count(*)::int FROM occurrence o WHERE o.space_id = $1 AND o.status = 'confirmed'
       AND NOT EXISTS (SELECT FROM allocation a WHERE a.space_id = $1 AND a.occurrence_id = o.id AND a.blocking))
    + (SELECT count(*)::int FROM allocation a JOIN occurrence o ON o.space_id = a.space_id AND o.id = a.occurrence_id
       WHERE a.space_id = $1 AND a.blocking AND o.status NOT IN ('confirmed', 'requested', 'no_show')) AS orphans,
    (SELECT count(*)::int FROM log WHERE position IS NOT NULL) AS entries,
    (SELECT count(*)::int FROM log WHERE position IS NULL) AS waiting`;

const LAST_BACKUP = `
  SELECT at, name, bytes::float8 AS bytes, rows::float8 AS rows, log_position::float8 AS "logPosition" FROM backup ORDER BY at DESC LIMIT 1`;
