import type { Room } from '@bota/spaces/domain';
import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');
/** Of its own: the others are booked at once. */
const ROOM = 'Salle des fêtes';

test('a room comes to need approval; a member asks for it, and the coordination agrees', async ({ visit, caretaker }) => {
  const coordination = await caretaker('coordination');
  const { slug } = await coordination.send<Room>(`/api/spaces/${SPACE}/rooms`, { name: ROOM, capacity: 30 });
  const house = await visit({ as: 'coordination' });
  await house.goto(`/${SPACE}/house/rooms/${slug}/rules`);
  await house.getByLabel(say('manage.rules.approval.always')).check();
  await house.getByRole('button', { name: say('manage.save') }).click();
  await expect(house.getByText(say('manage.rules.saved', { room: ROOM }))).toBeVisible();

  const page = await visit({ as: 'membre.racines' });
  await page.goto(`/${SPACE}/agenda?view=day&date=2026-12-02&book=1`);
  await page.getByLabel(say('booking.book.name')).fill('Soirée des voisins');
  await page.getByLabel(say('booking.book.rooms')).click();
  await page.getByRole('option', { name: ROOM }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: say('booking.book.day') }).fill('2/12/2026');
  await page.getByRole('textbox', { name: say('booking.book.from'), exact: true }).fill('19:30');
  await page.getByRole('textbox', { name: say('booking.book.to'), exact: true }).fill('20:30');
  await expect(page.getByText(say('booking.book.needsApproval'))).toBeVisible();
  await page.getByRole('button', { name: say('booking.book.ask') }).click();
  await expect(page.getByText(say('booking.asked', { title: 'Soirée des voisins' }))).toBeVisible();

  await house.goto(`/${SPACE}/today`);
  await house
    .getByRole('link', { name: say('waiting.act.booking-request') })
    .first()
    .click();
  const card = house.getByRole('article').filter({ hasText: 'Soirée des voisins' });
  await card.getByLabel(say('requests.note')).fill('Avec plaisir');
  await card.getByRole('button', { name: say('requests.accept') }).click();
  await expect(house.getByText(say('requests.done.accept', { title: 'Soirée des voisins' }))).toBeVisible();
  await expect(card).toHaveCount(0);
});
