import type { EntityManager } from 'typeorm';
import type { HouseKey, KeyHolding } from '@bota/residents/domain';
import { refuse } from '@bota/shared/api';

type Queryable = Pick<EntityManager, 'query'>;
export type KeyRow = Omit<HouseKey, 'state'>;

const HOLDING = `json_build_object('id', h.id, 'since', h.since, 'endedOn', h.ended_on, 'ending', h.ending,
  'person', CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'displayName', p.display_name) END,
  'organisation', CASE WHEN g.id IS NOT NULL THEN json_build_object('id', g.id, 'name', g.name) END)`;
const HOLDERS = `LEFT JOIN person p ON p.id = h.person_id LEFT JOIN organisation g ON g.id = h.organisation_id`;

const KEYS = `
  SELECT k.id, k.label, k.kind, k.opens, k.room_id AS "roomId", to_char(k.lost_on, 'YYYY-MM-DD') AS "lostOn", k.version,
    CASE WHEN h.id IS NOT NULL THEN ${HOLDING} END AS holding
  FROM house_key k LEFT JOIN key_holding h ON h.space_id = k.space_id AND h.key_id = k.id AND h.ended_on IS NULL ${HOLDERS}
  WHERE k.space_id = $1`;

export const keysOf = (db: Queryable, spaceId: string, organisationId: string | null): Promise<KeyRow[]> =>
  db.query(`${KEYS} AND ($2::uuid IS NULL OR h.organisation_id = $2) ORDER BY k.label COLLATE "fr-x-icu"`, [spaceId, organisationId]);

/** One key of the house, or 404. */
export async function keyById(db: Queryable, spaceId: string, id: string): Promise<KeyRow> {
  const [row] = await db.query<KeyRow[]>(`${KEYS} AND k.id = $2`, [spaceId, id]);
  return row ?? refuse('not-found');
}

/** The same, locked until the end of the transaction. */
export async function lockKey(tx: Queryable, spaceId: string, id: string): Promise<KeyRow> {
  await tx.query('SELECT FROM house_key WHERE space_id = $1 AND id = $2 FOR UPDATE', [spaceId, id]);
  return keyById(tx, spaceId, id);
}

/** Everybody who ever held a key, latest first. */
export const holdingsOf = async (db: Queryable, spaceId: string, keyId: string): Promise<KeyHolding[]> =>
  (
    await db.query<{ holding: KeyHolding }[]>(
      `SELECT ${HOLDING} AS holding FROM key_holding h ${HOLDERS} WHERE h.space_id = $1 AND h.key_id = $2 ORDER BY h.since DESC, h.id DESC`,
      [spaceId, keyId],
    )
  ).map(({ holding }) => holding);

/** Lost, handed out, or here. */
export const keyView = (row: KeyRow): HouseKey => ({ ...row, state: row.lostOn ? 'lost' : row.holding ? 'out' : 'here' });
