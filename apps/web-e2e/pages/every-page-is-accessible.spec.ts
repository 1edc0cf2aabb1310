import AxeBuilder from '@axe-core/playwright';
import { LANGUAGES } from '@bota/shared/domain';
import { readerOf } from '../support/house';
import { expect, type Page, test } from '../support/journey';
import { type Place, PLACES, readerIn } from '../support/pages';
import { expectOnly } from '../support/read-words';
import { serveHouse } from '../support/serve-house';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
/** Axe’s own experiment: it takes the short day names of FullCalendar for another name. */
const EXPERIMENTAL = ['label-content-name-mismatch'];
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];
/** Axe is a script: in the frame of a letter none runs, and it would wait for it for a minute. */
const LETTER = 'iframe[sandbox]';
const PARTS = 3;
const PHONE = { width: 390, height: 844, isTouch: true };

for (const language of LANGUAGES)
  for (const part of partsOf(PLACES))
    test(`at a desk, in ${language}, ${part.name}`, async ({ visit }) => {
      test.setTimeout(420_000);
      const readers = {
        member: await visit({ as: readerOf[language], language }),
        visitor: await visit({ language }),
        coordinator: await visit({ as: 'coordination', reads: language, language }),
        admin: await visit({ as: 'admin.racines', reads: language, language }),
      };
      for (const place of part.places) {
        const reader = readerIn(readers, place);
        await place.show(reader, language);
        await expectOnly(reader, language);
        await expectAccessible(reader, place.name);
        if (language === 'fr') await expectReadableInTheDark(reader, place.name);
      }
    });

// A menu lies over half of what a phone shows, and axe takes what it covers for small.
for (const part of partsOf(PLACES.filter(({ name }) => !/-(week|time|month|list|who)$/.test(name))))
  test(`on a phone, ${part.name}`, async ({ visit }) => {
    test.setTimeout(420_000);
    const readers = {
      member: await visit({ as: readerOf.fr, ...PHONE }),
      visitor: await visit(PHONE),
      coordinator: await visit({ as: 'coordination', ...PHONE }),
      admin: await visit({ as: 'admin.racines', reads: 'fr', ...PHONE }),
    };
    for (const place of part.places) {
      const reader = readerIn(readers, place);
      await place.show(reader, 'fr');
      await expectAccessible(reader, place.name);
      await expectReadableInTheDark(reader, place.name);
    }
  });

test('the set-up of an empty house', async ({ visit }) => {
  test.setTimeout(120_000);
  const house = await serveHouse(1, { BOTA_DEMO: 'off' });
  try {
    const page = await visit({ at: house.urls[0] });
    await page.goto('/setup');
    await expect(page.locator('#zone')).toBeVisible();
    await expectOnly(page, 'fr');
    await expectAccessible(page, 'setup');
    await expectReadableInTheDark(page, 'setup');
  } finally {
    await house.close();
  }
});

/** Pages in parts that workers share out. */
function partsOf(places: readonly Place[]): { name: string; places: Place[] }[] {
  const parts = Array.from({ length: PARTS }, (_, part) => places.filter((_place, index) => index % PARTS === part));
  return parts.map((pages, part) => ({ name: `${String(part + 1)} of ${String(PARTS)}`, places: pages }));
}

async function expectAccessible(page: Page, name: string): Promise<void> {
  expect.soft(await violations(new AxeBuilder({ page }).withTags(TAGS).disableRules(EXPERIMENTAL)), name).toEqual([]);
}

/** In the dark only colours are others, in whatever language. They change at once: a busy machine may draw no frame for half a minute. */
async function expectReadableInTheDark(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(() => document.getAnimations().forEach((one) => one.finish()));
  expect.soft(await violations(new AxeBuilder({ page }).withRules(OF_COLOUR)), `${name}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** No frame but a letter's is in a page: what gathers the findings of frames, in a page of its own each time, takes half of the time. */
async function violations(axe: AxeBuilder): Promise<string[]> {
  const found = await axe.exclude(LETTER).setLegacyMode(true).analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, any }) => `${target.join(' ')} (${any[0]?.message ?? ''})`).join(', ')}`,
  );
}
