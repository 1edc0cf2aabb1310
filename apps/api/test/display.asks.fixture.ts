import { enter, waitingScreen } from './display.fixture';
import type { Asks, Scene } from './permissions.fixture';

const nothing = async () => ({});

/** What each route of screens and day sheets is asked in the permission table. */
export const DISPLAY_ASKS: Asks = {
  'GET /api/spaces/{space}/day-sheets/{date}': async () => ({ path: { date: '2026-03-16' } }),
  'GET /api/spaces/{space}/day-sheets/{date}/pdf': async () => ({ path: { date: '2026-03-16' }, query: '?language=nl' }),
  'GET /api/display': nothing,
  'POST /api/display/pairing': nothing,
  'GET /api/spaces/{space}/displays': nothing,
  'POST /api/spaces/{space}/displays': async (scene) => {
    const { code } = await waitingScreen(scene.api);
    return { body: { code, name: 'Entrée', shows: 'today', language: 'fr' } };
  },
  'PUT /api/spaces/{space}/displays/{id}': async (scene) => ({
    ...(await aDisplay(scene)),
    body: { name: 'Porte', shows: 'today', roomId: null, language: 'nl' },
  }),
  'DELETE /api/spaces/{space}/displays/{id}': (scene) => aDisplay(scene),
};

async function aDisplay({ house, api }: Scene) {
  const { code } = await waitingScreen(api);
  const { items } = (await enter(house, code, { name: `Écran ${code}` })).body;
  return { path: { id: items.find(({ name }) => name === `Écran ${code}`)?.id ?? '' } };
}
