import { readerOf } from '../support/house';
import { expect, test } from '../support/journey';
import { PLACES, readerIn } from '../support/pages';

test('at 320 pixels, or 400 % zoom, no page scrolls sideways', async ({ visit }) => {
  test.setTimeout(420_000);
  const size = { width: 320, height: 640 };
  const readers = {
    member: await visit({ as: readerOf.fr, ...size }),
    visitor: await visit(size),
    coordinator: await visit({ as: 'coordination', ...size }),
    admin: await visit({ as: 'admin.racines', reads: 'fr', ...size }),
  };
  for (const place of PLACES) {
    const reader = readerIn(readers, place);
    await place.show(reader, 'fr');
    const beyond = await reader.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(beyond, place.name).toBeLessThanOrEqual(0);
  }
});
