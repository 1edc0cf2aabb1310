import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Config, readConfig } from '@bota/shared/api';

const GOOD = { DATABASE_URL: 'postgresql://app@127.0.0.1/app' };
const built = path.resolve(__dirname, '../../../../dist/apps/api/main.js');

it.each([
  ['no database', {}, 'DATABASE_URL'],
  ['another database', { DATABASE_URL: 'mysql://app@127.0.0.1/app' }, 'DATABASE_URL'],
  ['a port that is none', { ...GOOD, PORT: '70000' }, 'PORT'],
  ['a switch that is none', { ...GOOD, BOTA_DEMO: 'maybe' }, 'BOTA_DEMO'],
  ['a clock that is none', { ...GOOD, BOTA_NOW: 'yesterday' }, 'BOTA_NOW'],
  ['an address that is none', { ...GOOD, PUBLIC_URL: 'bota75' }, 'PUBLIC_URL'],
  ['a log level that is none', { ...GOOD, LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
])('%s is said by name', (_, env, name) => {
  expect(() => readConfig(env)).toThrow(new RegExp(`^The configuration is not valid:\n {2}${name}: .+$`));
});

it('says everything that is wrong at once, and never the value, which may be a secret', () => {
  const wrong = { DATABASE_URL: 'mysql://app:geheim@127.0.0.1', PORT: 'x' };
  expect(() => readConfig(wrong)).toThrow(/DATABASE_URL[^]*PORT/);
  expect(() => readConfig(wrong)).not.toThrow(/geheim/);
});

it('takes empty variables as absent', () => {
  expect(readConfig({ ...GOOD, PORT: '', PUBLIC_URL: '' })).toMatchObject({ PORT: 3000, BOTA_DEMO: true });
});

it('stops the process with that message, and nothing else', () => {
  const env = { PATH: process.env['PATH'], DATABASE_URL: GOOD.DATABASE_URL, PORT: 'x' };
  const { status, stderr } = spawnSync(process.execPath, [built], { env, encoding: 'utf8', timeout: 30_000 });
  expect(status).toBe(1);
  expect(stderr.trim()).toMatch(/^The configuration is not valid:\n {2}PORT: .+$/);
}, 40_000);

it('every setting stands in the README, but those of the launcher and of tests', () => {
  const readme = readFileSync(path.resolve(__dirname, '../../../../README.md'), 'utf8');
  const silent = Object.keys(Config.shape).filter((name) => !readme.includes(`\`${name}\``));
  expect(silent).toEqual(['WEB_ROOT', 'BOTA_NOW']);
});
