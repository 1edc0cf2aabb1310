import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { newId, record, refuse } from '@bota/shared/api';
import { isZone } from '@bota/shared/domain';
import type { SpaceDraft } from '@bota/spaces/domain';
import { HouseRoleEntity, SpaceEntity } from './space.entity';

const FRESH_MS = 5000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Spaces by id or slug. What is kept for a few seconds (zone, horizon, name) saves each request a round trip and grants no right. */
@Injectable()
export class SpacesService {
  private readonly known = new Map<string, { space: SpaceEntity; until: number }>();

  constructor(private readonly db: DataSource) {}

  all(): Promise<SpaceEntity[]> {
    return this.db.manager.find(SpaceEntity, { order: { createdAt: 'ASC', name: 'ASC' } });
  }

  /** The space with this id or slug, or 404. */
  async find(ref: string): Promise<SpaceEntity> {
    const kept = this.known.get(ref);
    if (kept && kept.until > Date.now()) return kept.space;
    const space = await this.db.manager.findOneBy(SpaceEntity, UUID.test(ref) ? { id: ref } : { slug: ref });
    if (!space) return refuse('not-found');
    this.known.set(ref, { space, until: Date.now() + FRESH_MS });
    return space;
  }

  /** After a change made here; other processes hear of it within the seconds they keep it. */
  forget(id: string): void {
    for (const [ref, { space }] of this.known) if (space.id === id) this.known.delete(ref);
  }
}

/** Writes a space with its first coordinator. */
export async function createSpace(tx: EntityManager, personId: string, draft: SpaceDraft, requestId?: string): Promise<SpaceEntity> {
  if (!isZone(draft.zone)) refuse('space/unknown-zone', { errors: [{ path: 'zone', message: 'not an IANA zone' }] });
  if (await tx.existsBy(SpaceEntity, { slug: draft.slug }))
    refuse('space/slug-taken', { errors: [{ path: 'slug', message: 'already used' }] });
  const id = newId();
  await tx.insert(SpaceEntity, { id, slug: draft.slug, name: draft.name, address: draft.address, zone: draft.zone });
  await tx.insert(HouseRoleEntity, { spaceId: id, personId, role: 'coordinator' });
  await record(tx, { kind: 'space.created', entityId: id, spaceId: id, personId, requestId, after: draft });
  return tx.findOneByOrFail(SpaceEntity, { id });
}
