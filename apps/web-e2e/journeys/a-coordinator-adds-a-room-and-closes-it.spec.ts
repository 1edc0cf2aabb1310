import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');
const ROOM = 'Salle du Tilleul';

test('a room is added, booked, closed for a day: what is booked is shown before, and says it afterwards', async ({ visit, caretaker }) => {
  const page = await visit({ as: 'coordination' });
  await page.goto(`/${SPACE}/house/rooms`);
  await page.getByRole('link', { name: say('manage.rooms.add') }).click();
  await page.getByRole('button', { name: say('manage.room.add'), exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: say('manage.room.nameNeeded') })).toBeVisible();
  await page.getByLabel(say('manage.room.name'), { exact: true }).fill(ROOM);
  await page.getByLabel(say('manage.room.capacity')).fill('18');
  await page.reload();
  await expect(page.getByLabel(say('manage.room.name'), { exact: true })).toHaveValue(ROOM);
  await page.getByRole('button', { name: say('manage.room.add'), exact: true }).click();
  await expect(page.getByRole('link', { name: ROOM })).toBeVisible();

  const member = await caretaker('membre.racines');
  const booking = await member.book({ rooms: [ROOM], title: 'Tilleul en fleurs', start: '2027-07-06T10:00', end: '2027-07-06T12:00' });

  await page.getByRole('link', { name: say('house.nav.closures') }).click();
  await page.getByLabel(say('manage.closures.rooms')).click();
  await page.getByLabel(ROOM).click();
  for (const id of ['closure-from', 'closure-to']) {
    await page.locator(`#${id}`).fill('6/7/2027');
    await page.locator(`#${id}`).blur();
  }
  await expect(page.locator('b75-affected-choices').getByRole('link', { name: 'Tilleul en fleurs' })).toBeVisible();
  await page.getByRole('button', { name: say('manage.closures.close') }).click();
  await expect(page.locator('b75-closures li').filter({ hasText: ROOM })).toBeVisible();

  await page.goto(`/${SPACE}/bookings/${booking.id}`);
  await expect(page.getByText(say('booking.details.inClosure'))).toBeVisible();

  await page.goto(`/${SPACE}/house/rooms`);
  await page.getByRole('link', { name: ROOM }).click();
  await page.getByRole('button', { name: say('manage.room.archiving.act') }).click();
  await expect(page.locator('b75-affected-list').getByRole('link', { name: 'Tilleul en fleurs' })).toBeVisible();
});
