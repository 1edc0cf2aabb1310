import { readerOf } from '../support/house';
import { expect, test } from '../support/journey';
import { PLACES } from '../support/pages';

test('at 320 pixels, or 400 % zoom, no page scrolls sideways', async ({ visit }) => {
  test.setTimeout(120_000);
  const page = await visit({ as: readerOf.fr, width: 320, height: 640 });
  const visitor = await visit({ width: 320, height: 640 });
  for (const place of PLACES) {
    const reader = place.isPublic ? visitor : page;
    await place.show(reader, 'fr');
    const beyond = await reader.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(beyond, place.name).toBeLessThanOrEqual(0);
  }
});
