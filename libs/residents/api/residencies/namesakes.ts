import { refuse } from '@bota/shared/api';
import type { Queryable } from './residency.queries';

/** An organisation in houses from a day on; `to` is its last day, null leaves it open. */
type Named = { spaceIds: readonly string[]; organisationId: string; name: string; from: string; to: string | null };

const OF_ONE_NAME = 75_010;

/** Whether another organisation lives in one of these houses in that time that has this name; who asks for it meanwhile waits. */
export async function hasNamesake(db: Queryable, { spaceIds, organisationId, name, from, to }: Named): Promise<boolean> {
  for (const spaceId of [...spaceIds].sort()) await db.query(LOCK, [OF_ONE_NAME, spaceId, name]);
  return (await db.query<unknown[]>(NAMESAKES, [spaceIds, organisationId, name, from, to])).length > 0;
}

export function refuseNamesake(path: string): never {
  return refuse('organisation/name-taken', { errors: [{ path, message: 'another resident of the house has this name' }] });
}

/** A name as it is compared: without accents, capitals and blanks. */
const plainly = (name: string) => `regexp_replace(plain(${name}), '\\s', '', 'g')`;
const LOCK = `SELECT pg_advisory_xact_lock($1, hashtext($2::text || ${plainly('$3::text')}))`;
const NAMESAKES = `
  SELECT FROM residency r JOIN organisation o ON o.id = r.organisation_id
  WHERE r.space_id = ANY($1) AND o.id <> $2 AND o.archived_at IS NULL AND ${plainly('o.name')} = ${plainly('$3::text')}
    AND r.during && daterange($4, $5, '[]') LIMIT 1`;
