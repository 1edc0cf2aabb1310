import { emailOf } from '../support/house';
import { expect, test } from '../support/journey';
import { startProvider } from '../support/provider';
import { serveHouse } from '../support/serve-house';
import { words } from '../support/words';

const say = words('fr');
const name = 'la Fédération';

test('a member signs in at the provider of the house, unlinks it, and is told when it does not answer', async ({ visit }) => {
  test.setTimeout(120_000);
  const provider = await startProvider(name);
  const house = await serveHouse(1, provider.env);
  try {
    const page = await visit({ at: house.urls[0], through: provider.issuer });
    const enter = page.getByRole('link', { name: say('people.ways.provider', { name }) });
    await page.goto('/sign-in?return=%2Faccount');
    await enter.click();
    await page.getByLabel('Subject').fill('m-1');
    await page.getByLabel('E-mail').fill(emailOf('membre.racines'));
    await page.getByLabel('Verified').check();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(/\/account$/);
    await expect(page.getByText(emailOf('membre.racines'))).toBeVisible();

    const identity = page.locator('b75-identity-list li');
    await expect(identity).toContainText(name);
    await identity.getByRole('button').click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: say('account.identities.unlink') })
      .click();
    await expect(identity).toHaveCount(0);

    provider.close();
    await page.evaluate(() => fetch('/api/auth/session', { method: 'DELETE' }));
    await page.goto('/sign-in?return=%2Faccount');
    await enter.click();
    await expect(page.getByRole('alert').filter({ hasText: say('people.problem.provider/unreachable') })).toBeVisible();
    await expect(page.getByRole('button', { name: say('people.signIn.submit') })).toBeVisible();
    // Before its house goes: what a page still asks for then would be refused.
    await page.close();
  } finally {
    provider.close();
    await house.close();
  }
});
