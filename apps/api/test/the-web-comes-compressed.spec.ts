import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { builtWeb } from '../web';
import { useApi } from './api.fixture';

const folder = mkdtempSync(path.join(tmpdir(), 'bota-web-'));
const built = {
  'index.html': '<!doctype html>',
  'main-ABCDEFGH.js': 'as written',
  'main-ABCDEFGH.js.br': brotliCompressSync('as written'),
};
for (const [name, content] of Object.entries(built)) writeFileSync(path.join(folder, name), content);
afterAll(() => rmSync(folder, { recursive: true }));

// Said from where the process was started, as people type it.
const api = useApi({ WEB_ROOT: path.relative(process.cwd(), folder) });
const asked = (encoding: string) => fetch(`${api.url}/main-ABCDEFGH.js`, { headers: { 'accept-encoding': encoding } });

it('what the build compressed is sent as it is, and kept for a year', async () => {
  const { headers } = await asked('br, gzip');
  expect(headers.get('content-encoding')).toBe('br');
  expect(headers.get('content-type')).toBe('application/javascript; charset=utf-8');
  expect(headers.get('vary')).toBe('accept-encoding');
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

it('who cannot read it gets the file as it was written', async () => {
  const answer = await asked('identity');
  expect(answer.headers.get('content-encoding')).toBeNull();
  expect(await answer.text()).toBe('as written');
});

it('a folder without the built web is named, and nothing starts', () => {
  expect(() => builtWeb('nowhere')).toThrow(`WEB_ROOT: no built web application in ${path.resolve('nowhere')}`);
});

it('a wrong method on an address of the API is told so beside the web, and a page that is none is not found', async () => {
  const wrong = await fetch(`${api.url}/api/auth/session`);
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'DELETE, POST']);
  expect((await fetch(`${api.url}/api/nothing`)).status).toBe(404);
});
