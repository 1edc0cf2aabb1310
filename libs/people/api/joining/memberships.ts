import type { EntityManager } from 'typeorm';
import type { MemberRole } from '@bota/people/domain';
import { record } from '@bota/shared/api';

type Joining = { organisationId: string; personId: string; role: MemberRole };
type Cause = { by: string; now: Date; requestId: string };

/** Makes the person a member; who is one already keeps the higher of both roles. */
export async function joinOrganisation(
  tx: EntityManager,
  { organisationId, personId, role }: Joining,
  { by, now, requestId }: Cause,
): Promise<void> {
  await tx.query(JOIN, [organisationId, personId, role, now]);
  await record(tx, { kind: 'membership.begun', entityId: personId, personId: by, organisationId, requestId, after: { role } });
}

const JOIN = `
  INSERT INTO membership (organisation_id, person_id, role, created_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (organisation_id, person_id) DO UPDATE SET role = 'admin' WHERE excluded.role = 'admin'`;
