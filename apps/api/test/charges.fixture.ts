import type { Charge, ChargeDraft, FeePlaced, PeriodDetail, PeriodList, Statement } from '@bota/residents/domain';
import type { Api } from './api.fixture';
import type { House } from './house.fixture';
import { type Someone, person } from './people.fixture';

/** A Wednesday late in November: October has ended, November runs. */
export const LATE_NOVEMBER = '2026-11-25T09:00:00Z';

type Wish = Omit<Partial<ChargeDraft>, 'from'> & { from?: string };
export const rent: ChargeDraft = {
  label: { fr: 'Loyer', nl: 'Huur', en: 'Rent' },
  from: '2026-09',
  to: null,
  terms: { how: 'rate', rates: { m2: 850 } },
};
export const shared: ChargeDraft = {
  label: { fr: 'Charges communes', nl: 'Gemeenschappelijke kosten', en: 'Shared costs' },
  from: '2026-09',
  to: null,
  terms: { how: 'total', totalCents: 100_000, weights: { m2: 1, heads: 5 } },
};

/** A house late in November: Racines has 20 m², Voisins 3 heads; both pay since September. */
export async function houseWithBooks(api: Api, charges: ChargeDraft[] = [rent, shared], now = LATE_NOVEMBER): Promise<House> {
  api.setNow(now);
  const house = await api.house();
  await takesPart(house, house.racines, 'm2', 20);
  await takesPart(house, house.voisins, 'heads', 3);
  for (const charge of charges) await charged(house, charge);
  return house;
}

export const takesPart = ({ ground, id }: House, organisationId: string, key: string, quantity: number | null) =>
  ground.db.query('UPDATE residency SET share_key = $3, share_quantity = $4 WHERE space_id = $1 AND organisation_id = $2', [
    id,
    organisationId,
    key,
    quantity,
  ]);

export const charged = async (house: House, wish: Wish): Promise<Charge> =>
  (await house.coordinator.post<Charge>(house.path('charges'), { ...rent, ...wish })).body;

export const close = (house: House, month: string, who: Someone = house.coordinator) =>
  who.post<PeriodDetail & { code?: string }>(house.path(`periods/${month}/closing`));

export const periods = async (house: House) => (await house.coordinator.get<PeriodList>(house.path('periods'))).body.items;

export const statementPath = (house: House, month: string, rest = '', organisation = house.racines) =>
  house.path(`statements/${organisation}/${month}${rest}`);

export const statementOf = async (house: House, month: string, organisation = house.racines): Promise<Statement> =>
  (await house.coordinator.get<Statement>(statementPath(house, month, '', organisation))).body;

export const fee = (house: House, wish: object = {}) => {
  const draft = { organisationId: house.racines, on: '2026-11-20', label: { fr: 'Clé perdue' }, cents: 1500, ...wish };
  return house.coordinator.post<FeePlaced & { code?: string }>(house.path('fees'), draft);
};

/** A second coordinator of the house. */
export async function secondCoordinator({ ground, id }: House): Promise<Someone> {
  const someone = await person(ground, 'Seconde');
  await ground.db.query(`INSERT INTO house_role (space_id, person_id, role) VALUES ($1, $2, 'coordinator')`, [id, someone.id]);
  return someone;
}
