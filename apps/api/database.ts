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

/** Brings the schema up to date; several processes may start at once, one migrates and the others wait. */
export async function migrate(url: string): Promise<void> {
  const db = await new DataSource(databaseOptions(url, 2)).initialize();
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
