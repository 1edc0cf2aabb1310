import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GRANTS } from '@bota/shared/domain';
import { openApi } from '../openapi';
import { useApi } from './api.fixture';
import { ASKS, ROLES, type Role, type Scene, sceneOf } from './permissions.fixture';

const api = useApi();
const committed = path.resolve(__dirname, '../../../docs/PERMISSIONS.md');
/** A stream does not end; its own tests ask for it. */
const STREAMS = ['GET /api/spaces/{space}/live'];

const routes = () =>
  Object.entries(openApi(api.app).paths).flatMap(([route, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${route}`));

async function statusOf(route: string, role: Role, scene: Scene): Promise<number> {
  const [method, template] = route.split(' ') as [string, string];
  const reader = scene.readers[role];
  const { path: ids = {}, query = '', body } = (await ASKS[route]?.(scene, reader)) ?? {};
  const filled = Object.entries({ space: scene.house.id, ...ids }).reduce((all, [name, id]) => all.replace(`{${name}}`, id), template);
  return (await reader.ask(method, filled + query, body, {})).status;
}

/** Refusals of access keep their number, and so do answers that say nothing of access: what could not be read, what went wrong. */
const mark = (status: number) =>
  [401, 403, 404].includes(status) ? String(status) : status === 400 || status === 415 || status >= 500 ? `! ${status}` : '✓';

async function rowOf(route: string): Promise<string> {
  const scene = await sceneOf(api);
  const marks: string[] = [];
  for (const role of ROLES) marks.push(mark(await statusOf(route, role, scene)));
  return `| \`${route}\` | ${marks.join(' | ')} |`;
}

const RULES = Object.entries(GRANTS).map(([action, relations]) => `| \`${action}\` | ${relations.join(', ')} |`);

const HEAD = `# Who may what

## The rules

Written from \`libs/shared/domain/policy.ts\`, the one place that decides: an action is granted to whoever stands in one of these relations to its subject.

| action | granted to |
| --- | --- |
${RULES.join('\n')}

## The routes

Measured on the running API by \`everyone-may-what-the-table-says.spec.ts\`, which fails when an answer or a route is not in this table; \`UPDATE_PERMISSIONS=1\` writes it anew, to be reviewed like code. ✓ = let in; 401, 403, 404 = refused.
Member and admin belong to the organisation asked about; bookings read here are private, those changed are a member's, visible to residents. Sign-in, links and invitations are tried with wrong secrets, so their own refusals count as an answer of the route.

| route | ${ROLES.join(' | ')} |
| --- | ${ROLES.map(() => '---').join(' | ')} |
`;

it('every route has a question in the table', () => {
  expect(routes().filter((route) => !STREAMS.includes(route) && !(route in ASKS))).toEqual([]);
  expect(Object.keys(ASKS).filter((route) => !routes().includes(route))).toEqual([]);
});

it('every route answers every role as the reviewed table says', async () => {
  const rows: string[] = [];
  for (const route of Object.keys(ASKS)) rows.push(await rowOf(route));
  const table = `${HEAD}${rows.join('\n')}\n`;
  if (process.env['UPDATE_PERMISSIONS']) writeFileSync(committed, table);
  const plain = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
  expect(plain(table)).toBe(plain(readFileSync(committed, 'utf8')));
}, 300_000);
