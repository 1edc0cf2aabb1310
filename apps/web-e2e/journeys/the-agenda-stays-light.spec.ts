import type { Response } from '@playwright/test';
import { Agenda } from '../support/agenda';
import { expect, test } from '../support/journey';

/** ux.md: what the agenda loads, compressed, in bytes. */
const MOST = 350_000;

test('a visitor who opens the agenda loads no more code than was promised', async ({ visit }) => {
  const page = await visit();
  const scripts: Response[] = [];
  page.on('response', (response) => new URL(response.url()).pathname.endsWith('.js') && scripts.push(response));
  await new Agenda(page).open();
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(scripts.map((response) => response.request().sizes()));
  expect(sizes.length).toBeGreaterThan(10);
  expect(await scripts[0]?.headerValue('content-encoding')).toBe('br');
  const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  test.info().annotations.push({ type: 'loaded', description: `${Math.round(bytes / 1000)} kB` });
  expect(bytes).toBeGreaterThan(MOST / 2);
  expect(bytes).toBeLessThanOrEqual(MOST);
});
