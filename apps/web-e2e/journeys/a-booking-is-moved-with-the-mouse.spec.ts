import { Agenda } from '../support/agenda';
import { expect, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');

test('a booking is dragged to another room and time, and undone', async ({ visit, caretaker }) => {
  const member = await caretaker('membre.racines');
  const booked = await member.book({ rooms: ['Cabine'], title: 'Deux à deux', start: '2027-05-20T10:00', end: '2027-05-20T11:00' });
  const page = await visit({ as: 'membre.racines' });
  const agenda = new Agenda(page);
  await agenda.open('date=2027-05-20');
  await agenda.move('Deux à deux', 'Petit salon', '14:00');
  await expect(page.getByText('Réservation déplacée')).toContainText('14:00, Petit salon');
  await agenda.expectAt('Deux à deux', '14:00–15:00', 'Petit salon');
  const moved = await member.booking(booked.id);
  expect(moved.start).toBe('2027-05-20T12:00:00.000Z');

  await page.getByRole('button', { name: say('ui.undo'), exact: true }).click();
  await agenda.expectAt('Deux à deux', '10:00–11:00', 'Cabine');
  const undone = await member.booking(booked.id);
  expect([undone.start, undone.roomIds]).toEqual([booked.start, booked.roomIds]);
});

test('a booking dragged onto another goes back and says why', async ({ visit, caretaker }) => {
  const [member, neighbour] = [await caretaker('membre.racines'), await caretaker('membre.vaart')];
  const booked = await member.book({ rooms: ['Cabine'], title: 'Entretien', start: '2027-05-21T10:00', end: '2027-05-21T11:00' });
  await neighbour.book({ rooms: ['Petit salon'], title: 'Gespreksgroep', start: '2027-05-21T14:00', end: '2027-05-21T16:00' });
  const page = await visit({ as: 'membre.racines' });
  const agenda = new Agenda(page);
  await agenda.open('date=2027-05-21');
  await agenda.move('Entretien', 'Petit salon', '15:00');
  const why = page.getByRole('alert').filter({ hasText: say('booking.notMoved') });
  await expect(why).toContainText('Vrije Vaart vzw');
  await agenda.expectAt('Entretien', '10:00–11:00');
  expect((await member.booking(booked.id)).start).toBe(booked.start);

  await why.locator('.near').getByRole('button').first().click();
  await expect(page.getByText('Réservation déplacée')).toBeVisible();
});

test('dragging a date may move its whole series; one that was changed alone keeps its time, and that is said', async ({
  visit,
  caretaker,
}) => {
  const member = await caretaker('membre.racines');
  const series = await member.book({
    ...{ rooms: ['Cabine'], title: 'Chorale', start: '2027-06-08T10:00', end: '2027-06-08T11:00' },
    recurrence: { rrule: 'FREQ=WEEKLY;COUNT=3' },
  });
  await member.changeDate(series, 1, { start: '2027-06-15T14:00', end: '2027-06-15T15:00' });
  const starts = async () => (await member.booking(series.id)).occurrences.map(({ start }) => start.slice(5, 16));
  const page = await visit({ as: 'membre.racines' });
  const agenda = new Agenda(page);
  await agenda.open('date=2027-06-15');
  await agenda.move('Chorale', 'Cabine', '15:00');
  await page.getByRole('button', { name: say('booking.scope.all') }).click();
  await expect(page.getByText('Toute la série est déplacée')).toContainText('reste mar. 15 juin à 14:00, Cabine');
  await agenda.expectAt('Chorale', '14:00–15:00', 'Cabine');
  expect(await starts()).toEqual(['06-08T09:00', '06-15T12:00', '06-22T09:00']);
  await page.getByRole('button', { name: say('ui.undo'), exact: true }).click();
  await expect.poll(starts).toEqual(['06-08T08:00', '06-15T12:00', '06-22T08:00']);
});
