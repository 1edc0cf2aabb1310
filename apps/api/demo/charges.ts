import type { EntityManager } from 'typeorm';
import { type Asking, type ClosingService, addCharge, addFee } from '@bota/residents/api';
import { type ChargeDraft, type ShareKey, addMonths, firstDayOf, monthOf, monthsBetween } from '@bota/residents/domain';
import { type LocalizedText, readTime } from '@bota/shared/domain';
import { HOUSE } from './house';
import type { OrganisationKey } from './organisations';
import type { Organisations } from './populate';

const CLOSED_MONTHS = 3;

/** By what each takes part, where nothing it occupies tells. */
const SHARES: [OrganisationKey, ShareKey, number][] = [
  ['racines', 'm2', 42],
  ['vaart', 'm2', 36],
  ['marmite', 'm2', 58],
  ['draad', 'desks', 4],
  ['vis', 'm2', 64],
  ['radio', 'heads', 6],
  ['kinderkaravaan', 'm2', 30],
  ['fanfare', 'fixed', 80],
];

const CHARGES: Pick<ChargeDraft, 'label' | 'terms'>[] = [
  {
    label: { fr: 'Loyer', nl: 'Huur', en: 'Rent' },
    terms: { how: 'rate', rates: { m2: 950, desks: 8500, heads: 4000, fixed: 240_000 } },
  },
  {
    label: { fr: 'Charges communes', nl: 'Gemeenschappelijke kosten', en: 'Shared costs' },
    terms: { how: 'total', totalCents: 180_000, weights: { m2: 1, desks: 8, heads: 5 } },
  },
];

const LOST_KEY: LocalizedText = { fr: 'Clé perdue', nl: 'Verloren sleutel', en: 'Lost key' };
const MEASURED: LocalizedText = { fr: 'Surface rectifiée', nl: 'Oppervlakte verbeterd', en: 'Area corrected' };

/** Two charges, three months closed, one to close and one running; a fee and a correction. */
export async function chargeResidents(
  tx: EntityManager,
  closing: ClosingService,
  asking: Asking,
  { organisations, today }: { organisations: Organisations; today: string },
): Promise<void> {
  const first = addMonths(monthOf(today), -CLOSED_MONTHS - 1);
  const at = (month: string, day: string) => readTime(`${month}-${day}T10:00`, HOUSE.zone).instant;
  const { id: spaceId } = asking.space;
  for (const [key, shareKey, quantity] of SHARES) await tx.query(SHARE, [spaceId, organisations.get(key), shareKey, quantity]);
  for (const charge of CHARGES) await addCharge(tx, asking, { ...charge, from: first, to: null }, at(first, '01'));
  const open = addMonths(first, CLOSED_MONTHS);
  for (const month of monthsBetween(first, addMonths(open, -1))) await closing.within(tx, asking, month, at(addMonths(month, 1), '03'));
  const organisationId = organisations.get('racines') ?? '';
  const fee = { organisationId, on: `${open}-12`, label: LOST_KEY, cents: 1500, correctsId: null };
  await addFee(tx, asking, fee, at(open, '12'));
  const [line] = await tx.query<{ id: string }[]>(RENT_LINE, [spaceId, organisationId, firstDayOf(addMonths(open, -1))]);
  if (line) await addFee(tx, asking, { ...fee, on: `${open}-20`, label: MEASURED, cents: -1900, correctsId: line.id }, at(open, '20'));
}

const SHARE = `
  UPDATE residency r SET share_key = $3, share_quantity = $4
  WHERE space_id = $1 AND organisation_id = $2 AND share_quantity IS NULL
    AND NOT EXISTS (SELECT FROM occupancy o WHERE o.space_id = r.space_id AND o.residency_id = r.id)`;
const RENT_LINE = `
  SELECT l.id FROM statement_line l JOIN statement s ON s.space_id = l.space_id AND s.id = l.statement_id
  WHERE l.space_id = $1 AND s.organisation_id = $2 AND s.month = $3 ORDER BY l.position LIMIT 1`;
