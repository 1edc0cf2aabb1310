import type { EntityManager } from 'typeorm';
import { newId, record } from '@bota/shared/api';
import type { Organisations } from './populate';

type Holder = { personId: string; role: 'member' | 'admin' };

/** Racines & Finances: its admins sign alone up to 2 500 euros, everybody with one other above; a former one ended last year. */
export async function giveMandates(
  tx: EntityManager,
  organisations: Organisations,
  { year, at }: { year: number; at: Date },
): Promise<void> {
  const organisationId = organisations.get('racines');
  const holders = await tx.query<Holder[]>(HOLDERS, [organisationId]);
  const by = holders[0]?.personId;
  const give = async ({ personId }: Holder, text: string, rule: object) => {
    const { cents = null, others = null, to = null } = rule as { cents?: number; others?: number; to?: string };
    const id = newId();
    const days = [`${year - 2}-01-01`, to];
    const currency = cents === null ? null : 'EUR';
    await tx.query(GIVE, [organisationId, id, personId, text, cents, currency, others ? 'with-others' : 'alone', others, ...days, by, at]);
    await record(tx, { kind: 'mandate.recorded', entityId: id, personId: by, organisationId, requestId: 'demo' });
  };
  for (const holder of holders.slice(0, 3)) {
    if (holder.role === 'admin') await give(holder, 'Gestion journalière', { cents: 250_000 });
    await give(holder, 'Contrats et conventions', { others: 1, ...(holder.role === 'member' && { to: `${year + 1}-12-31` }) });
  }
  if (holders[1]) await give(holders[1], 'Dossier du bail commun', { to: `${year - 1}-12-31` });
}

const HOLDERS = `SELECT person_id AS "personId", role FROM membership WHERE organisation_id = $1 ORDER BY role, person_id`;

const GIVE = `
  INSERT INTO mandate (organisation_id, id, person_id, basis, basis_text, scope, ceiling_cents, ceiling_currency, joint, joint_others,
    starts_on, ends_on, recorded_by, recorded_at)
  VALUES ($1, $2, $3, 'statutes', 'article 14', $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
