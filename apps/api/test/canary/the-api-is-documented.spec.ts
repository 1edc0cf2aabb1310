import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openApi } from '../../openapi';
import { useApi } from '../api.fixture';

const api = useApi();
const root = path.resolve(__dirname, '../../../..');
const committed = path.join(root, 'openapi.json');
type Operation = {
  summary?: string;
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: { $ref?: string } }> }>;
};
const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

const operations = (): [string, Operation][] =>
  Object.entries(openApi(api.app).paths).flatMap(([route, item]) =>
    METHODS.flatMap((method) => (item[method] ? [[`${method} ${route}`, item[method] as Operation] as [string, Operation]] : [])),
  );

it('openapi.json is the document of these routes: run "npm run openapi" when this fails', () => {
  expect(existsSync(committed)).toBe(true);
  const document: OpenAPIObject = JSON.parse(readFileSync(committed, 'utf8'));
  expect(JSON.parse(JSON.stringify(openApi(api.app)))).toEqual(document);
});

it('the built API prints the same document, without a database', () => {
  const env = { PATH: process.env['PATH'] };
  const { status, stdout } = spawnSync(process.execPath, [path.join(root, 'dist/apps/api/main.js'), 'openapi'], { env, encoding: 'utf8' });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(openApi(api.app))));
});

it('every operation says what it does and what it answers', () => {
  const silent = operations().filter(
    ([, { summary, responses = {} }]) => !summary || !Object.keys(responses).some((status) => /^[23]/.test(status)),
  );
  expect(silent.map(([name]) => name)).toEqual([]);
});

it('every operation says with which problems it refuses, and that they are problems', () => {
  const vague = operations().flatMap(([name, { responses = {} }]) => {
    const refusals = Object.entries(responses).filter(([status]) => /^[45]/.test(status));
    const isProblem = refusals.every(([, answer]) => JSON.stringify(answer.content ?? {}).includes('#/components/schemas/Problem'));
    return refusals.length > 0 && isProblem ? [] : [name];
  });
  expect(vague).toEqual([]);
});

it('whatever needs a session says so', () => {
  const open = operations().filter(
    ([name, { responses = {} }]) => /^(post|patch|delete) .*(bookings|rooms|me)/.test(name) && !responses['401'],
  );
  expect(open.map(([name]) => name)).toEqual(['post /api/spaces/{space}/bookings/preview']);
});

it('no two shapes have one name: the later would stand in the document for both', () => {
  const contracts = globSync('libs/*/domain/**/*.ts', { cwd: root }).map((file) => readFileSync(path.join(root, file), 'utf8'));
  const names = contracts.flatMap((text) => [...text.matchAll(/\.meta\(\{\s*id: '(\w+)'/g)].map(([, name]) => name));
  expect(names.length).toBeGreaterThan(200);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
