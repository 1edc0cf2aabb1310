import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');
const TITLE = 'Tri des archives';

test('the bell rings while one looks elsewhere, the change is read, and its page opens', async ({ visit, caretaker }) => {
  const member = await caretaker('membre.vaart');
  const booking = await member.book({ title: TITLE, rooms: ['Cabine'], start: '2026-12-03T06:15', end: '2026-12-03T06:45' });
  const page = await visit({ as: 'membre.vaart', reads: 'fr', process: 1 });
  await page.goto(`/${SPACE}/rooms`);
  const bell = page.locator('b75-bell a');
  await expect(bell).toHaveAttribute('aria-label', new RegExp(`^${say('shell.notifications.title')}`));
  const before = await bell.getAttribute('aria-label');

  const coordination = await caretaker('coordination');
  await coordination.send(`/api/spaces/${SPACE}/bookings/${booking.id}/cancellation`, { reason: 'Fuite d’eau' });
  await expect(bell).not.toHaveAttribute('aria-label', before ?? '', { timeout: 2000 });

  await bell.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('notifications.title'));
  const row = page.getByRole('listitem').filter({ hasText: TITLE });
  await expect(row).toContainText('Fuite d’eau');
  await expect(row).toContainText(say('notifications.new'));
  await row.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/${SPACE}/bookings/${booking.id}$`));
  await page.goBack();
  await expect(page.getByRole('listitem').filter({ hasText: TITLE })).not.toContainText(say('notifications.new'));

  await page.getByRole('link', { name: say('notifications.choose') }).click();
  const way = page.getByLabel(say('preferences.family.closures'));
  await way.selectOption(say('preferences.way.digest'));
  await expect(page.getByText(say('preferences.done'))).toBeVisible();
  await page.reload();
  await expect(way).toHaveValue('digest');
  await expect(page.getByLabel(say('preferences.digest.label'))).toBeVisible();
});
