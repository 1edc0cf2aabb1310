import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Chronicler, Clock, record, refuse } from '@bota/shared/api';
import type { ManagedRoom, RoomEdit } from '@bota/spaces/domain';
import type { Changing } from './changing';
import { RoomEntity } from './room.entity';
import { rewriteUnits, wholesOf } from './room.queries';
import { RoomUses } from './room.uses';
import { managedRooms, refuseOutsideFloor, refuseTakenName, refuseUnknownFloor, refuseUnknownParts } from './rooms.service';
import { refuseUnlessRunning } from './running';

type Work = { tx: EntityManager; room: RoomEntity };
type Told = { kind: string; before?: unknown; after?: unknown };

@Injectable()
export class RoomsEdits {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
    private readonly uses: RoomUses,
  ) {}

  /** Changes what is given. Bookings stay as they are, also where the new rules would refuse them. */
  edit(changing: Changing, id: string, edit: RoomEdit, version?: number): Promise<ManagedRoom> {
    return this.change(changing, id, async ({ tx, room }) => {
      const known = await managedRoom(tx, room);
      if (version !== undefined && version !== room.version) refuse('stale-version', { current: known });
      const { partIds, ...fields } = edit;
      if (fields.floorId !== undefined) await refuseUnknownFloor(tx, room.spaceId, fields.floorId);
      if (fields.name !== undefined) await refuseTakenName(tx, { ...room, name: fields.name });
      if (fields.outline) await refuseOutsideFloor(tx, room.spaceId, { floorId: room.floorId, ...fields });
      if (fields.desks !== undefined && (fields.desks ?? 0) < (room.desks ?? 0))
        await this.uses.refuseFewerDesks(tx, { spaceId: room.spaceId, id, desks: fields.desks }, this.clock.now());
      if (fields.bookable && !room.bookable) await this.refuseWhileUsed(tx, room, [id], ['occupancies']);
      if (fields.bookable === false && room.bookable) await this.refuseWhileUsed(tx, room, [room.id], ['bookings']);
      if (partIds && partIds.join() !== known.partIds.join()) await this.recompose(tx, room, partIds);
      await tx.update(
        RoomEntity,
        { spaceId: room.spaceId, id },
        { ...fields, checkInSince: this.checkInSince(room, edit), version: room.version + 1 },
      );
      return { kind: 'room.edited', ...changed({ ...room, partIds: known.partIds }, edit) };
    });
  }

  /** Takes a room out of use: what happened in it stays. Refused while it is booked, occupied, or part of a room in use. */
  archive(changing: Changing, id: string): Promise<ManagedRoom> {
    return this.change(changing, id, async ({ tx, room }) => {
      if (room.archivedAt) return null;
      const wholes = await tx.query(WHOLES_IN_USE, [room.spaceId, id]);
      if (wholes.length > 0) refuse('room/part-of-whole', { detail: `it is a part of ${wholes[0].name}` });
      await this.refuseWhileUsed(tx, room, [id], ['bookings', 'occupancies']);
      await tx.update(RoomEntity, { spaceId: room.spaceId, id }, { archivedAt: this.clock.now(), version: room.version + 1 });
      return { kind: 'room.archived', before: { name: room.name } };
    });
  }

  restore(changing: Changing, id: string): Promise<ManagedRoom> {
    return this.change(changing, id, async ({ tx, room }) => {
      if (!room.archivedAt) return null;
      await refuseTakenName(tx, room);
      await refuseUnknownParts(tx, room.spaceId, (await managedRoom(tx, room)).partIds);
      await tx.update(RoomEntity, { spaceId: room.spaceId, id }, { archivedAt: null, version: room.version + 1 });
      return { kind: 'room.restored', after: { name: room.name } };
    });
  }

  /** The rooms named take the first places in this order; the others keep theirs after them. */
  async order({ person, space, requestId }: Changing, roomIds: readonly string[]): Promise<void> {
    refuseUnlessRunning(person, space.id);
    await this.db.transaction(async (tx) => {
      await tx.query('SELECT FROM space WHERE id = $1 FOR NO KEY UPDATE', [space.id]);
      const [{ count }] = await tx.query('SELECT count(*)::int AS count FROM room WHERE space_id = $1 AND id = ANY($2)', [
        space.id,
        roomIds,
      ]);
      if (count < roomIds.length) refuse('room/unknown', { errors: [{ path: 'roomIds', message: 'not a room of this space' }] });
      await tx.query(ORDER, [space.id, roomIds]);
      const { personId } = person;
      await record(tx, { kind: 'room.ordered', entityId: space.id, spaceId: space.id, personId, requestId, after: { rooms: roomIds } });
    });
    this.chronicler.nudge();
  }

  /** Which rooms it is made of. The rooms it is a part of change with it; none of them may be booked ahead. */
  private async recompose(tx: EntityManager, room: RoomEntity, partIds: readonly string[]): Promise<void> {
    const { spaceId, id } = room;
    await refuseUnknownParts(tx, spaceId, partIds);
    const concerned = await wholesOf(tx, spaceId, [id]);
    if (partIds.some((part) => concerned.includes(part))) {
      refuse('room/part-of-itself', { errors: [{ path: 'partIds', message: 'it would contain itself' }] });
    }
    await this.refuseWhileUsed(tx, room, concerned, ['bookings']);
    if (partIds.length > 0) await this.refuseWhileUsed(tx, room, [id], ['occupancies']);
    await tx.query('DELETE FROM room_part WHERE space_id = $1 AND room_id = $2', [spaceId, id]);
    await tx.query('INSERT INTO room_part (space_id, room_id, part_id) SELECT $1, $2, unnest($3::uuid[])', [spaceId, id, partIds]);
    await rewriteUnits(tx, spaceId, concerned);
  }

  /** A rule of checking in holds from its last change on. */
  private checkInSince({ rules, checkInSince }: RoomEntity, edit: RoomEdit): Date | null {
    if (!edit.rules || JSON.stringify(edit.rules.checkIn) === JSON.stringify(rules.checkIn)) return checkInSince;
    return edit.rules.checkIn ? this.clock.now() : null;
  }

  private refuseWhileUsed(tx: EntityManager, { spaceId }: RoomEntity, roomIds: string[], uses: ('bookings' | 'occupancies')[]) {
    return this.uses.refuseWhileUsed(tx, spaceId, roomIds, this.clock.now(), uses);
  }

  /** One room at a time in a house: compositions reach across rooms. */
  private async change(
    { person, space, requestId }: Changing,
    id: string,
    act: (work: Work) => Promise<Told | null>,
  ): Promise<ManagedRoom> {
    refuseUnlessRunning(person, space.id);
    const room = await this.db.transaction(async (tx) => {
      await tx.query('SELECT FROM space WHERE id = $1 FOR NO KEY UPDATE', [space.id]);
      const found = await tx.findOneBy(RoomEntity, { spaceId: space.id, id });
      if (!found) return refuse('not-found');
      const told = await act({ tx, room: found });
      if (told) await record(tx, { ...told, entityId: id, spaceId: space.id, personId: person.personId, requestId });
      return managedRoom(tx, found);
    });
    this.chronicler.nudge();
    return room;
  }
}

async function managedRoom(tx: EntityManager, { spaceId, id }: RoomEntity): Promise<ManagedRoom> {
  return (await managedRooms(tx, spaceId)).find((room) => room.id === id) ?? refuse('not-found');
}

/** What the log keeps: the fields that were given and differ. */
function changed(before: Record<string, unknown>, edit: Record<string, unknown>) {
  const names = Object.keys(edit).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(edit[name]));
  const pick = (from: Record<string, unknown>) => Object.fromEntries(names.map((name) => [name, from[name] ?? null]));
  return { before: pick(before), after: pick(edit) };
}

const WHOLES_IN_USE = `
  SELECT w.name FROM room_part p JOIN room w ON w.space_id = p.space_id AND w.id = p.room_id
  WHERE p.space_id = $1 AND p.part_id = $2 AND w.archived_at IS NULL ORDER BY w.name`;

const ORDER = `
  UPDATE room r SET position = o.place FROM (
    SELECT id, row_number() OVER (ORDER BY array_position($2::uuid[], id) NULLS LAST, position, name) AS place FROM room WHERE space_id = $1) o
  WHERE r.space_id = $1 AND r.id = o.id AND r.position <> o.place`;
