import type { SignedIn } from '@bota/shared/domain';

type Queryable = { query<T = never>(sql: string, parameters?: unknown[]): Promise<T> };

/** What an actor stands in, of a person `p`. */
export const STANDING = `
  (SELECT coalesce(json_agg(json_build_object('organisationId', m.organisation_id, 'role', m.role)), '[]')
     FROM membership m WHERE m.person_id = p.id) AS memberships,
  (SELECT coalesce(json_agg(json_build_object('spaceId', h.space_id, 'role', h.role)), '[]')
     FROM house_role h WHERE h.person_id = p.id) AS "houseRoles"`;

/** A person as they stand now, without a session: for what is read in their name, as a calendar that follows us. */
export async function actorOf(db: Queryable, personId: string): Promise<SignedIn | null> {
  const [row] = await db.query<SignedIn[]>(ACTOR, [personId]);
  return row ?? null;
}

const ACTOR = `/* people_actor_of */
  SELECT p.id AS "personId", p.display_name AS "displayName", ${STANDING} FROM person p WHERE p.id = $1 AND p.erased_at IS NULL`;
