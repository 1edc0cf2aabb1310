import { Agenda } from '../support/agenda';
import { expect, test } from '../support/journey';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');
const day = '2027-04-06';

test('a conflict says who is there and until when, and choosing an alternative books it', async ({ visit, caretaker }) => {
  const neighbour = await caretaker('membre.vaart');
  await neighbour.book({ rooms: ['Petit salon'], title: 'Huurdersoverleg', start: `${day}T10:00`, end: `${day}T12:00` });
  const page = await visit({ as: 'membre.racines' });
  const agenda = new Agenda(page);
  await agenda.open(`date=${day}`);
  await expect(agenda.event('Huurdersoverleg')).toBeVisible();

  await agenda.drag('Petit salon', '9:15', '10:30');
  const panel = new Panel(page);
  await expect(panel.verdict).toContainText('Occupée par Vrije Vaart vzw jusqu’à 12:00');
  await expect(panel.save).toHaveAttribute('aria-disabled', 'true');
  await panel.title.fill('Rendez-vous à trois');
  await panel.alternatives.first().getByRole('button').click();
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await panel.save.click();
  await expect(page.getByText(say('booking.booked', { title: 'Rendez-vous à trois' }))).toBeVisible();
  await expect(agenda.event('Rendez-vous à trois')).toBeVisible();
});

test('who comes second by a moment is told why, in the same words', async ({ visit, caretaker }) => {
  const page = await visit({ as: 'membre.racines' });
  const agenda = new Agenda(page);
  await agenda.open(`date=${day}`);
  await agenda.drag('Cabine', '16:00', '17:00');
  const panel = new Panel(page);
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await panel.title.fill('Appel');
  const neighbour = await caretaker('membre.vaart');
  await neighbour.book({ rooms: ['Cabine'], title: 'Tolk', start: `${day}T16:00`, end: `${day}T17:00` });
  await panel.save.click();
  await expect(panel.verdict).toContainText('Occupée par Vrije Vaart vzw');
  await expect(panel.title).toHaveValue('Appel');
  await expect(panel.alternatives.first()).toBeVisible();
});
