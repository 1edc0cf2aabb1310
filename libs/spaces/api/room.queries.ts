import type { EntityManager } from 'typeorm';
import { RoomEntity } from './room.entity';

/** The rules that apply to a room: the hours of the house unless it has its own; `hours: null` of its own = always open. */
export const RULES_OF = (room: string, space: string) =>
  `CASE WHEN ${space}.hours IS NULL OR ${room}.rules ? 'hours' THEN ${room}.rules ELSE ${room}.rules || jsonb_build_object('hours', ${space}.hours) END`;

const rooms = (more: string, where: string) => `
  SELECT r.id, r.slug, r.name, r.floor_id AS "floorId", r.bookable, r.capacity, r.desks, r.area_m2 AS "areaM2", r.features, r.layout,
    r.description, ${RULES_OF('r', 's')} AS rules, r.outline, ${more}
    ARRAY(SELECT part_id FROM room_part p JOIN room q ON q.space_id = p.space_id AND q.id = p.part_id
          WHERE p.space_id = r.space_id AND p.room_id = r.id ORDER BY q.position) AS "partIds",
    ARRAY(SELECT unit_id FROM room_unit u WHERE u.space_id = r.space_id AND u.room_id = r.id ORDER BY unit_id) AS "unitIds"
  FROM room r JOIN space s ON s.id = r.space_id LEFT JOIN floor f ON f.space_id = r.space_id AND f.id = r.floor_id
    CROSS JOIN LATERAL (SELECT min(part.position) AS first, count(*) AS size
      FROM room_unit u JOIN room part ON part.space_id = u.space_id AND part.id = u.unit_id
      WHERE u.space_id = r.space_id AND u.room_id = r.id) parts
  WHERE r.space_id = $1 ${where}
  ORDER BY f.level NULLS LAST, parts.first, parts.size DESC, r.position, r.name`;

/** Rooms of a space as the contract shows them: by floor, a composed room before its parts. */
export const ROOMS = rooms('', 'AND r.archived_at IS NULL');

/** The same with what only who runs the house sees, archived ones too. */
export const MANAGED_ROOMS = rooms('r.rules AS "ownRules", r.version, r.archived_at AS "archivedAt",', '');

export const roomBySlug = (tx: EntityManager, spaceId: string, slug: string): Promise<boolean> =>
  tx.existsBy(RoomEntity, { spaceId, slug });

/** The rooms that are composed of one of these, whole in whole, with them. */
const WITH_WHOLES = `
  WITH RECURSIVE concerned AS (
    SELECT unnest($2::uuid[]) AS id
    UNION SELECT p.room_id FROM room_part p JOIN concerned c ON p.part_id = c.id WHERE p.space_id = $1)`;

export const wholesOf = async (tx: EntityManager, spaceId: string, roomIds: readonly string[]): Promise<string[]> => {
  const rows = await tx.query<{ id: string }[]>(`${WITH_WHOLES} SELECT id FROM concerned`, [spaceId, roomIds]);
  return rows.map(({ id }) => id);
};

/** Writes anew which units these rooms occupy, from the parts they have now: the rooms at the bottom of their composition. */
export async function rewriteUnits(tx: EntityManager, spaceId: string, roomIds: readonly string[]): Promise<void> {
  await tx.query(
    `INSERT INTO unit (space_id, id, kind) SELECT $1, r, 'room' FROM unnest($2::uuid[]) r
     WHERE NOT EXISTS (SELECT FROM room_part WHERE space_id = $1 AND room_id = r) ON CONFLICT DO NOTHING`,
    [spaceId, roomIds],
  );
  await tx.query('DELETE FROM room_unit WHERE space_id = $1 AND room_id = ANY($2)', [spaceId, roomIds]);
  await tx.query(
    `WITH RECURSIVE inside AS (
       SELECT r AS root, r AS id FROM unnest($2::uuid[]) r
       UNION SELECT i.root, p.part_id FROM inside i JOIN room_part p ON p.space_id = $1 AND p.room_id = i.id)
     INSERT INTO room_unit (space_id, room_id, unit_id)
     SELECT $1, root, id FROM inside WHERE NOT EXISTS (SELECT FROM room_part p WHERE p.space_id = $1 AND p.room_id = inside.id)`,
    [spaceId, roomIds],
  );
}
