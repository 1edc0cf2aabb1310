import { Agenda } from '../support/agenda';
import { emailOf, PASSWORD, readerOf, SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { Panel } from '../support/panel';
import { expectOnly } from '../support/read-words';
import { words } from '../support/words';

const readers = [
  { language: 'nl', day: '2027-06-08', heading: /dinsdag 8 juni 2027/i, today: /dinsdag 24 november/i },
  { language: 'en', day: '2027-06-10', heading: /thursday,? 10 june 2027/i, today: /tuesday,? 24 november/i },
] as const;

for (const { language, day, heading, today } of readers) {
  test(`from signing in to the booked room without a word of another language: ${language}`, async ({ visit, caretaker }) => {
    const say = words(language);
    const neighbour = await caretaker('membre.racines');
    await neighbour.book({ rooms: ['Petit salon'], title: '—', start: `${day}T14:00`, end: `${day}T15:00` });
    const page = await visit({ language });
    await page.goto('/sign-in');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('people.signIn.title'));
    await expectOnly(page, language);
    await page.getByLabel(say('people.signIn.email')).fill(emailOf(readerOf[language]));
    await page.getByLabel(say('people.signIn.password'), { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: say('people.signIn.submit') }).click();
    await expect(page.getByRole('heading', { level: 1, name: today })).toBeVisible();
    await expect(page.getByRole('heading', { name: say('today.free.title') })).toBeVisible();
    await expectOnly(page, language);

    const agenda = new Agenda(page);
    await agenda.open(`date=${day}`);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expectOnly(page, language);
    await agenda.drag('Petit salon', '13:00', '14:30');
    const panel = new Panel(page, say);
    await expect(panel.alternatives.first()).toBeVisible();
    await expectOnly(page, language);
    await panel.title.fill('XYZ');
    await panel.alternatives.first().getByRole('button').click();
    await expect(panel.verdict).toContainText(say('booking.book.free'));
    await panel.choose(say('booking.repeat.label'), say('booking.repeat.week'));
    await expect(panel.dates.first()).toBeVisible();
    await expectOnly(page, language);
    await panel.choose(say('booking.repeat.label'), say('booking.repeat.none'));
    await expect(panel.verdict).toContainText(say('booking.book.free'));
    await panel.save.click();
    await expect(page.getByText(say('booking.booked', { title: 'XYZ' }))).toBeVisible();
    await agenda.event('XYZ').click();
    await expect(page.locator('b75-booking-details')).toBeVisible();
    await expectOnly(page, language);
    for (const path of ['rooms', 'rooms/petit-salon', 'agenda?table=1']) {
      await page.goto(`/${SPACE}/${path}`);
      await expect(
        page
          .getByRole('link', { name: 'Petit salon' })
          .or(page.getByRole('heading', { name: 'Petit salon' }))
          .first(),
      ).toBeVisible();
      await expectOnly(page, language);
    }
  });
}
