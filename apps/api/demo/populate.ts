import type { EntityManager } from 'typeorm';
import { MembershipEntity, OrganisationEntity, PersonEntity, hashPassword } from '@bota/people/api';
import { newId } from '@bota/shared/api';
import type { SignedIn } from '@bota/shared/domain';
import { HouseRoleEntity } from '@bota/spaces/api';
import { DEMO_PASSWORD } from './accounts';
import { ORGANISATIONS, ORGANISATION_KEYS, type OrganisationKey } from './organisations';
import { COORDINATOR, type DemoPerson, OTHER_MEMBERS, VISITORS, displayNameOf, emailOf } from './people';

export type Organisations = Map<OrganisationKey, string>;

/** The nine organisations, all invented. */
export async function inventOrganisations(tx: EntityManager, createdAt: Date): Promise<Organisations> {
  const ids: Organisations = new Map(ORGANISATION_KEYS.map((key) => [key, newId()]));
  const rows = ORGANISATION_KEYS.map((key) => ({ ...ORGANISATIONS[key], id: ids.get(key), slug: `${key}-demo`, demo: true, createdAt }));
  await tx.insert(OrganisationEntity, rows);
  return ids;
}

/** The coordinator and everybody else, by organisation where they have one: each is who books for it. */
export async function inventPeople(tx: EntityManager, organisations: Organisations, createdAt: Date) {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const add = async (person: DemoPerson, mayEnter: boolean) => {
    const row = { id: newId(), email: emailOf(person), displayName: displayNameOf(person), language: person.language };
    await tx.insert(PersonEntity, { ...row, passwordHash: mayEnter ? passwordHash : null, createdAt });
    return signedIn(tx, row, organisations, createdAt, person.member);
  };
  const coordinator = await add(COORDINATOR, true);
  const bookers = new Map<OrganisationKey, SignedIn>([['coordination', coordinator]]);
  const houseRoles: { personId: string; role: 'steering' | 'researcher' }[] = [];
  for (const person of [...VISITORS, ...OTHER_MEMBERS]) {
    const { personId, ...actor } = await add(person, VISITORS.includes(person));
    if (person.houseRole) houseRoles.push({ personId, role: person.houseRole });
    if (person.member && !bookers.has(person.member.of)) bookers.set(person.member.of, { personId, ...actor });
  }
  return { coordinator, bookers, houseRoles };
}

async function signedIn(
  tx: EntityManager,
  { id: personId, displayName }: { id: string; displayName: string },
  organisations: Organisations,
  createdAt: Date,
  member?: DemoPerson['member'],
): Promise<SignedIn> {
  const organisationId = member && organisations.get(member.of);
  const memberships = member && organisationId ? [{ organisationId, role: member.role }] : [];
  for (const membership of memberships) await tx.insert(MembershipEntity, { ...membership, personId, createdAt });
  return { personId, displayName, memberships, houseRoles: [] };
}

/** Who has a role in the house besides its coordinator. */
export async function giveRoles(
  tx: EntityManager,
  spaceId: string,
  houseRoles: readonly { personId: string; role: 'steering' | 'researcher' }[],
): Promise<void> {
  for (const { personId, role } of houseRoles) await tx.insert(HouseRoleEntity, { spaceId, personId, role });
}
