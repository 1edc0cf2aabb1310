import { invite, openAccount, OWN_PASSWORD } from '../support/invite';
import { expect, type Page, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');

/** A phone that keeps passkeys and knows the finger of its owner, as Chromium plays it. */
async function withPhone(page: Page) {
  const browser = await page.context().newCDPSession(page);
  await browser.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  } as const;
  const { authenticatorId } = await browser.send('WebAuthn.addVirtualAuthenticator', { options });
  const touch = (enabled: boolean) => browser.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
  return { touch };
}

async function leave(page: Page): Promise<void> {
  await page.evaluate(() => fetch('/api/auth/session', { method: 'DELETE' }));
  await page.goto('/sign-in?return=%2Faccount');
}

test('a passkey is added, signs in without password, and is removed', async ({ visit, caretaker }) => {
  const email = 'noa.passkey@bota75.example';
  await openAccount(await invite(await caretaker('coordination'), email), 'Noa');
  const page = await visit();
  const phone = await withPhone(page);
  await phone.touch(true);
  await page.goto('/sign-in?return=%2Faccount');
  await page.getByLabel(say('people.signIn.email')).fill(email);
  await page.getByLabel(say('people.signIn.password'), { exact: true }).fill(OWN_PASSWORD);
  await page.getByRole('button', { name: say('people.signIn.submit') }).click();

  await page.getByRole('button', { name: say('account.passkeys.add') }).click();
  const name = 'Chrome sur Linux';
  const row = page.locator('[b75-passkey-row]');
  await expect(page.getByText(say('account.passkeys.added', { name }))).toBeVisible();
  await expect(row).toContainText(name);
  await page.getByRole('button', { name: say('account.passkeys.rename', { name }) }).click();
  await page.getByLabel(say('account.passkeys.name')).fill('Téléphone');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('Téléphone');
  // The device has one already, and says so.
  await page.getByRole('button', { name: say('account.passkeys.add') }).click();
  await expect(page.getByRole('alert').filter({ hasText: say('account.passkeys.known') })).toBeVisible();

  // Chromium's stand-in takes the suggestion in the e-mail field by itself.
  await leave(page);
  await expect(page).toHaveURL(/\/account$/);
  // Where a browser suggests nothing, there is the button.
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });
  await leave(page);
  await page.getByRole('button', { name: say('people.ways.passkey') }).click();
  await expect(page).toHaveURL(/\/account$/);
  await expect(row).toContainText(/utilisée/);

  await page.getByRole('button', { name: say('account.passkeys.remove', { name: 'Téléphone' }) }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: say('account.passkeys.removeAct') })
    .click();
  await expect(row).toHaveCount(0);
});
