import type { Charge, FeePlaced } from '@bota/residents/domain';
import { charged, close, fee, rent, statementOf, takesPart } from './charges.fixture';
import type { Asks, Scene } from './permissions.fixture';

const MONTH = '2025-12';

const newCharge = ({ house }: Scene): Promise<Charge> => charged(house, { from: MONTH });
const newFee = async ({ house }: Scene): Promise<FeePlaced> => (await fee(house, { on: '2026-01-05' })).body;

/** The line of a month that is closed. */
async function closedLine(scene: Scene): Promise<string> {
  const { house } = scene;
  await takesPart(house, house.racines, 'm2', 20);
  await newCharge(scene);
  await close(house, MONTH);
  return (await statementOf(house, MONTH)).lines[0]?.id ?? '';
}

const ofMonth = async (scene: Scene) => {
  await newCharge(scene);
  return { path: { month: MONTH, organisation: scene.house.racines } };
};

/** What the routes of charges are asked. */
export const CHARGES_ASKS: Asks = {
  'GET /api/spaces/{space}/charges': async () => ({}),
  'POST /api/spaces/{space}/charges': async () => ({ body: { ...rent, from: MONTH } }),
  'PUT /api/spaces/{space}/charges/{id}': async (scene) => ({ path: { id: (await newCharge(scene)).id }, body: { ...rent, from: MONTH } }),
  'DELETE /api/spaces/{space}/charges/{id}': async (scene) => ({ path: { id: (await newCharge(scene)).id } }),
  'POST /api/spaces/{space}/fees': async ({ house }) => ({
    body: { organisationId: house.racines, on: '2026-01-05', label: { fr: 'Clé' }, cents: 100 },
  }),
  'DELETE /api/spaces/{space}/fees/{id}': async (scene) => ({ path: { id: (await newFee(scene)).id } }),
  'POST /api/spaces/{space}/statement-lines/{id}/corrections': async (scene) => ({
    path: { id: await closedLine(scene) },
    body: { label: { fr: 'Rectifié' }, cents: -100 },
  }),
  'GET /api/spaces/{space}/periods': async () => ({}),
  'GET /api/spaces/{space}/periods/{month}': ofMonth,
  'GET /api/spaces/{space}/periods/{month}/csv': ofMonth,
  'POST /api/spaces/{space}/periods/{month}/closing': ofMonth,
  'GET /api/spaces/{space}/statements/{organisation}': ofMonth,
  'GET /api/spaces/{space}/statements/{organisation}/{month}': ofMonth,
  'GET /api/spaces/{space}/statements/{organisation}/{month}/pdf': ofMonth,
  'GET /api/spaces/{space}/statements/{organisation}/{month}/csv': ofMonth,
};
