import type { Room } from '@bota/spaces/domain';
import { Agenda } from '../support/agenda';
import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');
const DAY = '2027-06-08';
/** Nothing else in the house has both. */
const WHAT = ['stage', 'blackout'];

test('a room is found by what one needs, and booked in one press with everything filled in', async ({ visit, caretaker }) => {
  const coordination = await caretaker('coordination');
  const name = 'Verrière';
  await coordination.send<Room>(`/api/spaces/${SPACE}/rooms`, { name, capacity: 25, features: WHAT, rules: { leadMinutes: 30 } });
  const page = await visit({ as: 'membre.racines' });
  await page.goto(`/${SPACE}/rooms?date=${DAY}`);
  await page.getByLabel(say('rooms.find.people')).fill('22');
  for (const feature of WHAT) await page.getByRole('option', { name: say(`spaces.feature.${feature}`) }).click();
  await expect(page).toHaveURL(/features=stage,blackout|features=stage%2Cblackout/);
  await page.getByRole('combobox', { name: say('rooms.find.from') }).click();
  await page.getByRole('option', { name: '14:00', exact: true }).click();
  await page.getByRole('combobox', { name: say('rooms.find.duration') }).click();
  await page.getByRole('option', { name: /^2\sheures$/ }).click();
  const row = page.locator('[b75-finding-row]').filter({ hasText: name });
  await expect(row).toContainText('22 personnes');

  // The same thing for whoever opens the address later.
  const address = page.url();
  await page.reload();
  await row.getByRole('link', { name: say('rooms.find.bookRoom', { room: name, range: '14:00–16:00' }) }).click();
  const panel = new Panel(page);
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await expect(panel.from).toHaveValue('14:00');
  await expect(panel.to).toHaveValue('16:00');
  await expect(panel.root.getByLabel(say('booking.book.people'), { exact: true })).toHaveValue('22');
  await panel.title.fill('Répétition générale');
  await panel.save.click();
  await expect(page.getByText(say('booking.booked', { title: 'Répétition générale' }))).toBeVisible();
  await new Agenda(page).reveal('Répétition générale');

  await page.goto(address);
  await expect(row).toContainText('Libre 16:00–');
  await page.goto(`${address}&to=16:00`);
  await expect(row).toContainText(/Occupée par Racines.* jusqu’à 16:00/);
  await expect(row.getByRole('link', { name: /^Réserver Verrière, / })).toBeVisible();
});

test('a visitor finds rooms and is not told by whom they are taken', async ({ visit }) => {
  const page = await visit();
  await page.goto(`/${SPACE}/rooms?people=500&date=${DAY}`);
  await expect(page.getByRole('heading', { name: say('rooms.find.none') })).toBeVisible();
  await page.getByRole('button', { name: say('rooms.find.fewer', { n: 80 }) }).click();
  await expect(page).toHaveURL(/people=80/);
});
