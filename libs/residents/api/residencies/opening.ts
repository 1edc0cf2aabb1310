import type { EntityManager } from 'typeorm';
import { lockOrganisation } from '@bota/people/api';
import type { ShareKey, Wish } from '@bota/residents/domain';
import { newId, record, refuse } from '@bota/shared/api';
import { lockBooks } from '../charges/bookkeeper';
import { keepClosedMonths } from './closed-months';
import { hasNamesake, refuseNamesake } from './namesakes';
import { occupy } from './occupancies';
import { residencyById } from './residency.queries';

export type Opening = {
  spaceId: string;
  organisationId: string;
  from: string;
  to: string | null;
  by: string;
  requestId?: string;
  /** Where the request names the organisation, for the refusal. */
  path?: string;
  shareKey?: ShareKey;
  shareQuantity?: number | null;
  occupies?: readonly Wish[];
};

/** Opens a residency from a date on; `to` is the last day, null leaves it open. */
export async function openResidency(tx: EntityManager, opening: Opening): Promise<string> {
  const { spaceId, organisationId, from, to, by, requestId, path = 'organisation.name' } = opening;
  const { shareKey = 'm2', shareQuantity = null, occupies = [] } = opening;
  await lockBooks(tx, spaceId);
  const organisation = (await lockOrganisation(tx, organisationId)) ?? refuse('residency/unknown-organisation');
  if (organisation.archivedAt) refuse('organisation/archived');
  if (await hasNamesake(tx, { spaceIds: [spaceId], organisationId, name: organisation.name, from, to })) refuseNamesake(path);
  const id = newId();
  await tx.query(OPEN, [spaceId, id, organisationId, from, to, shareKey, shareQuantity]);
  const wanted = occupies.map(({ roomId, desks }) => ({ roomId, desks, from, to }));
  await occupy(tx, { spaceId, residencyId: id }, [], wanted);
  await keepClosedMonths(tx, { spaceId, path: 'from' }, null, await residencyById(tx, spaceId, id));
  const after = { from, to, shareKey, shareQuantity, occupies };
  await record(tx, { kind: 'residency.opened', entityId: id, spaceId, personId: by, organisationId, requestId, after });
  return id;
}

const OPEN = `
  INSERT INTO residency (space_id, id, organisation_id, during, share_key, share_quantity)
  VALUES ($1, $2, $3, daterange($4, $5, '[]'), $6, $7)`;
