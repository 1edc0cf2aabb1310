import { type Page } from '@playwright/test';
import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');
const rows = (page: Page) => page.locator('b75-row-list li');
const row = (page: Page, n: number) => rows(page).filter({ has: page.getByText(say('import.row', { n }), { exact: true }) });

/** As a spreadsheet of 2003 saves it: Latin-1, semicolons, a title, blank rows, a column nobody recognises. */
const people = (mark: string) =>
  [
    'Membres à inviter;;;;',
    ';;;;',
    'Qui;Courriel;Association;Langue;',
    `Zoé Crème;ZOE.${mark}@example.org ;RACINES & FINANCES;FR;`,
    ';;;;',
    `Pieter;Pieter <pieter.${mark}@example.org>;Vrije Vaart;NL;`,
    `Zoé;zoe.${mark}@example.org;Racines & Finances;;`,
    `Inconnue;inconnue.${mark}@example.org;Ailleurs;;`,
    ';;;;',
  ].join('\r\n');

const choose = (page: Page, text: string) =>
  page
    .getByLabel(say('import.file'))
    .setInputFiles({ name: 'membres.csv', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from(text, 'latin1') });

test('a coordinator imports a messy sheet of people: maps a column, reads the report, confirms, then sends the letters', async ({
  visit,
}) => {
  const mark = crypto.randomUUID().slice(0, 8);
  const page = await visit({ as: 'coordination' });
  await page.goto(`/${SPACE}/house/import`);
  await page.getByRole('radio', { name: say('import.kind.people'), exact: true }).check();
  await expect(page).toHaveURL(/kind=people/);
  await choose(page, people(mark));

  await expect(row(page, 4)).toContainText(`zoe.${mark}@example.org`);
  await page.getByLabel('Qui', { exact: true }).selectOption({ label: 'Nom complet' });
  await expect(row(page, 4).locator('.t')).toHaveText('Zoé Crème');
  await expect(row(page, 7)).toContainText(say('import.duplicateOf', { n: 4 }));
  await expect(row(page, 8)).toContainText(say('import.rule.organisation-unknown'));
  await page.getByText(say('import.state.refused')).click();
  await expect(rows(page)).toHaveCount(1);

  await page.getByLabel(say('import.invite.later')).check();
  await page.getByRole('button', { name: say('import.confirm.other', { n: 2 }) }).click();
  await expect(page.getByText(say('import.done.other', { n: 2 }))).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: say('import.download') }).click();
  expect((await downloading).suggestedFilename()).toMatch(/^import-\d{4}-\d{2}-\d{2}\.csv$/);

  const waiting = page.locator('b75-held-people');
  await expect(waiting).toContainText('Zoé Crème');
  await waiting.getByRole('button').click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Envoyer/ })
    .click();
  await expect(waiting).toBeEmpty();
  await page.goto(`/${SPACE}/house/letters`);
  await expect(page.locator('b75-outbox li').filter({ hasText: `pieter.${mark}@example.org` })).toBeVisible();
});

test('cells of organisations are pasted from a spreadsheet, and what is there already does not change', async ({ visit }) => {
  const name = `Atelier ${crypto.randomUUID().slice(0, 8)}`;
  const cells = `Nom\tForme\tDu\n${name}\tcoopérative\t01/02/2027\n`;
  const page = await visit({ as: 'coordination' });
  await page.goto(`/${SPACE}/house/import`);
  const paste = async () => {
    await page.getByText(say('import.paste'), { exact: true }).click();
    await page.getByLabel(say('import.pasteHint')).fill(cells);
    await page.getByRole('button', { name: say('import.read') }).click();
  };
  await paste();
  await expect(row(page, 2)).toContainText(say('import.stateOf.created'));
  await page.getByRole('button', { name: say('import.confirm.one') }).click();
  await expect(page.getByText(say('import.done.one'))).toBeVisible();
  await page.getByRole('button', { name: say('import.again') }).click();
  await paste();
  await expect(row(page, 2)).toContainText(say('import.stateOf.unchanged'));
  await expect(page.getByText(say('import.nothing'))).toBeVisible();
});
