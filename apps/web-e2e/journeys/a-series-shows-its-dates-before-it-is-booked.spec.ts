import { Agenda } from '../support/agenda';
import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');

test('one refused date refuses the series, or is skipped and shown as skipped', async ({ visit, caretaker }) => {
  const neighbour = await caretaker('membre.vaart');
  await neighbour.book({ rooms: ['Salle Marronnier'], title: 'Leesclub', start: '2027-04-21T14:00', end: '2027-04-21T15:00' });
  const page = await visit({ as: 'membre.racines' });
  const agenda = new Agenda(page);
  await agenda.open('date=2027-04-14');
  await agenda.drag('Salle Marronnier', '14:00', '15:00');
  const panel = new Panel(page);
  await panel.title.fill('Cercle de lecture');
  await panel.choose(say('booking.repeat.label'), say('booking.repeat.week'));
  await panel.choose(say('booking.repeat.ends'), say('booking.repeat.count'));
  await panel.root.getByLabel(say('booking.repeat.countOf')).fill('3');
  await panel.root.getByLabel(say('booking.repeat.countOf')).blur();

  await expect(panel.dates).toHaveCount(3);
  await expect(panel.dates.nth(1)).toContainText(say('booking.reason.ROOM_TAKEN.word'));
  await expect(panel.verdict).toContainText(say('booking.book.datesRefused.one', { n: 1, all: 3 }));
  await expect(panel.save).toHaveAttribute('aria-disabled', 'true');

  await page.getByRole('radio', { name: say('booking.book.skip') }).check();
  await expect(panel.verdict).toContainText(say('booking.book.partly', { free: 2, all: 3 }));
  await panel.save.click();
  await expect(page.getByText(say('booking.booked', { title: 'Cercle de lecture' }))).toBeVisible();
  const mine = await page.request.get(new URL(`/api/spaces/${SPACE}/bookings?limit=100&from=2027-04-14T00:00`, page.url()).href);
  const { items } = (await mine.json()) as { items: { bookingId: string; title: string }[] };
  const id = items.find(({ title }) => title === 'Cercle de lecture')?.bookingId;

  await page.goto(`/${SPACE}/bookings/${id}`);
  const dates = page.locator('b75-occurrence-list').getByRole('listitem');
  await expect(dates).toHaveCount(3);
  await expect(dates.nth(1)).toContainText(say('booking.status.skipped'));
  await expect(dates.nth(1)).toContainText('Salle Marronnier n’est pas libre avant 15:00');
  await expect(dates.nth(2)).toContainText(say('booking.status.confirmed'));
});
