import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');
const label = 'J-77';

test('a key is added, handed out to a member, taken back, and remembers who had it', async ({ visit }) => {
  const page = await visit({ as: 'coordination' });
  await page.goto(`/${SPACE}/house/keys`);
  await page.getByRole('button', { name: say('house.keys.add') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('house.keys.label')).fill(label);
  await dialog.getByLabel(say('house.keys.opens')).fill('Local vélos');
  await dialog.getByRole('button', { name: say('house.keys.save') }).click();

  await page.getByLabel(say('house.keys.search')).fill('velos');
  const row = page.locator('[b75-key-row]');
  await expect(row).toHaveCount(1);
  await row.getByRole('button', { name: say('house.keys.named.handOut', { label }) }).click();
  await dialog.getByLabel(say('house.keys.to')).selectOption({ label: 'Racines & Finances' });
  await dialog.getByLabel(say('house.keys.person')).selectOption({ label: 'Membre, Racines & Finances' });
  await dialog.getByRole('button', { name: say('house.keys.act.handOut') }).click();
  await expect(row).toContainText('Membre, Racines & Finances');

  const admin = await visit({ as: 'admin.racines', reads: 'fr', process: 1 });
  await admin.goto(`/${SPACE}/residents/racines-demo`);
  await expect(admin.locator('b75-held-keys')).toContainText(label);

  await row.getByRole('button', { name: say('house.keys.named.takeBack', { label }) }).click();
  await expect(page.getByText(say('house.keys.said.returned', { label }))).toBeVisible();
  await expect(row.getByRole('button', { name: say('house.keys.named.handOut', { label }) })).toBeVisible();
  await row.getByRole('button', { name: say('house.keys.named.more', { label }) }).click();
  await page.getByRole('menuitem', { name: say('house.keys.act.history') }).click();
  await expect(dialog).toContainText('Membre, Racines & Finances');
  await admin.reload();
  await expect(admin.getByRole('heading', { level: 1, name: 'Racines & Finances' })).toBeVisible();
  await expect(admin.locator('b75-held-keys')).not.toContainText(label);
});
