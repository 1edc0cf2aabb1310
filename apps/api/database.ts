import { DataSource } from 'typeorm';
import { BookingEntity, OccurrenceEntity } from '@bota/booking/api';
import { MembershipEntity, OrganisationEntity, PersonEntity } from '@bota/people/api';
import { PLANNING, PreparingClient } from '@bota/shared/api';
import { ClosureEntity, FloorEntity, HouseRoleEntity, RoomEntity, SpaceEntity } from '@bota/spaces/api';
import { migrations } from './migrations';

export const entities = [
  PersonEntity,
  OrganisationEntity,
  MembershipEntity,
  SpaceEntity,
  HouseRoleEntity,
  FloorEntity,
  RoomEntity,
  ClosureEntity,
  BookingEntity,
  OccurrenceEntity,
];

const MIGRATION_LOCK = 75_000;

export const databaseOptions = (url: string, pool: number) =>
  ({
    type: 'postgres',
    url,
    entities,
    migrations,
    synchronize: false,
    migrationsTableName: 'migration',
    applicationName: 'bota75',
    extra: { Client: PreparingClient, options: PLANNING, max: pool, connectionTimeoutMillis: 10_000 },
  }) as const;

/**
 * Brings the schema up to date, or only as far as the migration `until` (a backup goes into the schema it was made of); several
 * processes may start at once, one migrates and the others wait.
 */
export async function migrate(url: string, until?: string): Promise<void> {
  const last = migrations.findIndex((Migration) => new Migration().name === until);
  if (until && last < 0) throw new Error(`There is no migration ${until} in this version.`);
  const wanted = until ? migrations.slice(0, last + 1) : migrations;
  const db = await new DataSource({ ...databaseOptions(url, 2), migrations: wanted }).initialize();
  const guard = db.createQueryRunner();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await db.runMigrations({ transaction: 'all' });
    await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  } finally {
    await guard.release();
    await db.destroy();
  }
}
