import type { Room } from '@bota/spaces/domain';
import { Agenda } from '../support/agenda';
import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');
/** Of its own, on a day of its own. */
const [ROOM, DAY] = ['Salle d’attente', '2027-05-12'];
const TITLE = 'Répétition générale';

test('a taken room is waited for; when it is given back the member is offered it and confirms', async ({ visit, caretaker }) => {
  const coordination = await caretaker('coordination');
  await coordination.send<Room>(`/api/spaces/${SPACE}/rooms`, { name: ROOM, capacity: 30 });
  const neighbour = await caretaker('membre.vaart');
  const taker = await neighbour.book({ rooms: [ROOM], title: 'Huurdersdag', start: `${DAY}T10:00`, end: `${DAY}T12:00` });

  const page = await visit({ as: 'membre.racines' });
  await new Agenda(page).open(`date=${DAY}&book=1`);
  const panel = new Panel(page);
  await panel.choose(say('booking.book.rooms'), ROOM);
  await page.keyboard.press('Escape');
  await panel.day.fill('12/5/2027');
  await panel.times('10:00', '12:00');
  await expect(panel.verdict).toContainText('Occupée par Vrije Vaart vzw');
  await panel.title.fill(TITLE);
  await panel.root.getByRole('button', { name: say('booking.waitlist.act') }).click();
  await expect(page.getByText(say('booking.waitlist.joined', { title: TITLE }))).toBeVisible();

  const house = await visit({ as: 'coordination' });
  await house.goto(`/${SPACE}/house/requests`);
  await expect(house.locator('b75-waiting-row').filter({ hasText: TITLE })).toContainText(say('booking.waitlist.first'));
  await page.goto(`/${SPACE}/today`);
  const mine = page.locator('b75-waiting-row').filter({ hasText: TITLE });
  await expect(mine).toContainText(ROOM);

  await neighbour.send(`/api/spaces/${SPACE}/bookings/${taker.id}/cancellation`, {});
  await mine.getByRole('link', { name: say('booking.waitlist.answer') }).click();
  await page.getByRole('button', { name: say('booking.standing.confirm') }).click();
  await expect(page.getByText(say('booking.standing.done', { title: TITLE }))).toBeVisible();
  await house.goto(`/${SPACE}/house/requests`);
  await expect(house.locator('b75-waiting-row').filter({ hasText: TITLE })).toHaveCount(0);
});
