import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { useApi } from './api.fixture';

const folder = mkdtempSync(path.join(tmpdir(), 'bota-web-'));
const built = {
  'index.html': '<!doctype html>',
  'main-ABCDEFGH.js': 'as written',
  'main-ABCDEFGH.js.br': brotliCompressSync('as written'),
};
for (const [name, content] of Object.entries(built)) writeFileSync(path.join(folder, name), content);
afterAll(() => rmSync(folder, { recursive: true }));

const api = useApi({ WEB_ROOT: folder });
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
