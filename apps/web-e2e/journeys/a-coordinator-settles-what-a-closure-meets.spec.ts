import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');
const ROOM = 'Salle de l’Érable';
const OTHER = 'Salle du Charme';
const act = (name: string) => say(`manage.choices.act.${name}`);

test('bookings in the way of a closure are kept, cancelled with a message or moved, in one go, by the keyboard too', async ({
  visit,
  caretaker,
}) => {
  const coordination = await caretaker('coordination');
  for (const name of [ROOM, OTHER]) await coordination.send(`/api/spaces/${SPACE}/rooms`, { name, capacity: 12 });
  const member = await caretaker('membre.racines');
  const on = (title: string, hours: [string, string]) =>
    member.book({ title, rooms: [ROOM], attendees: 8, start: `2027-08-11T${hours[0]}`, end: `2027-08-11T${hours[1]}` });
  const kept = await on('Érable gardé', ['09:00', '10:00']);
  const gone = await on('Érable annulé', ['11:00', '12:00']);
  const moved = await on('Érable déplacé', ['14:00', '15:00']);

  const page = await visit({ as: 'coordination', width: 390, height: 844 });
  await page.goto(`/${SPACE}/house/closures`);
  await page.getByLabel(say('manage.closures.rooms')).click();
  await page.getByLabel(ROOM).click();
  for (const id of ['closure-from', 'closure-to']) {
    await page.locator(`#${id}`).fill('11/8/2027');
    await page.locator(`#${id}`).blur();
  }
  const row = (title: string) => page.locator('b75-affected-choices li').filter({ hasText: title });
  await expect(row('Érable gardé').getByRole('radio', { name: act('keep') })).toBeChecked();
  await row('Érable annulé')
    .getByRole('radio', { name: act('keep') })
    .focus();
  await page.keyboard.press('ArrowRight');
  await expect(row('Érable annulé').getByRole('radio', { name: act('cancel') })).toBeChecked();
  await row('Érable déplacé').getByText(act('move'), { exact: true }).click();
  const place = row('Érable déplacé').getByRole('combobox');
  await place.selectOption({ label: OTHER });
  await page.getByLabel(say('manage.choices.message')).fill('Le parquet est poncé.');
  await expect(page.locator('.sum')).toHaveText('1 gardée, 1 annulée, 1 déplacée');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  // Somebody takes the place meanwhile: nothing is written, and the row says so.
  const neighbour = await caretaker('membre.vaart');
  const rival = await neighbour.book({ title: 'Charme pris', rooms: [OTHER], start: '2027-08-11T14:30', end: '2027-08-11T15:30' });
  const close = async () => {
    await page.getByRole('button', { name: say('manage.closures.close') }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: say('manage.choices.confirm.act') })
      .click();
  };
  await close();
  await expect(row('Érable déplacé').getByRole('alert')).toContainText(OTHER);
  expect((await coordination.booking(gone.id)).status).toBe('confirmed');
  await coordination.send(`/api/spaces/${SPACE}/bookings/${rival.id}/cancellation`, {});
  await row('Érable déplacé').getByRole('combobox').selectOption({ index: 1 });
  await close();
  await expect(page.locator('b75-closures li.row').filter({ hasText: ROOM })).toBeVisible();

  expect([(await coordination.booking(kept.id)).status, (await coordination.booking(gone.id)).status]).toEqual(['confirmed', 'cancelled']);
  const { start, roomIds } = await coordination.booking(moved.id);
  expect([start, roomIds]).not.toEqual([moved.start, moved.roomIds]);
  const told = await visit({ as: 'membre.racines', reads: 'fr' });
  await told.goto(`/${SPACE}/notifications`);
  const note = told.getByRole('listitem').filter({ hasText: 'Érable annulé' });
  await expect(note).toContainText('Le parquet est poncé.');
  await expect(note).toContainText('Érable déplacé');
});
