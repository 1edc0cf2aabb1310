import type { CalendarItem } from '@bota/booking/domain';
import { emailOf, SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { linkTo } from '../support/outbox';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');
const TITLE = 'Lecture à voix haute';
const ADA = 'ada@lecture.example';

test('whom one invites while booking answers by the link of the letter, and the booking says who comes', async ({ visit, caretaker }) => {
  const coordination = await caretaker('coordination');
  const page = await visit({ as: 'membre.racines', reads: 'fr' });
  await page.goto(`/${SPACE}/agenda?view=day&date=2027-06-17&book=1&room=cabine&start=2027-06-17T08:00&end=2027-06-17T09:00`);
  const panel = new Panel(page);
  await panel.title.fill(TITLE);
  const field = panel.root.locator('b75-participants-field');
  const typed = field.getByLabel(say('booking.participants.add'));
  await expect(typed).toBeHidden();
  await field.locator('summary').press('Enter');
  await typed.fill('pas une adresse');
  await typed.press('Enter');
  await panel.save.click();
  await expect(field.getByText(say('booking.form.addressUnread'))).toBeVisible();
  await typed.fill(`Ada Lovelace <${ADA}>, bo@lecture.example;cy@lecture.example`);
  await typed.press('Enter');
  await expect(field.getByRole('listitem')).toHaveText(['Ada Lovelace', 'bo@lecture.example', 'cy@lecture.example']);
  await field.getByRole('button', { name: say('booking.participants.drop', { name: 'cy@lecture.example' }) }).press('Enter');
  await expect(typed).toBeFocused();
  await panel.save.click();
  await expect(panel.root).toBeHidden();

  const guest = await visit();
  await guest.goto(await linkTo(coordination, ADA, 'participant-invited'));
  await expect(guest.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect(guest.getByText(/8:00.?–.?9:00/)).toBeVisible();
  await guest.getByLabel(say('reply.invited.note')).fill('J’apporte un gâteau');
  await guest.getByRole('button', { name: say('reply.invited.act.accepted'), exact: true }).click();
  await expect(guest.getByRole('heading', { name: say('reply.invited.done.accepted') })).toBeVisible();

  const day = `/api/spaces/${SPACE}/calendar?from=2027-06-17&to=2027-06-18`;
  const { items } = await coordination.get<{ items: CalendarItem[] }>(day);
  const booking = `/${SPACE}/bookings/${items.find(({ title }) => title === TITLE)?.bookingId}`;
  await page.goto(booking);
  const list = page.locator('b75-participant-list');
  await expect(list.locator('summary')).toHaveText('1 vient, 1 n’a pas répondu');
  await list.locator('summary').click();
  await expect(list).toContainText('J’apporte un gâteau');

  // Somebody of another organisation sees the booking, and nobody’s address.
  const neighbour = await visit({ as: 'membre.vaart', reads: 'fr' });
  await neighbour.goto(booking);
  await expect(neighbour.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect(neighbour.locator('b75-participant-list')).toHaveCount(0);
  await expect(neighbour.getByText('lecture.example')).toHaveCount(0);
});

test('who has an account finds the booking among their own and answers on its page', async ({ visit, caretaker }) => {
  const title = 'Essai de la chorale';
  const admin = await caretaker('admin.racines');
  const times = { start: '2026-12-20T07:00', end: '2026-12-20T07:30' };
  const guest = [{ email: emailOf('membre.vaart') }];
  const { id } = await admin.book({ title, rooms: ['Cabine'], visibility: 'private', participants: guest, ...times });
  await linkTo(await caretaker('coordination'), emailOf('membre.vaart'), 'participant-invited');
  const mine = `/api/spaces/${SPACE}/bookings?of=me&limit=100`;
  const { items } = await (await caretaker('membre.vaart')).get<{ items: CalendarItem[] }>(mine);
  expect(items.map((one) => one.title)).toContain(title);
  const page = await visit({ as: 'membre.vaart', reads: 'fr' });
  await page.goto(`/${SPACE}/notifications`);
  await page.getByRole('link', { name: new RegExp(`^Invitation.*${title}`) }).click();
  await expect(page).toHaveURL(new RegExp(`/bookings/${id}`));
  const bar = page.locator('b75-booking-replies');
  await bar.getByRole('button', { name: say('reply.invited.act.declined'), exact: true }).click();
  await expect(bar).toContainText(say('reply.invited.before.declined'));
  expect((await admin.booking(id)).participants).toMatchObject([{ answer: 'declined' }]);
});

test('in the demonstration a newcomer finds who comes to a booking of theirs', async ({ visit, caretaker }) => {
  const mine = `/api/spaces/${SPACE}/bookings?of=me&limit=100`;
  const { items } = await (await caretaker('membre.racines')).get<{ items: CalendarItem[] }>(mine);
  const circle = items.find((one) => one.title === 'Cercle de lecture d’un budget');
  const page = await visit({ as: 'membre.racines', reads: 'fr' });
  await page.goto(`/${SPACE}/bookings/${circle?.bookingId}`);
  await expect(page.locator('b75-participant-list summary')).toHaveText('1 vient, 1 décline, 1 n’a pas répondu');
});
