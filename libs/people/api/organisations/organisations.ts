import { type EntityManager, Not } from 'typeorm';
import type { OrganisationDraft, OrganisationEdit } from '@bota/people/domain';
import { freshLook, initialsOf } from '@bota/people/domain';
import { newId, record, refuse } from '@bota/shared/api';
import { type LocalizedText, slugOf } from '@bota/shared/domain';
import { OrganisationEntity } from '../organisation.entity';

type Cause = { by: string; requestId?: string; now: Date; spaceId?: string };
type Look = { hue: number; pattern: number };

/** Writes a new organisation, with an address made from its name and colours that differ from those worn beside it. */
export async function createOrganisation(
  tx: EntityManager,
  draft: OrganisationDraft,
  worn: readonly Look[],
  cause: Cause,
): Promise<string> {
  await refuseKnownNumber(tx, draft.enterpriseNumber);
  const { name, kind, enterpriseNumber, website } = draft;
  const fresh = freshLook(worn);
  const look = { hue: draft.hue ?? fresh.hue, pattern: draft.pattern ?? fresh.pattern };
  const row = { id: newId(), name, kind, enterpriseNumber, website, ...look, initials: draft.initials ?? initialsOf(name) };
  const slug = await insertUnderFreeSlug(tx, { ...row, description: written(draft.description), createdAt: cause.now });
  const { by: personId, requestId, spaceId } = cause;
  const after = { name, kind, enterpriseNumber, website, slug };
  await record(tx, { kind: 'organisation.created', entityId: row.id, organisationId: row.id, personId, requestId, spaceId, after });
  return row.id;
}

/** Changes what an organisation says of itself; answers it as it is then. */
export async function changeOrganisation(tx: EntityManager, id: string, edit: OrganisationEdit, cause: Cause): Promise<OrganisationEntity> {
  const organisation = (await lockOrganisation(tx, id)) ?? refuse('not-found');
  if (edit.enterpriseNumber !== undefined) await refuseKnownNumber(tx, edit.enterpriseNumber, id);
  const after = { ...edit, ...(edit.description && { description: written(edit.description) }) };
  const names = Object.keys(after) as (keyof OrganisationEdit)[];
  const before = Object.fromEntries(names.map((name) => [name, organisation[name]]));
  const changed = { ...organisation, ...after, version: organisation.version + 1 };
  await tx.update(OrganisationEntity, { id }, { ...after, version: changed.version });
  const { by: personId, requestId } = cause;
  await record(tx, { kind: 'organisation.edited', entityId: id, organisationId: id, personId, requestId, before, after });
  return changed;
}

/** The organisation, locked against being archived, or made resident elsewhere, in the meantime; null when there is none. */
export const lockOrganisation = (tx: EntityManager, id: string): Promise<OrganisationEntity | null> =>
  tx.findOne(OrganisationEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });

/** An enterprise number belongs to one organisation. */
export async function refuseKnownNumber(tx: EntityManager, enterpriseNumber: string | null, besides?: string): Promise<void> {
  if (!enterpriseNumber) return;
  const isKnown = await tx.existsBy(OrganisationEntity, { enterpriseNumber, ...(besides && { id: Not(besides) }) });
  if (isKnown) refuse('organisation/number-taken', { errors: [{ path: 'enterpriseNumber', message: 'another organisation has it' }] });
}

/** Only the languages in which something is written. */
export const written = (text: LocalizedText): LocalizedText =>
  Object.fromEntries(Object.entries(text).filter(([, words]) => words)) as LocalizedText;

type Row = Pick<
  OrganisationEntity,
  'id' | 'name' | 'initials' | 'kind' | 'enterpriseNumber' | 'website' | 'hue' | 'pattern' | 'description' | 'createdAt'
>;

// Whoever takes the same address at the same moment waits for the other, and goes on with the next one.
async function insertUnderFreeSlug(tx: EntityManager, row: Row): Promise<string> {
  const base = slugOf(row.name, 'organisation');
  const { id, name, initials, kind, enterpriseNumber, website, hue, pattern, description, createdAt } = row;
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? base : `${base}-${n}`;
    const values = [id, slug, name, initials, kind, enterpriseNumber, website, hue, pattern, JSON.stringify(description), createdAt];
    if ((await tx.query<unknown[]>(INSERT, values)).length > 0) return slug;
  }
}

const INSERT = `
  INSERT INTO organisation (id, slug, name, initials, kind, enterprise_number, website, hue, pattern, description, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (slug) DO NOTHING RETURNING id`;
