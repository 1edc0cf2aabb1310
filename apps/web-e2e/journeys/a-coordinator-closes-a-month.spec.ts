import { readFile } from 'node:fs/promises';
import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');
/** The admin of Racines reads English. */
const their = words('en');

test('a coordinator closes October, and an admin takes the statement home', async ({ visit }) => {
  const page = await visit({ as: 'coordination' });
  await page.goto(`/${SPACE}/house/charges`);
  const october = page.locator('b75-charges li').filter({ hasText: 'octobre 2026' });
  await expect(october).toContainText(say('charges.state.open'));
  await october.getByRole('button').click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText(say('charges.close.numbers'));
  await dialog.getByRole('button', { name: say('charges.close.act', { month: 'octobre 2026' }) }).click();
  await expect(october).toContainText(say('charges.state.closed'));
  await expect(october.getByRole('button')).toHaveCount(0);

  const admin = await visit({ as: 'admin.racines' });
  await admin.goto(`/${SPACE}/residents/racines-demo`);
  await admin.locator('b75-statement-list').getByRole('link', { name: 'October 2026' }).click();
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText(their('charges.statementOf', { month: 'October 2026' }));
  await expect(admin.locator('b75-statement table')).toContainText('Lost key');
  await expect(admin.locator('b75-statement b75-fee-form')).toHaveCount(0);
  const download = admin.waitForEvent('download');
  await admin.getByRole('link', { name: their('charges.pdf') }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^2026-\d{4}-racines-demo\.pdf$/);
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-');
});
