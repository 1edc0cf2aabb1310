import { SPACE } from '../support/house';
import { expect, type Page, test } from '../support/journey';
import { words } from '../support/words';

const day = '2027-05-25';
const secret = 'Zibeline';
const box = (page: Page, language: 'fr' | 'nl' = 'fr') => page.getByRole('combobox', { name: words(language)('search.title') });

test('Ctrl-K, a few letters, Enter: without a mouse to the page of a room, and on to booking it', async ({ visit }) => {
  const page = await visit({ as: 'membre.racines' });
  await page.goto(`/${SPACE}/today`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('canopee');
  await expect(page.getByRole('option', { selected: true })).toContainText('Salle Canopée');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/${SPACE}/rooms/salle-canopee$`));
  await expect(box(page)).toBeHidden();

  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('canopee');
  await page.getByRole('option', { name: words('fr')('search.book', { room: 'Salle Canopée' }) }).click();
  await expect(page.locator('b75-booking-panel')).toBeVisible();
});

test('the search is left by Escape, and nothing is found that is not there', async ({ visit }) => {
  const page = await visit({ as: 'membre.racines' });
  await page.goto(`/${SPACE}/today`);
  await page.getByRole('button', { name: words('fr')('shell.search') }).click();
  await box(page).fill('xyzzyx');
  await expect(page.getByText(words('fr')('search.none', { text: 'xyzzyx' }))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(box(page)).toBeHidden();
  await expect(page.getByRole('button', { name: words('fr')('shell.search') })).toBeFocused();
});

test('a private booking is found by its organisation alone', async ({ visit, caretaker }) => {
  const member = await caretaker('membre.racines');
  await member.book({
    ...{ rooms: ['Petit salon'], title: `Entretien ${secret}`, visibility: 'private' },
    ...{ start: `${day}T10:00`, end: `${day}T11:00` },
  });
  const own = await visit({ as: 'membre.racines' });
  await own.goto(`/${SPACE}/today`);
  await own.getByRole('button', { name: words('fr')('shell.search') }).click();
  await box(own).fill(secret.toLowerCase());
  await expect(own.getByRole('option').first()).toContainText(secret);

  const other = await visit({ as: 'membre.vaart', process: 1 });
  await other.goto(`/${SPACE}/today`);
  await other.getByRole('button', { name: words('nl')('shell.search') }).click();
  await box(other, 'nl').fill(secret.toLowerCase());
  await expect(other.getByText(words('nl')('search.none', { text: secret.toLowerCase() }))).toBeVisible();
});
