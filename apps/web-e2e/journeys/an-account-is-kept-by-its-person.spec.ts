import { readFile } from 'node:fs/promises';
import { SPACE } from '../support/house';
import { invite, openAccount, OWN_PASSWORD } from '../support/invite';
import { expect, type Page, test } from '../support/journey';
import { linkTo } from '../support/outbox';
import { words } from '../support/words';

const say = words('fr');

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in?return=%2Faccount');
  await page.getByLabel(say('people.signIn.email')).fill(email);
  await page.getByLabel(say('people.signIn.password'), { exact: true }).fill(OWN_PASSWORD);
  await page.getByRole('button', { name: say('people.signIn.submit') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('account.title') })).toBeVisible();
}

test('a person changes their name, ends another session, takes their data along and erases the account', async ({ visit, caretaker }) => {
  const email = 'camille.part@bota75.example';
  await openAccount(await invite(await caretaker('coordination'), email), 'Camille');
  const elsewhere = await visit({ process: 1 });
  await signIn(elsewhere, email);
  const page = await visit();
  await signIn(page, email);

  await page.getByLabel(say('account.name.label')).fill('Camille Dubois');
  await page.getByRole('button', { name: say('account.name.submit') }).click();
  await expect(page.getByText(say('account.name.done'))).toBeVisible();
  await page.goto(`/${SPACE}/today`);
  await page.getByRole('button', { name: /mon compte, Camille Dubois/ }).click();
  await page.getByRole('menuitem', { name: say('shell.account.mine') }).click();

  const browsers = page.locator('b75-session-list li').filter({ hasText: 'Chrome' });
  await expect(browsers).toHaveCount(2);
  await expect(browsers.first()).toContainText(say('account.sessions.this'));
  await browsers.nth(1).getByRole('button').click();
  await expect(browsers).toHaveCount(1);
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/sign-in/);

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: say('account.data.download') }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('mes-donnees-bota75-2026-11-24.json');
  expect(await readFile(await file.path(), 'utf8')).toContain('Camille Dubois');

  await page.getByRole('button', { name: say('account.erasure.open') }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox').fill('autre@bota75.example');
  await dialog.getByRole('button', { name: say('account.erasure.act') }).click();
  await expect(dialog.getByText(say('account.erasure.other'))).toBeVisible();
  await dialog.getByRole('textbox').fill(email);
  await dialog.getByRole('button', { name: say('account.erasure.act') }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(page.getByText(say('account.erasure.done'))).toBeVisible();
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?return=/);
});

test('a link from a letter signs in once, without a password', async ({ visit, caretaker }) => {
  const coordination = await caretaker('coordination');
  const email = 'sacha.lien@bota75.example';
  await openAccount(await invite(coordination, email), 'Sacha');
  const page = await visit();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: say('people.link.ask') }).click();
  await page.getByLabel(say('people.signIn.email')).fill(email);
  await page.getByRole('button', { name: say('people.link.submit') }).click();
  await expect(page.getByText(say('people.link.sent', { email }))).toBeVisible();

  const link = await linkTo(coordination, email, 'sign-in-link');
  const opened = await visit(); // a letter opens a tab of its own
  await opened.goto(link);
  await expect(opened).toHaveURL(new RegExp(`/${SPACE}/today$`));

  const again = await visit();
  await again.goto(link);
  await expect(again.getByRole('alert').filter({ hasText: say('people.problem.link/over') })).toBeVisible();
  await expect(again).toHaveURL(/\/sign-in$/);
  await expect(again.getByRole('button', { name: say('people.link.submit') })).toBeVisible();
});
