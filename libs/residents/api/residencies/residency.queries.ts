import type { EntityManager } from 'typeorm';
import type { Occupancy, Residency, RoomMeasures, ShareKey } from '@bota/residents/domain';
import { refuse } from '@bota/shared/api';

export type Queryable = Pick<EntityManager, 'query'>;
export type ResidencyRow = Pick<Residency, 'id' | 'organisationId' | 'from' | 'to' | 'noticeOn' | 'shareQuantity' | 'version'> & {
  shareKey: ShareKey;
  occupancies: Occupancy[];
};

const DAY = 'YYYY-MM-DD';
/** First and last day of a `daterange`, as the contract says them. */
export const days = (range: string): string =>
  `to_char(lower(${range}), '${DAY}') AS "from", to_char(upper(${range}) - 1, '${DAY}') AS "to"`;

const RESIDENCIES = `
  SELECT r.id, r.organisation_id AS "organisationId", ${days('r.during')}, to_char(r.notice_on, '${DAY}') AS "noticeOn",
    r.share_key AS "shareKey", r.share_quantity::float8 AS "shareQuantity", r.version,
    (SELECT coalesce(json_agg(json_build_object('id', o.id, 'roomId', o.room_id, 'desks', o.desks,
        'from', lower(o.during), 'to', upper(o.during) - 1) ORDER BY lower(o.during), o.room_id), '[]')
     FROM occupancy o WHERE o.space_id = r.space_id AND o.residency_id = r.id) AS occupancies
  FROM residency r WHERE r.space_id = $1`;

/** The residencies of an organisation in a house, latest first. */
export const residenciesOf = (db: Queryable, spaceId: string, organisationId: string): Promise<ResidencyRow[]> =>
  db.query(`${RESIDENCIES} AND r.organisation_id = $2 ORDER BY lower(r.during) DESC`, [spaceId, organisationId]);

/** One residency of the house, or 404. */
export async function residencyById(db: Queryable, spaceId: string, id: string): Promise<ResidencyRow> {
  const [row] = await db.query<ResidencyRow[]>(`${RESIDENCIES} AND r.id = $2`, [spaceId, id]);
  return row ?? refuse('not-found');
}

/** The same, locked until the end of the transaction. */
export async function lockResidency(tx: Queryable, spaceId: string, id: string): Promise<ResidencyRow> {
  await tx.query('SELECT FROM residency WHERE space_id = $1 AND id = $2 FOR UPDATE', [spaceId, id]);
  return residencyById(tx, spaceId, id);
}

/** Areas and desks of what is occupied. */
export const measuresOf = (db: Queryable, spaceId: string, occupied: readonly { roomId: string }[]): Promise<RoomMeasures[]> =>
  db.query('SELECT id, area_m2::float8 AS "areaM2", desks FROM room WHERE space_id = $1 AND id = ANY($2)', [
    spaceId,
    occupied.map(({ roomId }) => roomId),
  ]);

/** Whether the asker belongs to an organisation that is resident of the house on a date. */
export async function isResidentOn(db: Queryable, spaceId: string, organisationIds: readonly string[], day: string): Promise<boolean> {
  if (organisationIds.length === 0) return false;
  const found = 'SELECT FROM residency WHERE space_id = $1 AND organisation_id = ANY($2) AND during @> $3::date LIMIT 1';
  return (await db.query<unknown[]>(found, [spaceId, organisationIds, day])).length > 0;
}
