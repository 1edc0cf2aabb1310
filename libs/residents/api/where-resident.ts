import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WHERE_RESIDENT, type WhereResident } from '@bota/people/api';
import { Clock } from '@bota/shared/api';

const SPACES = `
  WITH lived AS (
    SELECT s.id, s.slug, s.zone, bool_and(NOT upper_inf(r.during) AND upper(r.during) <= today.day) AS "isOver", bool_or(r.during @> today.day) AS "isHere"
    FROM residency r JOIN space s ON s.id = r.space_id
      CROSS JOIN LATERAL (SELECT ($2::timestamptz AT TIME ZONE s.zone)::date AS day) today
    WHERE r.organisation_id = $1 GROUP BY s.id)
  SELECT id, slug, zone, "isOver" FROM lived WHERE NOT "isOver" OR (SELECT bool_and("isOver") FROM lived) ORDER BY "isHere" DESC, id`;

const whereResident =
  (own: DataSource, clock: Clock): WhereResident =>
  (organisationId, db = own) =>
    db.query(SPACES, [organisationId, clock.now()]);

/** Answers the question of the people domain: which houses an organisation belongs to. */
@Global()
@Module({
  providers: [{ provide: WHERE_RESIDENT, useFactory: whereResident, inject: [DataSource, Clock] }],
  exports: [WHERE_RESIDENT],
})
export class WhereResidentModule {}
