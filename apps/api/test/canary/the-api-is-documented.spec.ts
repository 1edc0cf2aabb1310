import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import * as booking from '@bota/booking/domain';
import * as notifications from '@bota/notifications/domain';
import * as people from '@bota/people/domain';
import * as residents from '@bota/residents/domain';
import * as shared from '@bota/shared/domain';
import * as spaces from '@bota/spaces/domain';
import { openApi } from '../../openapi';
import { EXAMPLES } from '../../openapi.examples';
import { useApi } from '../api.fixture';

const api = useApi();
const root = path.resolve(__dirname, '../../../..');
const committed = path.join(root, 'openapi.json');
type Body = { content: Record<string, { schema: { $ref?: string; format?: string } }> };
type Operation = {
  summary?: string;
  requestBody?: Body;
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

const bodies = () => operations().flatMap(([name, { requestBody }]) => (requestBody ? [{ name, content: requestBody.content }] : []));

it('whatever may be sent has an example', () => {
  const schemas = openApi(api.app).components?.schemas as Record<string, { example?: unknown }>;
  const silent = bodies().flatMap(({ content }) => {
    const shape = content['application/json']?.schema.$ref?.split('/').at(-1);
    return shape && schemas[shape]?.example === undefined ? [shape] : [];
  });
  expect(silent).toEqual([]);
});

it('every example is one: its shape takes it', () => {
  type Shape = { meta?: () => { id?: string; example?: unknown } | undefined; safeParse: (value: unknown) => { error?: unknown } };
  const contracts = [booking, notifications, people, residents, shared, spaces].flatMap((domain) => Object.values(domain) as Shape[]);
  const shapes = contracts.filter((one) => typeof one?.safeParse === 'function');
  const wrong = shapes.flatMap((shape) => {
    const { id = '', example } = shape.meta?.() ?? {};
    const shown = EXAMPLES[id] ?? example;
    const error = shown === undefined ? undefined : shape.safeParse(shown).error;
    return error ? [[id, String(error)]] : [];
  });
  expect(wrong).toEqual([]);
  const known = new Set(shapes.map((shape) => shape.meta?.()?.id));
  expect(Object.keys(EXAMPLES).filter((id) => !known.has(id))).toEqual([]);
});

it('files are said to be files: what is sent as one, and what is answered with one', () => {
  const isFile = ({ schema }: { schema?: { format?: string } }) => schema?.format === 'binary';
  const sent = bodies().filter(({ content }) => Object.values(content).some(isFile));
  expect(sent.flatMap(({ content }) => Object.keys(content)).filter((media) => media === 'application/json')).toEqual([]);
  expect(sent.length).toBeGreaterThan(4);
  const silent = operations().filter(
    ([name, { responses = {} }]) => name.startsWith('get ') && !responses['200']?.content && responses['200'],
  );
  expect(silent.map(([name]) => name)).toEqual([]);
});
