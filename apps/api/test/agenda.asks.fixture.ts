import type { Asks, Scene } from './permissions.fixture';

let turn = 0;
const nothing = async () => ({});
const aView = () => ({ name: `Vue ${(turn += 1)}`, query: 'view=week' });
const viewOf = async ({ house }: Scene) => (await house.member.post<{ id: string }>(house.path('saved-views'), aView())).body.id;

/** What is asked of the agenda: its days, the views one keeps of it, rooms and times found in it. */
export const AGENDA_ASKS: Asks = {
  'GET /api/spaces/{space}/calendar/days': async () => ({ query: '?from=2026-03-16&to=2026-03-17' }),
  'GET /api/spaces/{space}/saved-views': nothing,
  'POST /api/spaces/{space}/saved-views': async () => ({ body: aView() }),
  'PATCH /api/spaces/{space}/saved-views/{id}': async (scene) => ({ path: { id: await viewOf(scene) }, body: aView() }),
  'DELETE /api/spaces/{space}/saved-views/{id}': async (scene) => ({ path: { id: await viewOf(scene) } }),
  'GET /api/spaces/{space}/room-finding': async () => ({ query: '?date=2026-03-16&from=10:00&to=12:00' }),
  'GET /api/spaces/{space}/time-finding': async ({ house }) => ({ query: `?rooms=${house.a}&first=2026-03-16&last=2026-03-17&minutes=60` }),
  'GET /api/spaces/{space}/time-finding/people': nothing,
};
