import path from 'node:path';
import { readerOf } from '../support/house';
import { expect, type Page, test } from '../support/journey';
import { PLACES, readerIn } from '../support/pages';
import { serveHouse } from '../support/serve-house';

const folder = path.resolve(__dirname, '../../../docs/screenshots');
const SIZES = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
];
const SHOWN = PLACES.filter(({ name }) => !['agenda-time', 'agenda-month', 'not-found'].includes(name));

for (const size of SIZES) {
  test(`at ${size.width} × ${size.height}`, async ({ visit }) => {
    const readers = {
      member: await visit({ as: readerOf.fr, ...size }),
      visitor: await visit(size),
      coordinator: await visit({ as: 'coordination', ...size }),
      admin: await visit({ as: 'admin.racines', reads: 'fr', ...size }),
    };
    // On a phone every calendar view is the list of the day.
    for (const place of SHOWN.filter(({ name }) => size.width > 700 || !/-(week|list|table)$/.test(name))) {
      const reader = readerIn(readers, place);
      await place.show(reader, 'fr');
      await take(reader, place.name, size.width);
    }
  });
}

test('the set-up of an empty house', async ({ visit }) => {
  const house = await serveHouse(1, { BOTA_DEMO: 'off' });
  try {
    for (const size of SIZES) {
      const page = await visit({ at: house.urls[0], ...size });
      await page.goto('/setup');
      await expect(page.locator('#zone')).toBeVisible();
      await take(page, 'setup', size.width);
    }
  } finally {
    await house.close();
  }
});

async function take(page: Page, name: string, width: number): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`), caret: 'hide', animations: 'disabled' });
  }
}
