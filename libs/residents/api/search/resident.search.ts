import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ScoredHit, Search, type SearchQuestion, matches, score } from '@bota/shared/api';
import { can } from '@bota/shared/domain';

/** Organisations stand on the door; the people of the house are found by those who live or work in it. */
@Injectable()
export class ResidentSearch implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly search: Search,
  ) {}

  onModuleInit(): void {
    this.search.declare((question) => this.organisations(question));
    this.search.declare((question) => this.people(question));
  }

  private organisations({ text, words, spaceId, zone, now, limit }: SearchQuestion): Promise<ScoredHit[]> {
    return this.db.query(ORGANISATIONS, [text, words, spaceId, now, zone, limit]);
  }

  private async people({ text, words, spaceId, zone, now, limit, actor, isResident }: SearchQuestion): Promise<ScoredHit[]> {
    if (!can(actor, 'person:find', { spaceId, isResident })) return [];
    return this.db.query(PEOPLE, [text, words, spaceId, now, zone, limit]);
  }
}

const OF_ORGANISATION = `o.name || ' ' || o.initials || ' ' || coalesce(o.description->>'fr', '') || ' ' || coalesce(o.description->>'nl', '')
  || ' ' || coalesce(o.description->>'en', '')`;
const TODAY = `($4::timestamptz AT TIME ZONE $5)::date`;

// A residency that is over is history: its organisation is found by whoever looks into the list of former residents.
const ORGANISATIONS = `
  SELECT 'organisation' AS kind, o.id, o.slug AS ref, o.name AS title, o.description AS detail, ${score('o.name', OF_ORGANISATION)} AS score
  FROM organisation o
  WHERE o.archived_at IS NULL AND ${matches('o.name', OF_ORGANISATION)}
    AND EXISTS (SELECT FROM residency r WHERE r.space_id = $3 AND r.organisation_id = o.id AND NOT r.during << daterange(${TODAY}, NULL))
  ORDER BY score DESC, title LIMIT $6`;

const PEOPLE = `
  SELECT 'person' AS kind, p.id, (array_agg(o.slug ORDER BY o.name) FILTER (WHERE o.id IS NOT NULL))[1] AS ref, p.display_name AS title,
    CASE WHEN count(o.id) = 0 THEN '{}'::json
      ELSE json_build_object('fr', string_agg(o.name, ', ' ORDER BY o.name)) END AS detail, max(p.score) AS score
  FROM (SELECT id, display_name, ${score('display_name', 'display_name')} AS score FROM person
        WHERE erased_at IS NULL AND ${matches('display_name', 'display_name')}) p
    LEFT JOIN membership m ON m.person_id = p.id AND EXISTS
      (SELECT FROM residency r WHERE r.space_id = $3 AND r.organisation_id = m.organisation_id AND r.during @> ${TODAY})
    LEFT JOIN organisation o ON o.id = m.organisation_id
  GROUP BY p.id, p.display_name
  HAVING count(o.id) > 0 OR EXISTS (SELECT FROM house_role h WHERE h.space_id = $3 AND h.person_id = p.id)
  ORDER BY score DESC, title LIMIT $6`;
