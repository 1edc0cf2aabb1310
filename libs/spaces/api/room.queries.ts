import type { EntityManager } from 'typeorm';
import { RoomEntity } from './room.entity';

/** The rules that apply to a room: the hours of the house unless it has its own; `hours: null` of its own = always open. */
export const RULES_OF = (room: string, space: string) =>
  `CASE WHEN ${space}.hours IS NULL OR ${room}.rules ? 'hours' THEN ${room}.rules ELSE ${room}.rules || jsonb_build_object('hours', ${space}.hours) END`;

/** Rooms of a space as the contract shows them: by floor, a composed room before its parts. */
export const ROOMS = `
  SELECT r.id, r.slug, r.name, r.floor_id AS "floorId", r.bookable, r.capacity, r.desks, r.area_m2 AS "areaM2", r.features, r.layout,
    r.description, ${RULES_OF('r', 's')} AS rules, r.outline,
    ARRAY(SELECT part_id FROM room_part p JOIN room q ON q.space_id = p.space_id AND q.id = p.part_id
          WHERE p.space_id = r.space_id AND p.room_id = r.id ORDER BY q.position) AS "partIds",
    ARRAY(SELECT unit_id FROM room_unit u WHERE u.space_id = r.space_id AND u.room_id = r.id ORDER BY unit_id) AS "unitIds"
  FROM room r JOIN space s ON s.id = r.space_id LEFT JOIN floor f ON f.space_id = r.space_id AND f.id = r.floor_id
    CROSS JOIN LATERAL (SELECT min(part.position) AS first, count(*) AS size
      FROM room_unit u JOIN room part ON part.space_id = u.space_id AND part.id = u.unit_id
      WHERE u.space_id = r.space_id AND u.room_id = r.id) parts
  WHERE r.space_id = $1 AND r.archived_at IS NULL
  ORDER BY f.level NULLS LAST, parts.first, parts.size DESC, r.position, r.name`;

export const roomBySlug = (tx: EntityManager, spaceId: string, slug: string): Promise<boolean> =>
  tx.existsBy(RoomEntity, { spaceId, slug });
