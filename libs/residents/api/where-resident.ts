import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WHERE_RESIDENT, type WhereResident } from '@bota/people/api';
import { Clock } from '@bota/shared/api';

const SPACES = `
  SELECT s.id, s.slug FROM residency r JOIN space s ON s.id = r.space_id
  WHERE r.organisation_id = $1 AND r.during @> ($2::timestamptz AT TIME ZONE s.zone)::date ORDER BY r.space_id`;

const whereResident =
  (db: DataSource, clock: Clock): WhereResident =>
  (organisationId) =>
    db.query(SPACES, [organisationId, clock.now()]);

/** Answers the question of the people domain: in which spaces an organisation is resident today. */
@Global()
@Module({
  providers: [{ provide: WHERE_RESIDENT, useFactory: whereResident, inject: [DataSource, Clock] }],
  exports: [WHERE_RESIDENT],
})
export class WhereResidentModule {}
