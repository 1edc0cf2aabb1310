import type { Queryable } from './facts.queries';

/** Who runs a house: whom what waits for an answer is told to. */
export const coordinatorsOf = async (db: Queryable, spaceId: string): Promise<string[]> =>
  (await db.query<{ id: string }[]>(COORDINATORS, [spaceId])).map(({ id }) => id);

const COORDINATORS = `
  SELECT p.id FROM house_role h JOIN person p ON p.id = h.person_id
  WHERE h.space_id = $1 AND h.role = 'coordinator' AND p.erased_at IS NULL ORDER BY p.id`;
