import { Agenda } from '../support/agenda';
import { expect, test } from '../support/journey';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');

test('a browser in New York shows the times of the house, and saving without a change moves nothing', async ({ visit, caretaker }) => {
  const member = await caretaker('membre.racines');
  const booked = await member.book({
    rooms: ['Salle Marronnier'],
    title: 'Vu de loin',
    start: '2027-06-01T10:00',
    end: '2027-06-01T11:30',
  });
  const page = await visit({ as: 'membre.racines', zone: 'America/New_York' });
  const agenda = new Agenda(page);
  await agenda.open('date=2027-06-01');
  await expect(page.getByRole('heading', { level: 1, name: /mardi 1(er)? juin 2027/i })).toBeVisible();
  await agenda.expectAt('Vu de loin', '10:00–11:30');
  await agenda.event('Vu de loin').click();
  await page.getByRole('button', { name: say('booking.act.edit'), exact: true }).click();
  const panel = new Panel(page);
  await expect(panel.day).toHaveValue('1er juin 2027');
  await expect(panel.from).toHaveValue('10:00');
  await expect(panel.to).toHaveValue('11:30');
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await panel.save.click();
  await expect(panel.root).toBeHidden();
  const saved = await member.booking(booked.id);
  expect([saved.start, saved.end, saved.roomIds]).toEqual([booked.start, booked.end, booked.roomIds]);
  expect(saved.occurrences.map(({ start }) => start)).toEqual(booked.occurrences.map(({ start }) => start));
});
