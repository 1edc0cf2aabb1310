import type { EntityManager } from 'typeorm';
import type { Contact } from '@bota/people/domain';

/** Who consented to be shown as contact of an organisation, each with to whom. */
export const contactsOf = (db: Pick<EntityManager, 'query'>, organisationId: string): Promise<Contact[]> =>
  db.query(CONTACTS, [organisationId]);

const CONTACTS = `
  SELECT p.id AS "personId", p.display_name AS "displayName", p.email, m.contact_role AS role, m.phone, m.contact_for AS audience
  FROM membership m JOIN person p ON p.id = m.person_id
  WHERE m.organisation_id = $1 AND m.contact_for IS NOT NULL ORDER BY p.display_name COLLATE "fr-x-icu"`;

/** How many belong to the organisation, and how many invitations of it are open, at an instant. */
export async function countPeople(
  db: Pick<EntityManager, 'query'>,
  organisationId: string,
  now: Date,
): Promise<{ members: number; invitations: number }> {
  const [row] = await db.query<{ members: number; invitations: number }[]>(PEOPLE, [organisationId, now]);
  return row ?? { members: 0, invitations: 0 };
}

const PEOPLE = `
  SELECT (SELECT count(*)::int FROM membership WHERE organisation_id = $1) AS members,
    (SELECT count(*)::int FROM invitation
     WHERE organisation_id = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > $2) AS invitations`;
