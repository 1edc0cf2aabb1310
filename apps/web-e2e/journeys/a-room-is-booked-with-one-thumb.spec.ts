import { SPACE } from '../support/house';
import { expect, type Page, test } from '../support/journey';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');

test('on a phone: today, the day as a list of rooms, and a booking with one thumb', async ({ visit }) => {
  const page = await visit({ as: 'membre.racines', width: 390, height: 844, isTouch: true });
  await page.goto(`/${SPACE}/today`);
  await expect(page.getByRole('heading', { level: 1, name: /mardi 24 novembre/i })).toBeVisible();
  await thumb(page, page.getByRole('navigation').getByRole('link', { name: say('shell.nav.agenda') }));

  const salon = page.getByRole('region', { name: 'Petit salon' });
  await expect(salon).toContainText('Libre jusqu’à 15:30');
  await thumb(page, salon.getByRole('button', { name: say('booking.agenda.bookRoom', { room: 'Petit salon' }) }));
  const panel = new Panel(page);
  await panel.title.fill('Un mot à deux');
  await expect(panel.from).toHaveValue('14:00');
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await thumb(page, panel.save);
  await expect(salon.getByRole('button', { name: /Un mot à deux/ })).toBeVisible();
  await sidewaysScroll(page);
});

/** Taps, and sees that the thumb has room: 44 px. */
async function thumb(page: Page, target: ReturnType<Page['locator']>): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44);
  await target.tap();
}

async function sidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}
