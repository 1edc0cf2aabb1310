import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HAS_NAMESAKE, type HasNamesake, WHERE_RESIDENT, type WhereResident } from '@bota/people/api';
import { Clock } from '@bota/shared/api';
import { dateOf } from '@bota/shared/domain';
import { hasNamesake } from './residencies/namesakes';

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

const isNamesake =
  (own: DataSource, clock: Clock): HasNamesake =>
  async (organisationId, name, db) => {
    const homes = (await whereResident(own, clock)(organisationId, db)).filter(({ isOver }) => !isOver);
    const spaceIds = homes.map(({ id }) => id);
    const from = dateOf(clock.now(), homes[0]?.zone ?? 'UTC');
    return hasNamesake(db, { spaceIds, organisationId, name, from, to: null });
  };

/** Answers the questions of the people domain: which houses an organisation belongs to, and whether it would share its name there. */
@Global()
@Module({
  providers: [
    { provide: WHERE_RESIDENT, useFactory: whereResident, inject: [DataSource, Clock] },
    { provide: HAS_NAMESAKE, useFactory: isNamesake, inject: [DataSource, Clock] },
  ],
  exports: [WHERE_RESIDENT, HAS_NAMESAKE],
})
export class WhereResidentModule {}
