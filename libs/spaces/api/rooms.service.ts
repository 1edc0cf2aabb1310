import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { Chronicler, newId, record, refuse } from '@bota/shared/api';
import { type SignedIn, slugOf } from '@bota/shared/domain';
import type { ManagedRoom, ManagedRoomList, Room, RoomDraft, RoomList } from '@bota/spaces/domain';
import { refuseUnlessRunning } from './running';
import { MANAGED_ROOMS, ROOMS, roomBySlug } from './room.queries';
import { RoomEntity } from './room.entity';
import { FloorEntity, type SpaceEntity } from './space.entity';

@Injectable()
export class RoomsService {
  constructor(
    private readonly db: DataSource,
    private readonly chronicler: Chronicler,
  ) {}

  /** The rooms in display order, with their floors. */
  async list(spaceId: string): Promise<RoomList> {
    const [items, floors, former] = await Promise.all([
      this.db.query<Room[]>(ROOMS, [spaceId]),
      this.floors(spaceId),
      this.db.manager.find(RoomEntity, { select: { id: true, name: true }, where: { spaceId, archivedAt: Not(IsNull()) } }),
    ]);
    return { items, floors, former: former.map(({ id, name }) => ({ id, name })) };
  }

  /** The same as who runs the house sees them. */
  async managed(person: SignedIn, { id }: SpaceEntity): Promise<ManagedRoomList> {
    refuseUnlessRunning(person, id);
    const [items, floors] = await Promise.all([managedRooms(this.db.manager, id), this.floors(id)]);
    return { items, floors };
  }

  async create(person: SignedIn, space: SpaceEntity, draft: RoomDraft, requestId: string): Promise<Room> {
    refuseUnlessRunning(person, space.id);
    const created = await this.db.transaction(async (tx) => {
      const room = await createRoom(tx, space.id, draft);
      await refuseTakenName(tx, room);
      const { spaceId, id: entityId } = room;
      await record(tx, { kind: 'room.created', entityId, spaceId, personId: person.personId, requestId, after: draft });
      return (await tx.query<Room[]>(ROOMS, [space.id])).find(({ id }) => id === room.id);
    });
    this.chronicler.nudge();
    return created ?? refuse('internal');
  }

  private async floors(spaceId: string) {
    const floors = await this.db.manager.find(FloorEntity, { where: { spaceId }, order: { level: 'ASC' } });
    return floors.map(({ id, level, name }) => ({ id, level, name }));
  }
}

export async function managedRooms(tx: EntityManager, spaceId: string): Promise<ManagedRoom[]> {
  const rows = await tx.query<(ManagedRoom & { archivedAt: Date | null })[]>(MANAGED_ROOMS, [spaceId]);
  return rows.map((row) => ({ ...row, archivedAt: row.archivedAt?.toISOString() ?? null }));
}

/** Writes a room with its parts and the units it occupies: itself when atomic, all units of its parts when composed. */
export async function createRoom(tx: EntityManager, spaceId: string, draft: RoomDraft, id = newId()): Promise<RoomEntity> {
  // One room at a time: addresses and positions are chosen by what is there. Bookings meanwhile go on.
  await tx.query('SELECT FROM space WHERE id = $1 FOR NO KEY UPDATE', [spaceId]);
  const slug = draft.slug ?? (await freeSlug(tx, spaceId, draft.name));
  if (await roomBySlug(tx, spaceId, slug)) refuse('space/slug-taken', { errors: [{ path: 'slug', message: 'already used by a room' }] });
  const [{ position }] = await tx.query('SELECT coalesce(max(position), 0) + 1 AS position FROM room WHERE space_id = $1', [spaceId]);
  const { name, floorId, bookable, capacity, desks, areaM2, features, layout, description, rules, outline } = draft;
  await refuseUnknownFloor(tx, spaceId, floorId);
  if (outline) await refuseOutsideFloor(tx, spaceId, { floorId, outline });
  // What stands from the beginning surprises nobody.
  const measures = { capacity, desks, areaM2, outline, checkInSince: rules.checkIn ? new Date(0) : null };
  await tx.insert(RoomEntity, { spaceId, id, slug, name, floorId, position, bookable, features, layout, description, rules, ...measures });
  await writeUnits(tx, spaceId, id, [...new Set(draft.partIds)]);
  return tx.findOneByOrFail(RoomEntity, { spaceId, id });
}

