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

test('of a series the page says how it repeats, and asks about each date that moved by itself', async ({ visit, caretaker }) => {
  const member = await caretaker('membre.racines');
  const wish = { title: 'Chorale du quartier', rooms: ['Cabine'], start: '2027-06-17T08:00', end: '2027-06-17T09:00' };
  const booking = await member.book({ ...wish, recurrence: { rrule: 'FREQ=WEEKLY;COUNT=4' } });
  const coordination = await caretaker('coordination');
  const moved = await coordination.change(booking, { start: '2027-06-17T17:00', end: '2027-06-17T18:00' });
  const page = await visit();
  await page.goto(await linkTo(coordination, emailOf('membre.racines'), 'booking-changed'));
  await expect(page.locator('b75-reply .facts')).toContainText(/Chaque semaine, 4 fois \(4 dates à venir\)/);
  await expect(page.locator('b75-reply .facts')).toContainText(/Prochaine date.: jeudi 17 juin 2027/);

  await coordination.changeDate(moved, 2, { start: '2027-07-01T20:00', end: '2027-07-01T21:00' });
  const own = await visit({ as: 'membre.racines', reads: 'fr' });
  await own.goto(`/${SPACE}/bookings/${booking.id}`);
  const bar = own.locator('b75-booking-replies');
  await expect(bar.locator('b75-reply-form')).toHaveCount(2);
  await bar
    .locator('b75-reply-form')
    .nth(1)
    .getByRole('button', { name: say('reply.act.declined'), exact: true })
    .click();
  await expect(bar).toContainText(say('reply.mine.declined'));
  await expect(bar).toContainText(/Jeudi 1er juillet 2027, 20:00/);
  await expect(bar.locator('b75-reply-form')).toHaveCount(1);
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
