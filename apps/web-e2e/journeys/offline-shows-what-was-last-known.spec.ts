import { Agenda } from '../support/agenda';
import { expect, test } from '../support/journey';

test('without a connection the agenda stays, says from when it is, and comes back by itself', async ({ visit }) => {
  const page = await visit({ as: 'membre.racines' });
  const agenda = new Agenda(page);
  await agenda.open();
  await expect(agenda.event('Réparation de vélos')).toBeVisible();
  await page.context().setOffline(true);
  const mark = page.getByText(/^Hors ligne\. Données de 13:2\d/);
  await expect(mark).toBeVisible();
  await expect(agenda.event('Réparation de vélos')).toBeVisible();
  await page.context().setOffline(false);
  await expect(mark).toBeHidden();
  await expect(agenda.event('Réparation de vélos')).toBeVisible();
});
