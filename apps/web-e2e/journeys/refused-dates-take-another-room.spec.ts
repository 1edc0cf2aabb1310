import { Agenda } from '../support/agenda';
import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');

test('a refused date takes another room by the keyboard, all of them by one act, and is shown there', async ({ visit, caretaker }) => {
  const neighbour = await caretaker('membre.vaart');
  for (const day of ['2027-08-11', '2027-08-18'])
    await neighbour.book({ rooms: ['Salle Marronnier'], title: 'Leesclub', start: `${day}T14:00`, end: `${day}T15:00` });
  const page = await visit({ as: 'membre.racines' });
  const agenda = new Agenda(page);
  await agenda.open('date=2027-08-04');
  await agenda.drag('Salle Marronnier', '14:00', '15:00');
  const panel = new Panel(page);
  await panel.title.fill('Atelier chant');
  await panel.choose(say('booking.repeat.label'), say('booking.repeat.week'));
  await panel.choose(say('booking.repeat.ends'), say('booking.repeat.count'));
  await panel.root.getByLabel(say('booking.repeat.countOf')).fill('4');
  await panel.root.getByLabel(say('booking.repeat.countOf')).blur();
  await expect(panel.verdict).toContainText(say('booking.book.datesRefused.other', { n: 2, all: 4 }));

  const choices = panel.root.locator('b75-other-rooms').getByRole('combobox');
  await expect(choices).toHaveCount(2);
  await choices.first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(panel.dates.nth(1)).not.toContainText(say('booking.reason.ROOM_TAKEN.word'));
  await expect(panel.save).toHaveAttribute('aria-disabled', 'true');
  await expect(choices.first()).toBeFocused();

  await page.getByRole('button', { name: say('booking.book.otherRoomForAll.other') }).click();
  const summary = panel.root.locator('b75-where-summary');
  await expect(summary).toContainText(say('booking.book.datesIn.other', { n: 2, rooms: 'Salle Marronnier' }));
  const other = (await choices.last().textContent())?.trim() ?? '';
  await panel.save.click();
  await expect(page.getByText(say('booking.booked', { title: 'Atelier chant' }))).toBeVisible();

  const mine = await page.request.get(new URL(`/api/spaces/${SPACE}/bookings?limit=100&from=2027-08-04T00:00`, page.url()).href);
  const { items } = (await mine.json()) as { items: { bookingId: string; title: string }[] };
  const id = items.find(({ title }) => title === 'Atelier chant')?.bookingId;
  await page.goto(`/${SPACE}/bookings/${id}`);
  const dates = page.locator('b75-occurrence-list').getByRole('listitem');
  await expect(dates).toHaveCount(4);
  for (const nth of [1, 2]) await expect(dates.nth(nth)).toContainText(other);
  await expect(dates.nth(3)).not.toContainText(other);
});

test('a series that is dragged onto a taken date goes on in the panel, where that date takes another room', async ({
  visit,
  caretaker,
}) => {
  const member = await caretaker('membre.racines');
  const neighbour = await caretaker('membre.vaart');
  const booked = await member.book({
    ...{ rooms: ['Salle Marronnier'], title: 'Tournée', start: '2027-07-07T10:00', end: '2027-07-07T11:00' },
    recurrence: { rrule: 'FREQ=WEEKLY;COUNT=3' },
  });
  await neighbour.book({ rooms: ['Salle Marronnier'], title: 'Leesclub', start: '2027-07-14T14:00', end: '2027-07-14T15:00' });
  const page = await visit({ as: 'membre.racines' });
  const agenda = new Agenda(page);
  await agenda.open('date=2027-07-07');
  await agenda.move('Tournée', 'Salle Marronnier', '14:00');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('booking.scope.all') })
    .click();
  const why = page.getByRole('alert').filter({ hasText: say('booking.notMoved') });
  await why.getByRole('button', { name: say('booking.chooseOtherRooms') }).click();
  const panel = new Panel(page);
  await expect(page.getByRole('heading', { name: say('booking.book.titleEdit') })).toBeVisible();
  await expect(panel.from).toHaveValue('14:00');
  await page.getByRole('button', { name: say('booking.book.otherRoomForAll.one') }).click();
  await expect(panel.save).not.toHaveAttribute('aria-disabled', 'true');
  await panel.save.click();
  await expect(page.getByText(say('booking.changed', { title: 'Tournée' }))).toBeVisible();
  const { occurrences, roomIds } = await member.booking(booked.id);
  expect(occurrences.map(({ start }) => start.slice(5, 16))).toEqual(['07-07T12:00', '07-14T12:00', '07-21T12:00']);
  expect(occurrences.map((one) => one.roomIds.join() === roomIds.join())).toEqual([true, false, true]);
});
