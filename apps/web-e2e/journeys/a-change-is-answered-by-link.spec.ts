import { emailOf, SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { linkTo } from '../support/outbox';
import { words } from '../support/words';

const say = words('fr');
const TITLE = 'Relecture du rapport';

test('who booked says by the link of the letter that a change does not suit, and the coordination sees to it', async ({
  visit,
  caretaker,
}) => {
  const admin = await caretaker('admin.racines');
  const booking = await admin.book({ title: TITLE, rooms: ['Cabine'], start: '2027-06-15T08:00', end: '2027-06-15T09:00' });
  const coordination = await caretaker('coordination');
  await coordination.changeDate(booking, 0, { start: '2027-06-15T17:00', end: '2027-06-15T18:00' });

  const page = await visit();
  const link = await linkTo(coordination, emailOf('admin.racines'), 'booking-changed');
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByText(/17:00.?–.?18:00/)).toBeVisible();
  await expect(page).not.toHaveURL(/#/);
  await page.getByLabel(say('reply.note')).fill('Je garde mes enfants à cette heure-là');
  await page.getByRole('button', { name: say('reply.act.declined'), exact: true }).click();
  await expect(page.getByRole('heading', { name: say('reply.done.declined') })).toBeVisible();

  const house = await visit({ as: 'coordination', reads: 'fr' });
  await house.goto(`/${SPACE}/house`);
  const task = house.locator('b75-task-list li').filter({ hasText: TITLE });
  await task.getByRole('link').first().click();
  const bar = house.locator('b75-booking-replies');
  await expect(bar).toContainText('Je garde mes enfants');
  await bar.getByRole('button', { name: say('reply.settle') }).click();
  await expect(bar.getByText(say('reply.settled'))).toBeVisible();
  await house.goto(`/${SPACE}/house`);
  await expect(house.locator('b75-waiting h2').first()).toBeVisible();
  await expect(task).toHaveCount(0);

  // A later change asks anew: the old link says so.
  await coordination.changeDate(await coordination.booking(booking.id), 0, { start: '2027-06-15T12:00', end: '2027-06-15T13:00' });
  await page.goto(link);
  await expect(page.getByRole('heading', { name: say('reply.end.changed') })).toBeVisible();
});

test('who is asked answers on the page of the booking too', async ({ visit, caretaker }) => {
  const member = await caretaker('membre.racines');
  const booking = await member.book({ title: 'Bilan de mi-année', rooms: ['Cabine'], start: '2027-06-16T08:00', end: '2027-06-16T09:00' });
  await (await caretaker('coordination')).changeDate(booking, 0, { start: '2027-06-16T17:00', end: '2027-06-16T18:00' });
  const page = await visit({ as: 'membre.racines', reads: 'fr' });
  await page.goto(`/${SPACE}/bookings/${booking.id}`);
  const bar = page.locator('b75-booking-replies');
  await bar.getByRole('button', { name: say('reply.act.accepted'), exact: true }).click();
  await expect(bar).toContainText(say('reply.mine.accepted'));
  await expect(bar.getByRole('button', { name: say('reply.again') })).toBeVisible();
});
