import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, Search } from '@bota/shared/api';
import { type Actor, type SearchHit, type SearchQuery, organisationIdsOf, prefixQuery } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';

@Injectable()
export class SearchService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly search: Search,
  ) {}

  /** What the reader may see of the house, best first. */
  async find(actor: Actor, space: SpaceEntity, { q, limit }: SearchQuery): Promise<SearchHit[]> {
    const words = prefixQuery(q);
    if (words === null) return [];
    const now = this.clock.now();
    const isResident = await this.isResident(actor, space, now);
    return this.search.find({ spaceId: space.id, zone: space.zone, actor, isResident, now, text: q, words, limit });
  }

  private async isResident(actor: Actor, space: SpaceEntity, now: Date): Promise<boolean> {
    const resides = `SELECT FROM residency WHERE space_id = $1 AND organisation_id = ANY($2)
      AND during @> ($3::timestamptz AT TIME ZONE $4)::date LIMIT 1`;
    return (await this.db.query<unknown[]>(resides, [space.id, organisationIdsOf(actor), now, space.zone])).length > 0;
  }
}
