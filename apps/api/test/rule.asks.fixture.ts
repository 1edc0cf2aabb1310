import type { Asks, Scene } from './permissions.fixture';

const nothing = async () => ({});
const QUOTA = { per: 'month', counts: 'minutes', limit: 1_000_000 };
const quotaOf = async ({ house }: Scene): Promise<string> =>
  (await house.coordinator.post<{ id: string }>(house.path('quotas'), QUOTA)).body.id;

const HOLIDAYS = { name: { fr: 'Congés' }, ranges: [{ from: '2026-10-19', to: '2026-10-30' }] };

async function holidaysOf({ house }: Scene): Promise<string> {
  const { body } = await house.coordinator.post<{ id: string }>(house.path('exclusion-calendars'), HOLIDAYS);
  return body.id;
}

/** What the routes of quotas and of days off are asked with. */
export const RULE_ASKS: Asks = {
  'GET /api/spaces/{space}/quotas': nothing,
  'GET /api/spaces/{space}/quota-uses': nothing,
  'POST /api/spaces/{space}/quotas': async () => ({ body: QUOTA }),
  'PATCH /api/spaces/{space}/quotas/{id}': async (scene) => ({ path: { id: await quotaOf(scene) }, body: QUOTA }),
  'DELETE /api/spaces/{space}/quotas/{id}': async (scene) => ({ path: { id: await quotaOf(scene) } }),
  'GET /api/spaces/{space}/exclusion-calendars': nothing,
  'POST /api/spaces/{space}/exclusion-calendars': async () => ({ body: HOLIDAYS }),
  'POST /api/spaces/{space}/exclusion-calendars/reading': async () => ({ body: { text: '2026-10-19;2026-10-30' } }),
  'PATCH /api/spaces/{space}/exclusion-calendars/{id}': async (scene) => ({ path: { id: await holidaysOf(scene) }, body: HOLIDAYS }),
  'DELETE /api/spaces/{space}/exclusion-calendars/{id}': async (scene) => ({ path: { id: await holidaysOf(scene) } }),
  'GET /api/spaces/{space}/exclusion-calendars/{id}/effect': async (scene) => ({ path: { id: await holidaysOf(scene) } }),
  'POST /api/spaces/{space}/exclusion-calendars/{id}/application': async (scene) => ({ path: { id: await holidaysOf(scene) }, body: {} }),
};
