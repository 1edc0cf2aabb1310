import type { SeasonAppeal } from '@bota/booking/domain';
import type { House } from './house.fixture';
import type { Asks, Scene } from './permissions.fixture';
import { APPEALS_UNTIL, Season, roundDraft, thursday } from './season.fixture';

const NOWHERE = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10';
const WISH = { title: 'Chorale', choices: [thursday(null)] };

/** A body that a route of seasons would take. */
export function seasonBody(method: string, path: string, house: House): object | undefined {
  if (!path.includes('/season-')) return undefined;
  if (path.endsWith('/season-rounds')) return roundDraft(house);
  if (path.endsWith('/wish-order')) return { organisationId: house.racines, wishIds: [NOWHERE] };
  if (path.endsWith('/wishes')) return { ...WISH, organisationId: house.racines };
  if (method === 'PUT') return WISH;
  if (method === 'PATCH') return { name: 'Saison' };
  if (path.endsWith('/tie')) return { key: 'x', wishId: NOWHERE };
  if (path.endsWith('/publication')) return { appealsUntil: APPEALS_UNTIL };
  if (path.endsWith('/appeals')) return { wishId: NOWHERE, text: 'Trop tôt' };
  if (path.endsWith('/answer')) return { slot: null, answer: 'Non' };
  return {};
}

const opened = ({ house }: Scene) => Season.opened(house);
const ofOpened = async (scene: Scene) => ({ path: { id: (await opened(scene)).id } });
/** With a wish of the organisation that is asked about. */
const wished = async (scene: Scene) => {
  const season = await opened(scene);
  return { season, wish: await season.wish({}) };
};

/** Published by hand: the clock of the table stands still. */
async function published(scene: Scene) {
  const { season, wish } = await wished(scene);
  const { db } = scene.house.ground;
  await db.query(`UPDATE season_round SET published_at = now(), wishes_until = '2026-01-01', appeals_until = '2026-02-15' WHERE id = $1`, [
    season.id,
  ]);
  await db.query(
    `INSERT INTO season_plan SELECT space_id, id, 1, '{"results":[],"ties":[],"seed":null}', now() FROM season_round WHERE id = $1`,
    [season.id],
  );
  return { season, wish };
}

const asked = (method: string, rest: string) => async (scene: Scene) => ({
  ...(await ofOpened(scene)),
  body: seasonBody(method, `/season-rounds/{id}/${rest}`, scene.house),
});

/** What the routes of seasons are asked. */
export const SEASON_ASKS: Asks = {
  'GET /api/spaces/{space}/season-rounds': async () => ({}),
  'POST /api/spaces/{space}/season-rounds': async ({ house }) => ({ body: roundDraft(house) }),
  'GET /api/spaces/{space}/season-rounds/{id}': ofOpened,
  'PATCH /api/spaces/{space}/season-rounds/{id}': asked('PATCH', ''),
  'POST /api/spaces/{space}/season-rounds/{id}/opening': async ({ house }) => ({
    path: { id: (await Season.prepared(house)).id },
    body: {},
  }),
  'POST /api/spaces/{space}/season-rounds/{id}/closing': asked('POST', 'closing'),
  'GET /api/spaces/{space}/season-rounds/{id}/wishes': ofOpened,
  'POST /api/spaces/{space}/season-rounds/{id}/wishes': asked('POST', 'wishes'),
  'PUT /api/spaces/{space}/season-rounds/{id}/wishes/{wish}': async (scene) => {
    const { season, wish } = await wished(scene);
    return { path: { id: season.id, wish: wish.id }, body: WISH };
  },
  'DELETE /api/spaces/{space}/season-rounds/{id}/wishes/{wish}': async (scene) => {
    const { season, wish } = await wished(scene);
    return { path: { id: season.id, wish: wish.id } };
  },
  'PUT /api/spaces/{space}/season-rounds/{id}/wish-order': async (scene) => {
    const { season, wish } = await wished(scene);
    return { path: { id: season.id }, body: { organisationId: scene.house.racines, wishIds: [wish.id] } };
  },
  'GET /api/spaces/{space}/season-rounds/{id}/plan': ofOpened,
  'POST /api/spaces/{space}/season-rounds/{id}/tie': asked('POST', 'tie'),
  'POST /api/spaces/{space}/season-rounds/{id}/lot': asked('POST', 'lot'),
  'POST /api/spaces/{space}/season-rounds/{id}/publication': asked('POST', 'publication'),
  'POST /api/spaces/{space}/season-rounds/{id}/adoption': asked('POST', 'adoption'),
  'GET /api/spaces/{space}/season-rounds/{id}/appeals': ofOpened,
  'POST /api/spaces/{space}/season-rounds/{id}/appeals': async (scene) => {
    const { season, wish } = await published(scene);
    return { path: { id: season.id }, body: { wishId: wish.id, text: 'Trop tôt' } };
  },
  'POST /api/spaces/{space}/season-appeals/{id}/answer': async (scene) => {
    const { season, wish } = await published(scene);
    const { body } = await scene.house.member.post<SeasonAppeal>(season.path('appeals'), { wishId: wish.id, text: 'Trop tôt' });
    return { path: { id: body.id }, body: { slot: null, answer: 'Non' } };
  },
};
