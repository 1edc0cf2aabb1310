import { type Held, type Neighbour, type Obstacle, whyNotOccupy } from '@bota/residents/domain';
import { newId, refuse } from '@bota/shared/api';
import type { Reason } from '@bota/shared/domain';
import { type Queryable, days } from './residency.queries';

/** `isBack`: the residency had ended, and its rooms may have become something else since. */
type Place = { spaceId: string; residencyId: string; isBack?: boolean };
type Room = { id: string; name: string; desks: number | null; bookable: boolean; isOffered: boolean };

/**
 * Turns what a residency occupies from `before` into `after`. The rooms are locked in the order of their ids, so that two who want the
 * same room come one after the other and the second is told who has it; constraints stand behind that for every other writer.
 */
export async function occupy(tx: Queryable, place: Place, before: readonly Held[], after: readonly Held[]): Promise<void> {
  const known = new Map(before.map((one) => [one.id, one]));
  const changed = after.filter((one) => !one.id || !isSame(one, known.get(one.id)));
  // Who only gives days back asks nobody.
  const asking = changed.filter((one) => grows(one, known));
  const rooms = await lockRooms(tx, place.spaceId, [...new Set(asking.map(({ roomId }) => roomId))]);
  const taken = asking.filter(({ id }) => place.isBack || !id);
  refuseUnknown(taken, rooms);
  refuseBookable(taken, rooms);
  await refuseTaken(tx, place, asking, rooms);
  const kept = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  await tx.query('DELETE FROM occupancy WHERE space_id = $1 AND residency_id = $2 AND id = ANY($3)', [
    place.spaceId,
    place.residencyId,
    gone,
  ]);
  const moved = changed.filter(({ id }) => id).sort((a, b) => Number(grows(a, known)) - Number(grows(b, known)));
  for (const { id, from, to } of moved) await tx.query(MOVE, [place.spaceId, id, from, to]);
  for (const { id, roomId, desks, from, to } of changed)
    if (!id) await tx.query(TAKE, [place.spaceId, newId(), place.residencyId, roomId, desks, from, to]);
}

const isSame = (one: Held, other: Held | undefined) => one.from === other?.from && one.to === other.to;

function grows(one: Held, known: ReadonlyMap<string | undefined, Held>): boolean {
  const before = known.get(one.id);
  return !before || one.from < before.from || (one.to ?? '~') > (before.to ?? '~');
}

const lockRooms = (tx: Queryable, spaceId: string, ids: string[]): Promise<Room[]> => tx.query(LOCK_ROOMS, [spaceId, ids]);

function refuseUnknown(changed: readonly Held[], rooms: readonly Room[]): void {
  const offered = new Set(rooms.filter(({ isOffered }) => isOffered).map(({ id }) => id));
  const missing = changed.filter(({ roomId }) => !offered.has(roomId));
  const errors = missing.map(({ roomId }) => ({ path: 'occupies', message: `${roomId} cannot be occupied` }));
  if (missing.length > 0) refuse('residency/unknown-room', { errors });
}

/** Who has a room that anybody books would find others in it. */
function refuseBookable(changed: readonly Held[], rooms: readonly Room[]): void {
  const wanted = new Set(changed.map(({ roomId }) => roomId));
  const names = rooms.filter(({ id, bookable }) => bookable && wanted.has(id)).map(({ name }) => name);
  const errors = names.map((name) => ({ path: 'occupies', message: `${name} is booked: make it an office first` }));
  if (names.length > 0) refuse('residency/bookable-room', { detail: `booked by all: ${names.join(', ')}`, errors });
}

async function refuseTaken(
  tx: Queryable,
  { spaceId, residencyId }: Place,
  changed: readonly Held[],
  rooms: readonly Room[],
): Promise<void> {
  const others = await tx.query<Neighbour[]>(OTHERS, [spaceId, residencyId, rooms.map(({ id }) => id)]);
  const found = changed.flatMap((wanted) => {
    const room = rooms.find(({ id }) => id === wanted.roomId);
    const obstacle = whyNotOccupy(wanted, others, room?.desks ?? null);
    return room && obstacle ? [{ room, obstacle }] : [];
  });
  if (found.length === 0) return;
  const reasons = found.map(({ room, obstacle }) => reasonOf(room, obstacle));
  refuse('residency/occupied', { reasons, detail: found.map(({ room, obstacle }) => sentence(room, obstacle)).join('; ') });
}

const reasonOf = ({ id: roomId }: Room, obstacle: Obstacle): Reason =>
  obstacle.code === 'OCCUPIED'
    ? { code: obstacle.code, roomId, by: { organisationId: obstacle.by.organisationId, organisation: obstacle.by.organisation } }
    : { code: obstacle.code, roomId, limit: obstacle.left };

const sentence = ({ name }: Room, obstacle: Obstacle): string =>
  obstacle.code === 'OCCUPIED' ? `${name} is occupied by ${obstacle.by.organisation}` : `${name} has ${obstacle.left} desks left`;

const LOCK_ROOMS = `
  SELECT r.id, r.name, r.desks, r.bookable,
    r.archived_at IS NULL AND NOT EXISTS (SELECT FROM room_part p WHERE p.space_id = r.space_id AND p.room_id = r.id) AS "isOffered"
  FROM room r WHERE r.space_id = $1 AND r.id = ANY($2) ORDER BY r.id FOR NO KEY UPDATE OF r`;

const OTHERS = `
  SELECT o.room_id AS "roomId", o.desks, ${days('o.during')}, r.organisation_id AS "organisationId", g.name AS organisation
  FROM occupancy o JOIN residency r ON r.space_id = o.space_id AND r.id = o.residency_id JOIN organisation g ON g.id = r.organisation_id
  WHERE o.space_id = $1 AND o.residency_id <> $2 AND o.room_id = ANY($3) ORDER BY lower(o.during)`;

const MOVE = `UPDATE occupancy SET during = daterange($3, $4, '[]') WHERE space_id = $1 AND id = $2`;
const TAKE = `
  INSERT INTO occupancy (space_id, id, residency_id, room_id, desks, during) VALUES ($1, $2, $3, $4, $5, daterange($6, $7, '[]'))`;
