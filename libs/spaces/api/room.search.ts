import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ScoredHit, Search, type SearchQuestion, matches, score } from '@bota/shared/api';

const ALL = `r.name || ' ' || coalesce(r.description->>'fr', '') || ' ' || coalesce(r.description->>'nl', '') || ' ' || coalesce(r.description->>'en', '')`;

/** The rooms of a house are no secret; offices are found by who sits in them. */
@Injectable()
export class RoomSearch implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly search: Search,
  ) {}

  onModuleInit(): void {
    this.search.declare((question) => this.find(question));
  }

  private find({ text, words, spaceId, limit }: SearchQuestion): Promise<ScoredHit[]> {
    return this.db.query(ROOMS, [text, words, spaceId, limit]);
  }
}

const ROOMS = `
  SELECT 'room' AS kind, r.id, r.slug AS ref, r.name AS title, coalesce(f.name, '{}') AS detail, ${score('r.name', ALL)} AS score
  FROM room r LEFT JOIN floor f ON f.space_id = r.space_id AND f.id = r.floor_id
  WHERE r.space_id = $3 AND r.archived_at IS NULL AND r.bookable AND ${matches('r.name', ALL)}
  ORDER BY score DESC, title LIMIT $4`;
