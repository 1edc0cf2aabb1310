import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');

test('a room is moved on the plan by mouse and by arrow keys, and lies there afterwards', async ({ visit }) => {
  const page = await visit({ as: 'coordination' });
  await page.goto(`/${SPACE}/house/plan?floor=3`);
  const box = page.locator('b75-plan-editor .box').filter({ hasText: 'Atelier' });
  const from = await box.boundingBox();
  if (!from) throw new Error('The box is not drawn.');
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y + 20, { steps: 6 });
  await page.mouse.up();
  const left = page.getByLabel(say('manage.plan.x'));
  await expect(left).not.toHaveValue('10');
  const dropped = Number(await left.inputValue());
  await box.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(left).toHaveValue(String(dropped - 1));
  await page.getByRole('button', { name: say('manage.plan.save') }).click();
  await expect(page.getByText(say('manage.plan.saved'))).toBeVisible();
  await page.reload();
  await box.click();
  await expect(left).toHaveValue(String(dropped - 1));
});
