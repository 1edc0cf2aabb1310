import { Agenda } from '../support/agenda';
import { expect, test } from '../support/journey';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');

test('editing and cancelling mean one date or all of them', async ({ visit, caretaker }) => {
  const member = await caretaker('membre.racines');
  const { id } = await member.book({
    ...{ rooms: ['Petit salon'], title: 'Permanence budget', start: '2027-05-03T10:00', end: '2027-05-03T11:00' },
    recurrence: { rrule: 'FREQ=WEEKLY;COUNT=4' },
  });
  const page = await visit({ as: 'membre.racines' });
  const agenda = new Agenda(page);
  const panel = new Panel(page);
  const act = (name: string) => page.locator('b75-booking-sheet').getByRole('button', { name: say(`booking.act.${name}`) });
  const confirm = (key: string) => page.getByRole('alertdialog').getByRole('button', { name: say(`booking.cancel.${key}.act`) });

  await agenda.open('date=2027-05-03');
  await agenda.event('Permanence budget').click();
  await act('editThis').click();
  await panel.times('10:30', '11:30');
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await panel.save.click();
  await agenda.expectAt('Permanence budget', '10:30–11:30');
  expect((await member.booking(id)).occurrences.map(({ start }) => start.slice(11, 16))).toEqual(['08:30', '08:00', '08:00', '08:00']);

  await agenda.open('date=2027-05-10');
  await agenda.event('Permanence budget').click();
  await act('cancelThis').click();
  await expect(page.getByRole('alertdialog')).toContainText('lundi 10 mai');
  await confirm('one').click();
  await expect(agenda.event('Permanence budget')).toHaveCount(0);

  await agenda.open('date=2027-05-17');
  await agenda.event('Permanence budget').click();
  await act('editAll').click();
  await panel.title.fill('Permanence des comptes');
  await expect(panel.save).toBeEnabled();
  await panel.save.click();
  await agenda.expectAt('Permanence des comptes', '10:00–11:00');

  await agenda.event('Permanence des comptes').click();
  await act('cancelAll').click();
  await expect(page.getByRole('alertdialog').getByRole('listitem')).toHaveCount(3);
  await confirm('series').click();
  await expect(agenda.event('Permanence des comptes')).toHaveCount(0);
  const after = await member.booking(id);
  expect([after.status, after.occurrences.map(({ status }) => status)]).toEqual(['cancelled', Array(4).fill('cancelled')]);
});
