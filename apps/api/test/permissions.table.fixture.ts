import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { GRANTS } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { ASKS, ROLES, type Role, type Scene, sceneOf } from './permissions.fixture';

const committed = path.resolve(__dirname, '../../../docs/PERMISSIONS.md');
const PARTS = 4;

const RULES = Object.entries(GRANTS).map(([action, relations]) => `| \`${action}\` | ${relations.join(', ')} |`);

export const HEAD = `# Who may what

## The rules

Written from \`libs/shared/domain/policy.ts\`, the one place that decides: an action is granted to whoever stands in one of these relations to its subject.

| action | granted to |
| --- | --- |
${RULES.join('\n')}

## The routes

Measured on the running API by the specs \`everyone-may-what-the-table-says\`, which fail when an answer or a route is not in this table; \`UPDATE_PERMISSIONS=1\` writes it anew, to be reviewed like code. ✓ = let in; 401, 403, 404 = refused.
Member and admin belong to the organisation asked about; bookings read here are private, those changed are a member's, visible to residents. Sign-in, links and invitations are tried with wrong secrets, so their own refusals count as an answer of the route.

| route | ${ROLES.join(' | ')} |
| --- | ${ROLES.map(() => '---').join(' | ')} |
`;

/** `| a |   b |` as `| a | b |`: the formatter draws columns. */
const plain = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
const routeOf = (row: string) => row.split('`')[1] ?? '';

export const committedTable = (): string => plain(readFileSync(committed, 'utf8'));
/** The rows of the routes, in their order. */
export const committedRows = (): string[] =>
  committedTable()
    .split('\n')
    .filter((line) => /^\| `[A-Z]+ \//.test(line));

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

/** Measures every fourth route; several files do so at once, each with a database of its own. */
export function measurePart(part: number): void {
  const api = useApi();
  const routes = Object.keys(ASKS).filter((_, index) => index % PARTS === part - 1);

  async function rowOf(route: string): Promise<string> {
    const scene = await sceneOf(api);
    const marks: string[] = [];
    for (const role of ROLES) marks.push(mark(await statusOf(route, role, scene)));
    return `| \`${route}\` | ${marks.join(' | ')} |`;
  }

  it(`every route answers every role as the reviewed table says: part ${part} of ${PARTS}`, async () => {
    const rows: string[] = [];
    for (const route of routes) rows.push(await rowOf(route));
    if (process.env['UPDATE_PERMISSIONS']) await commit(rows);
    expect(rows).toEqual(committedRows().filter((row) => routes.includes(routeOf(row))));
  }, 300_000);
}

/** Writes some rows anew among the others; those of other parts are written at the same time, one after the other. */
async function commit(rows: readonly string[]): Promise<void> {
  const lock = `${committed}.lock`;
  while (!isHeld(lock)) await pause(50);
  try {
    const known = new Map([...committedRows(), ...rows].map((row) => [routeOf(row), row]));
    const inOrder = Object.keys(ASKS).flatMap((route) => known.get(route) ?? []);
    writeFileSync(committed, `${HEAD}${inOrder.join('\n')}\n`);
  } finally {
    rmdirSync(lock);
  }
}

function isHeld(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false;
    throw error;
  }
}
