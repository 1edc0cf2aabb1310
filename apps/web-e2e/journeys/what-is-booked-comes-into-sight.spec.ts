import type { Room } from '@bota/spaces/domain';
import { Agenda } from '../support/agenda';
import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { tabTo } from '../support/keyboard';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');
const DAY = '2027-09-14';

type Box = { y: number; height: number } | null;
const stands = (drawn: Box, row: Box) =>
  drawn && row && drawn.y >= row.y && drawn.y + drawn.height <= row.y + row.height + 1 ? 'in its row' : `${drawn?.y} in ${row?.y}`;

test('a booking in a room far down is shown where it stands, and so is one whose link is opened', async ({ visit, caretaker }) => {
  const coordination = await caretaker('coordination');
  const rooms: Room[] = [];
  for (let n = 1; n <= 12; n += 1) rooms.push(await coordination.send(`/api/spaces/${SPACE}/rooms`, { name: `Loge ${n}`, capacity: 4 }));
  const page = await visit({ as: 'membre.racines', width: 1440, height: 700 });
  await page.goto(`/${SPACE}/agenda?book=1&room=loge-12&date=${DAY}&start=${DAY}T18:00&end=${DAY}T20:00`);
  const panel = new Panel(page);
  await panel.title.fill('Tout en bas');
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await panel.save.click();
  const event = new Agenda(page).event('Tout en bas');
  await expect(event).toBeInViewport({ ratio: 0.95 });
  // In the row of its room, once what is scrolled there has come to rest.
  const row = page.locator('.room-cell').filter({ hasText: 'Loge 12' });
  await expect.poll(async () => stands(await event.boundingBox(), await row.boundingBox())).toBe('in its row');

  await event.click();
  await expect(page).toHaveURL(/open=/);
  await page.goto(page.url());
  await expect(page.locator('b75-booking-sheet')).toBeVisible();
  await expect(event).toBeInViewport({ ratio: 0.95 });
  // What is booked keeps its room.
  for (const { id } of rooms.slice(0, -1)) await coordination.put(`/api/spaces/${SPACE}/rooms/${id}/archiving`);
});

test('a booking on another day than the one looked at takes one there', async ({ visit }) => {
  const page = await visit({ as: 'membre.racines' });
  await page.goto(`/${SPACE}/agenda?book=1&room=cabine&start=${DAY}T09:00&end=${DAY}T10:00`);
  const panel = new Panel(page);
  await panel.title.fill('Le lendemain');
  await expect(page).toHaveURL(new RegExp(`date=${DAY}`));
  await panel.day.fill('15/09/2027');
  await panel.day.blur();
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await panel.save.click();
  await expect(page).toHaveURL(/date=2027-09-15/);
  await expect(new Agenda(page).event('Le lendemain')).toBeInViewport();
});

test('what was just done is undone from the keyboard, also while the focus is elsewhere', async ({ visit }) => {
  const day = '2027-09-16';
  const page = await visit({ as: 'membre.racines' });
  await page.goto(`/${SPACE}/agenda?book=1&room=cabine&date=${day}&start=${day}T09:00&end=${day}T10:00&table=1`);
  const panel = new Panel(page);
  await tabTo(page, panel.title);
  await page.keyboard.type('À défaire');
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await tabTo(page, panel.save);
  await page.keyboard.press('Enter');
  const booked = page.getByRole('button', { name: 'À défaire' });
  await expect(booked).toBeVisible();
  await expect(page.getByText(say('booking.booked', { title: 'À défaire' }))).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(booked).toHaveCount(0);
});