export async function refuseUnknownFloor(tx: EntityManager, spaceId: string, floorId: string | null): Promise<void> {
  if (floorId === null || (await tx.existsBy(FloorEntity, { spaceId, id: floorId }))) return;
  refuse('room/unknown-floor', { errors: [{ path: 'floorId', message: 'not a floor of this space' }] });
}

/** A room lies within the drawing of its floor. */
export async function refuseOutsideFloor(tx: EntityManager, spaceId: string, { floorId, outline }: Lying): Promise<void> {
  const floor = floorId && (await tx.findOneBy(FloorEntity, { spaceId, id: floorId }));
  if (!floor || !outline) return;
  if (outline.x + outline.width <= floor.width && outline.y + outline.height <= floor.height) return;
  const message = `beyond the drawing of its floor, ${floor.width} × ${floor.height}`;
  refuse('room/outside-floor', { errors: [{ path: 'outline', message }] });
}
type Lying = { floorId: string | null; outline?: RoomDraft['outline'] };

/** Two rooms in use have two names, whatever their case and spaces. The house is locked: names come one after the other. */
export async function refuseTakenName(
  tx: EntityManager,
  { spaceId, id, name }: Pick<RoomEntity, 'spaceId' | 'id' | 'name'>,
): Promise<void> {
  const others = await tx.query(SAME_NAME, [spaceId, id, name]);
  if (others.length > 0) refuse('room/name-taken', { errors: [{ path: 'name', message: 'already the name of a room' }] });
}

const plain = (name: string) => `lower(regexp_replace(btrim(${name}), '\\s+', ' ', 'g'))`;
const SAME_NAME = `
  SELECT id FROM room WHERE space_id = $1 AND id <> $2 AND archived_at IS NULL AND ${plain('name')} = ${plain('$3::text')} LIMIT 1`;

async function writeUnits(tx: EntityManager, spaceId: string, roomId: string, partIds: string[]): Promise<void> {
  if (partIds.length === 0) {
    await tx.query(`INSERT INTO unit (space_id, id, kind) VALUES ($1, $2, 'room')`, [spaceId, roomId]);
    await tx.query('INSERT INTO room_unit (space_id, room_id, unit_id) VALUES ($1, $2, $2)', [spaceId, roomId]);
    return;
  }
  await refuseUnknownParts(tx, spaceId, partIds);
  await tx.query('INSERT INTO room_part (space_id, room_id, part_id) SELECT $1, $2, unnest($3::uuid[])', [spaceId, roomId, partIds]);
  await tx.query(
    'INSERT INTO room_unit (space_id, room_id, unit_id) SELECT DISTINCT $1::uuid, $2::uuid, unit_id FROM room_unit WHERE space_id = $1 AND room_id = ANY($3)',
    [spaceId, roomId, partIds],
  );
}

export async function refuseUnknownParts(tx: EntityManager, spaceId: string, partIds: readonly string[]): Promise<void> {
  const known = 'SELECT count(*)::int AS count FROM room WHERE space_id = $1 AND id = ANY($2) AND archived_at IS NULL';
  const [{ count }] = await tx.query(known, [spaceId, partIds]);
  if (count < partIds.length) refuse('room/unknown-part', { errors: [{ path: 'partIds', message: 'not a room of this space' }] });
}

async function freeSlug(tx: EntityManager, spaceId: string, name: string): Promise<string> {
  const base = slugOf(name, 'room');
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!(await roomBySlug(tx, spaceId, slug))) return slug;
  }
}
