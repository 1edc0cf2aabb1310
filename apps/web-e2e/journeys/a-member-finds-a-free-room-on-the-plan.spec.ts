import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');

test('the plan says which room is free, floor by floor, and leads to it; with the keyboard as well', async ({ visit }) => {
  const page = await visit({ as: 'membre.racines' });
  await page.goto(`/${SPACE}/rooms`);
  await page.getByRole('link', { name: say('rooms.plan') }).click();
  await expect(page).toHaveURL(/\/plan$/);
  await page.getByRole('link', { name: 'Deuxième étage' }).click();
  await expect(page).toHaveURL(/floor=2/);
  const box = page.locator('b75-floor-plan').getByRole('link', { name: /^Salle Canopée, / });
  await expect(box).toBeVisible();
  await page.getByRole('link', { name: 'Premier étage' }).click();
  await expect(box).toBeHidden();
  const free = page.locator('b75-floor-plan .box.free').first();
  await expect(free).toHaveAttribute('aria-label', new RegExp(say('rooms.state.free')));
  const name = (await free.locator('.name').textContent()) ?? '';
  await free.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});
