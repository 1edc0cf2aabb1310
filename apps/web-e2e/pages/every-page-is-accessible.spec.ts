import AxeBuilder from '@axe-core/playwright';
import { LANGUAGES } from '@bota/shared/domain';
import { readerOf } from '../support/house';
import { expect, type Page, test } from '../support/journey';
import { PLACES } from '../support/pages';
import { expectOnly } from '../support/read-words';
import { serveHouse } from '../support/serve-house';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const PHONE = { width: 390, height: 844, isTouch: true };

for (const language of LANGUAGES) {
  test(`at a desk, in ${language}: light and dark`, async ({ visit }) => {
    test.setTimeout(300_000);
    const page = await visit({ as: readerOf[language], language });
    const visitor = await visit({ language });
    for (const place of PLACES) {
      const reader = place.isPublic ? visitor : page;
      await test.step(place.name, async () => {
        await place.show(reader, language);
        await expectOnly(reader, language);
        await expectAccessible(reader, place.name);
      });
    }
  });
}

test('on a phone: light and dark', async ({ visit }) => {
  test.setTimeout(300_000);
  const page = await visit({ as: readerOf.fr, ...PHONE });
  const visitor = await visit(PHONE);
  for (const place of PLACES.filter(({ name }) => !/-(week|time|month|list)$/.test(name))) {
    const reader = place.isPublic ? visitor : page;
    await place.show(reader, 'fr');
    await expectAccessible(reader, place.name);
  }
});

test('the set-up of an empty house', async ({ visit }) => {
  test.setTimeout(120_000);
  const house = await serveHouse(1, { BOTA_DEMO: 'off' });
  try {
    for (const language of LANGUAGES) {
      const page = await visit({ at: house.urls[0], language });
      await page.goto('/setup');
      await expect(page.locator('#zone')).toBeVisible();
      await expectOnly(page, language);
      await expectAccessible(page, 'setup');
    }
  } finally {
    await house.close();
  }
});

/** Only colours differ in the dark, so that only contrast is measured again. */
async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page });
    const { violations } = await (colorScheme === 'light' ? axe.withTags(TAGS) : axe.withRules(['color-contrast'])).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target, any }) => `${target.join(' ')} (${any[0]?.message ?? ''})`).join(', ')}`,
    );
    expect.soft(found, `${name}, ${colorScheme}`).toEqual([]);
  }
}
