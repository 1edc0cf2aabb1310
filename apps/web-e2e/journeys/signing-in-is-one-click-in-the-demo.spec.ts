import { emailOf, PASSWORD, SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');

test('a demo account is one click away, and signing out leads back', async ({ visit }) => {
  const page = await visit();
  await page.goto(`/${SPACE}/today`);
  await expect(page).toHaveURL(/\/sign-in\?return=/);
  await page.getByRole('button', { name: /Membre, Racines & Finances/ }).click();
  await expect(page).toHaveURL(new RegExp(`/${SPACE}/today$`));
  await expect(page.getByRole('heading', { level: 1, name: /mardi 24 novembre/i })).toBeVisible();

  await page.getByRole('button', { name: /mon compte/ }).click();
  await page.getByRole('menuitem', { name: say('shell.account.signOut') }).click();
  await expect(page.getByText(say('shell.account.signedOut'))).toBeVisible();
  await page.goto(`/${SPACE}/today`);
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a wrong password is explained, the address stays, and the right one opens', async ({ visit }) => {
  const page = await visit();
  await page.goto('/sign-in');
  const [email, password] = [
    page.getByLabel(say('people.signIn.email')),
    page.getByLabel(say('people.signIn.password'), { exact: true }),
  ] as const;
  await email.fill(emailOf('pilotage'));
  await password.fill('pas le bon');
  await page.getByRole('button', { name: say('people.signIn.submit') }).click();
  await expect(page.getByRole('alert').filter({ hasText: say('people.signIn.wrong') })).toBeVisible();
  await expect(email).toHaveValue(emailOf('pilotage'));
  await password.fill(PASSWORD);
  await password.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/${SPACE}/today$`));
});
