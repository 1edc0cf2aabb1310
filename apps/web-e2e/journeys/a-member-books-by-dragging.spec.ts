import { Agenda } from '../support/agenda';
import { emailOf, PASSWORD, SPACE } from '../support/house';
import { expect, type Page, test } from '../support/journey';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');
const PROMISE_MS = 2000;

test('a member signs in, drags over free time, books, and a second browser on the other process shows it by itself', async ({ visit }) => {
  const page = await visit();
  await page.goto(`/sign-in?return=/${SPACE}/agenda`);
  await page.getByLabel(say('people.signIn.email')).fill(emailOf('membre.racines'));
  await page.getByLabel(say('people.signIn.password'), { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: say('people.signIn.submit') }).click();
  const agenda = new Agenda(page);
  await expect(page.getByRole('heading', { level: 1, name: /mardi 24 novembre 2026/i })).toBeVisible();

  const elsewhere = await visit({ as: 'coordination', process: 1 });
  const otherAgenda = new Agenda(elsewhere);
  await otherAgenda.open();
  await expect(otherAgenda.event('Conférence de rédaction')).toBeVisible();

  await agenda.drag('Salle Canopée', '14:30', '16:00');
  const panel = new Panel(page);
  await expect(panel.from).toHaveValue('14:30');
  await expect(panel.to).toHaveValue('16:00');
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await panel.title.fill('Atelier des comptes');
  const seen = await appearance(elsewhere, 'Atelier des comptes');
  const answered = page.waitForResponse((response) => response.url().endsWith('/bookings') && response.request().method() === 'POST');
  await panel.save.click();
  const response = await answered;
  const saved = performance.now();
  expect(response.status()).toBe(201);
  const delay = (await seen.at) - saved;
  test.info().annotations.push({ type: 'seen elsewhere', description: `after ${Math.round(delay)} ms` });
  expect(delay).toBeLessThan(PROMISE_MS);
  await expect(agenda.event('Atelier des comptes')).toBeVisible();
  await expect(panel.root).toBeHidden();
  await expect(page.getByText(say('booking.booked', { title: 'Atelier des comptes' }))).toBeVisible();
});

/** When a page first shows a booking: it watches itself, and its own clock is that of the journey. */
async function appearance(page: Page, title: string): Promise<{ at: Promise<number> }> {
  const at = new Promise<number>((resolve) => void page.exposeFunction('appeared', () => resolve(performance.now())));
  await page.evaluate((text) => {
    new MutationObserver((_, observer) => {
      if (![...document.querySelectorAll('.fc-ev.booking')].some(({ textContent }) => textContent?.includes(text))) return;
      observer.disconnect();
      Reflect.get(window, 'appeared')();
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  }, title);
  return { at };
}
