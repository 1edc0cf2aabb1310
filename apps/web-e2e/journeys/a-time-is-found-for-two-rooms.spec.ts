import type { Room } from '@bota/spaces/domain';
import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');
const DAY = '2027-06-10';

test('a time is found for two rooms and a colleague, and booked in one press', async ({ visit, caretaker }) => {
  const coordination = await caretaker('coordination');
  const [east, west] = ['Aile est', 'Aile ouest'];
  for (const name of [east, west]) await coordination.send<Room>(`/api/spaces/${SPACE}/rooms`, { name, capacity: 10 });
  const colleague = await caretaker('admin.racines');
  const wish = { visibility: 'private' as const };
  await colleague.book({ rooms: [west], title: 'Entretiens', start: `${DAY}T09:00`, end: `${DAY}T10:00`, ...wish });
  await colleague.book({ rooms: ['Cabine'], title: 'Appel de la banque', start: `${DAY}T10:30`, end: `${DAY}T12:00`, ...wish });

  const page = await visit({ as: 'membre.racines' });
  await page.goto(`/${SPACE}/rooms`);
  await page.getByRole('link', { name: say('rooms.time.title') }).click();
  await expect(page.getByRole('heading', { name: say('rooms.time.begin') })).toBeVisible();
  await page.goto(`/${SPACE}/rooms/find-time?first=${DAY}&last=${DAY}&from=09:00&to=14:00`);
  await page.getByRole('combobox', { name: say('rooms.time.rooms') }).click();
  for (const name of [east, west]) await page.getByRole('option', { name, exact: true }).click();
  await page.keyboard.press('Escape');
  const times = page.locator('b75-time-results li');
  await expect(times.first()).toContainText('10:00–11:00');
  await expect(times.first()).toContainText('Aile est et Aile ouest');

  await page.getByRole('combobox', { name: say('rooms.time.with') }).click();
  await page.getByRole('option', { name: colleague.name, exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(times.first()).toContainText('12:00–13:00');
  await expect(page.getByText(/Appel de la banque/)).toBeHidden();

  await times.first().getByRole('link').click();
  const panel = new Panel(page);
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await panel.title.fill('Les deux ailes');
  await panel.save.click();
  await expect(page.getByText(say('booking.booked', { title: 'Les deux ailes' }))).toBeVisible();
});
