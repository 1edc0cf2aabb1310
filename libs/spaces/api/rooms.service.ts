import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { newId, record, refuse } from '@bota/shared/api';
import { type SignedIn, can } from '@bota/shared/domain';
import type { Room, RoomDraft, RoomList } from '@bota/spaces/domain';
import { ROOMS, roomBySlug } from './room.queries';
import { RoomEntity } from './room.entity';
import { FloorEntity, type SpaceEntity } from './space.entity';

@Injectable()
export class RoomsService {
  constructor(private readonly db: DataSource) {}

  /** The rooms in display order, with their floors. */
  async list(spaceId: string): Promise<RoomList> {
    const [items, floors] = await Promise.all([
      this.db.query<Room[]>(ROOMS, [spaceId]),
      this.db.manager.find(FloorEntity, { where: { spaceId }, order: { level: 'ASC' } }),
    ]);
    return { items, floors: floors.map(({ id, level, name }) => ({ id, level, name })) };
  }

  create(person: SignedIn, space: SpaceEntity, draft: RoomDraft, requestId: string): Promise<Room> {
    if (!can(person, 'house:configure', { spaceId: space.id })) return refuse('not-allowed');
    return this.db.transaction(async (tx) => {
      const room = await createRoom(tx, space.id, draft);
      const { spaceId, id: entityId } = room;
      await record(tx, { kind: 'room.created', entityId, spaceId, personId: person.personId, requestId, after: draft });
      const [created] = (await tx.query<Room[]>(ROOMS, [space.id])).filter(({ id }) => id === room.id);
      return created ?? refuse('internal');
    });
  }
}

/** Writes a room with its parts and the units it occupies: itself when atomic, all units of its parts when composed. */
export async function createRoom(tx: EntityManager, spaceId: string, draft: RoomDraft, id = newId()): Promise<RoomEntity> {
  // One room at a time: addresses and positions are chosen by what is there. Bookings meanwhile go on.
  await tx.query('SELECT FROM space WHERE id = $1 FOR NO KEY UPDATE', [spaceId]);
  const slug = draft.slug ?? (await freeSlug(tx, spaceId, draft.name));
  if (await roomBySlug(tx, spaceId, slug)) refuse('space/slug-taken', { errors: [{ path: 'slug', message: 'already used by a room' }] });
  const [{ position }] = await tx.query('SELECT coalesce(max(position), 0) + 1 AS position FROM room WHERE space_id = $1', [spaceId]);
  const { name, floorId, bookable, capacity, desks, areaM2, features, layout, description, rules, outline } = draft;
  if (floorId && !(await tx.existsBy(FloorEntity, { spaceId, id: floorId }))) {
    refuse('room/unknown-floor', { errors: [{ path: 'floorId', message: 'not a floor of this space' }] });
  }
  const measures = { capacity, desks, areaM2, outline };
  await tx.insert(RoomEntity, { spaceId, id, slug, name, floorId, position, bookable, features, layout, description, rules, ...measures });
  await writeUnits(tx, spaceId, id, [...new Set(draft.partIds)]);
  return tx.findOneByOrFail(RoomEntity, { spaceId, id });
}

async function writeUnits(tx: EntityManager, spaceId: string, roomId: string, partIds: string[]): Promise<void> {
  if (partIds.length === 0) {
    await tx.query(`INSERT INTO unit (space_id, id, kind) VALUES ($1, $2, 'room')`, [spaceId, roomId]);
    await tx.query('INSERT INTO room_unit (space_id, room_id, unit_id) VALUES ($1, $2, $2)', [spaceId, roomId]);
    return;
  }
  const [{ count }] = await tx.query('SELECT count(*)::int AS count FROM room WHERE space_id = $1 AND id = ANY($2)', [spaceId, partIds]);
  if (count < partIds.length) refuse('room/unknown-part', { errors: [{ path: 'partIds', message: 'not a room of this space' }] });
  await tx.query('INSERT INTO room_part (space_id, room_id, part_id) SELECT $1, $2, unnest($3::uuid[])', [spaceId, roomId, partIds]);
  await tx.query(
    'INSERT INTO room_unit (space_id, room_id, unit_id) SELECT DISTINCT $1::uuid, $2::uuid, unit_id FROM room_unit WHERE space_id = $1 AND room_id = ANY($3)',
    [spaceId, roomId, partIds],
  );
}

async function freeSlug(tx: EntityManager, spaceId: string, name: string): Promise<string> {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['room'];
  const base = words.join('-').slice(0, 60);
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!(await roomBySlug(tx, spaceId, slug))) return slug;
  }
}
