import { Agenda } from '../support/agenda';
import { emailOf, PASSWORD } from '../support/house';
import { expect, test } from '../support/journey';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');

test('a session that ends in the middle of a booking asks to sign in again and keeps the draft', async ({ visit }) => {
  const page = await visit({ as: 'membre.racines' });
  const agenda = new Agenda(page);
  await agenda.open('date=2027-05-25');
  await agenda.drag('Cabine', '10:00', '11:00');
  const panel = new Panel(page);
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await panel.title.fill('Appel interrompu');
  await page.context().clearCookies();
  await panel.save.click();

  await expect(page.getByText(say('people.signIn.expired'))).toBeVisible();
  await page.getByLabel(say('people.signIn.email')).fill(emailOf('membre.racines'));
  await page.getByLabel(say('people.signIn.password'), { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: say('people.signIn.submit') }).click();
  await expect(panel.title).toHaveValue('Appel interrompu');
  await expect(panel.from).toHaveValue('10:00');
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await panel.save.click();
  await expect(page.getByText(say('booking.booked', { title: 'Appel interrompu' }))).toBeVisible();
  await agenda.expectAt('Appel interrompu', '10:00–11:00');
});
