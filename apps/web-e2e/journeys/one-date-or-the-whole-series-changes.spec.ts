import { Agenda } from '../support/agenda';
import { SPACE } from '../support/house';
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
  const act = async (name: 'edit' | 'cancel', scope: 'this' | 'following' | 'all') => {
    await page
      .locator('b75-booking-sheet')
      .getByRole('button', { name: say(`booking.act.${name}`), exact: true })
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say(`booking.scope.${scope}`), exact: true })
      .click();
  };
  const confirm = (key: string) => page.getByRole('alertdialog').getByRole('button', { name: say(`booking.cancel.${key}.act`) });

  await agenda.open('date=2027-05-03');
  await agenda.event('Permanence budget').click();
  await act('edit', 'this');
  await panel.times('10:30', '11:30');
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await panel.save.click();
  await agenda.expectAt('Permanence budget', '10:30–11:30');
  expect((await member.booking(id)).occurrences.map(({ start }) => start.slice(11, 16))).toEqual(['08:30', '08:00', '08:00', '08:00']);

  await agenda.open('date=2027-05-10');
  await agenda.event('Permanence budget').click();
  await act('cancel', 'this');
  await expect(page.getByRole('alertdialog')).toContainText('lundi 10 mai');
  await confirm('one').click();
  await expect(agenda.event('Permanence budget')).toHaveCount(0);

  await agenda.open('date=2027-05-17');
  await agenda.event('Permanence budget').click();
  await act('edit', 'all');
  await panel.title.fill('Permanence des comptes');
  await expect(panel.save).toBeEnabled();
  await panel.save.click();
  await agenda.expectAt('Permanence des comptes', '10:00–11:00');

  await agenda.event('Permanence des comptes').click();
  await act('cancel', 'all');
  await expect(page.getByRole('alertdialog').getByRole('listitem')).toHaveCount(3);
  await confirm('series').click();
  await expect(agenda.event('Permanence des comptes')).toHaveCount(0);
  const after = await member.booking(id);
  expect([after.status, after.occurrences.map(({ status }) => status)]).toEqual(['cancelled', Array(4).fill('cancelled')]);
});

test('from one date on a weekly meeting becomes another series, and both say so', async ({ visit, caretaker }) => {
  const member = await caretaker('membre.racines');
  const { id } = await member.book({
    ...{ rooms: ['Petit salon'], title: 'Cercle de lecture', start: '2027-09-06T10:00', end: '2027-09-06T11:00' },
    recurrence: { rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=5' },
  });
  const page = await visit({ as: 'membre.racines' });
  const agenda = new Agenda(page);
  const panel = new Panel(page);
  await agenda.open('date=2027-09-20');
  await agenda.event('Cercle de lecture').click();
  await page
    .locator('b75-booking-sheet')
    .getByRole('button', { name: say('booking.act.edit'), exact: true })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('booking.scope.following'), exact: true })
    .press('Enter');
  await expect(page.getByRole('heading', { name: say('booking.book.titleFollowing') })).toBeVisible();
  await expect(panel.root).toContainText('3 fois');
  await panel.title.fill('Cercle du soir');
  await panel.times('18:00', '19:00');
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await panel.save.click();
  await agenda.expectAt('Cercle du soir', '18:00–19:00');

  await page.goto(`/${SPACE}/bookings/${id}`);
  await expect(page.getByRole('listitem').filter({ hasText: 'septembre' })).toHaveCount(2);
  await page.getByRole('link', { name: say('booking.details.followedBy') }).click();
  await expect(page.getByRole('heading', { name: 'Cercle du soir', level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: say('booking.details.follows') })).toBeVisible();
  const next = await member.booking(page.url().split('/').at(-1) ?? '');
  expect(next.occurrences.map(({ start }) => start.slice(5, 16))).toEqual(['09-20T16:00', '09-27T16:00', '10-04T16:00']);
});
