import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');

test('an admin records a mandate, adds its evidence and ends it; a member sees all of it', async ({ visit }) => {
  const page = await visit({ as: 'admin.racines', reads: 'fr' });
  await page.goto(`/${SPACE}/residents/racines-demo`);
  const mandates = page.locator('b75-mandates');
  await mandates.getByRole('button', { name: say('mandates.add') }).click();
  await mandates.getByLabel(say('mandates.form.person')).selectOption({ label: 'Membre, Racines & Finances' });
  await mandates.getByLabel(say('mandates.form.scope')).fill('Achat de matériel');
  await mandates.getByLabel(say('mandates.form.ceiling')).fill('1 250');
  await mandates.getByLabel(say('mandates.form.joint')).selectOption('one-of');
  await mandates.getByRole('checkbox', { name: 'Administration, Racines & Finances' }).check();
  await mandates.getByRole('button', { name: say('mandates.form.submit') }).click();

  const mandate = mandates.locator('li').filter({ hasText: 'Achat de matériel' });
  await expect(mandate).toContainText(/Signe avec Administration, Racines & Finances, jusqu’à 1.250,00/);
  const file = { name: 'pv.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
  await mandate.locator('input[type=file]').setInputFiles(file);
  const [evidence] = await Promise.all([page.waitForEvent('download'), mandate.getByRole('link', { name: 'pv.pdf' }).click()]);
  expect(evidence.suggestedFilename()).toBe('pv.pdf');

  await mandate.getByRole('button', { name: /Mettre fin/ }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: say('mandates.end.act') })
    .click();
  await expect(mandate).toContainText(/au 24 novembre 2026/);

  const member = await visit({ as: 'membre.racines' });
  await member.goto(`/${SPACE}/residents/racines-demo`);
  await expect(member.locator('b75-mandates li').filter({ hasText: 'Achat de matériel' })).toContainText('pv.pdf');
  await expect(member.locator('b75-mandates').getByRole('button', { name: say('mandates.add') })).toHaveCount(0);
});
