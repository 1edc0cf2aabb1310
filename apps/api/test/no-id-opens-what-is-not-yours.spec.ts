import * as fc from 'fast-check';
import { openApi } from '../openapi';
import { useApi } from './api.fixture';
import { ASKS, type Role, type Scene, sceneOf } from './permissions.fixture';

const api = useApi();
type Ids = Record<string, string>;
/** What a route names that is the same for everybody. */
const NO_IDS = ['month', 'date', 'table'];
/** What a route names by id. */
const idsIn = (route: string) => [...route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).filter((name) => !NO_IDS.includes(name));

/** Routes that name something within something: a booking of a house, an invitation of an organisation. */
const NESTED = Object.keys(ASKS).filter((route) => idsIn(route).length >= 2);
/** Who is allowed the most here, so that only the id can be what is refused. */
const STRONGEST: Role[] = ['coordinator', 'admin', 'member'];

const fill = (route: string, ids: Ids) => Object.entries(ids).reduce((path, [name, id]) => path.replace(`{${name}}`, id), route);

async function askFor(route: string, scene: Scene, role: Role) {
  const asked = (await ASKS[route]?.(scene, scene.readers[role])) ?? {};
  return { ...asked, ids: { space: scene.house.id, ...asked.path } as Ids };
}

async function statusWith(route: string, scene: Scene, role: Role, ids: Ids): Promise<number> {
  const { query = '', body } = await askFor(route, scene, role);
  const [method, template] = route.split(' ') as [string, string];
  return (await scene.readers[role].ask(method, fill(template, ids) + query, body, {})).status;
}

it('every route that takes two ids is tried', () => {
  const documented = Object.entries(openApi(api.app).paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(documented.filter((route) => idsIn(route).length >= 2).sort()).toEqual([...NESTED].sort());
  expect(NESTED.length).toBeGreaterThanOrEqual(7);
});

it.each(NESTED)('%s: what belongs elsewhere is not there, for whoever may the most here', async (route) => {
  const [here, there] = await Promise.all([sceneOf(api), sceneOf(api)]);
  const last = idsIn(route).at(-1) ?? '';
  for (const role of STRONGEST) {
    const [own, foreign] = await Promise.all([askFor(route, here, role), askFor(route, there, 'coordinator')]);
    const status = await statusWith(route, here, role, { ...own.ids, [last]: foreign.ids[last] ?? '' });
    expect([role, status]).toEqual([role, status === 403 ? 403 : 404]);
    if (role === 'coordinator' && route.includes('{space}')) expect([role, status]).toEqual([role, 404]);
  }
});

it.each(NESTED)('%s: no generated id is answered', async (route) => {
  const scene = await sceneOf(api);
  const { ids } = await askFor(route, scene, 'coordinator');
  const last = idsIn(route).at(-1) ?? '';
  const known = ids[last] ?? '';
  // Neighbours of a real id (its first half is the time it was made), and any other.
  const neighbour = fc.tuple(fc.constant(known.slice(0, 24)), fc.stringMatching(/^[0-9a-f]{12}$/)).map(([head, tail]) => head + tail);
  await fc.assert(
    fc.asyncProperty(fc.oneof(neighbour, fc.uuid()), async (id) => {
      fc.pre(id !== known);
      const status = await statusWith(route, scene, 'coordinator', { ...ids, [last]: id });
      expect([401, 403, 404]).toContain(status);
    }),
    { numRuns: 8 },
  );
});
