import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');
const TITLE = 'Bilan du mardi';

test('what was booked once is booked again for the week after, also when the first was cancelled', async ({ visit, caretaker }) => {
  const member = await caretaker('membre.racines');
  const { id } = await member.book({
    ...{ title: TITLE, description: 'Avec les chiffres', rooms: ['Petit salon'], attendees: 4 },
    ...{ start: '2027-10-05T10:00', end: '2027-10-05T11:30' },
  });
  const page = await visit({ as: 'membre.racines' });
  await page.goto(`/${SPACE}/bookings/${id}`);
  await page.getByRole('button', { name: say('booking.act.cancel') }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: say('booking.cancel.one.act') })
    .click();
  await expect(page.getByText(say('booking.status.cancelled')).first()).toBeVisible();

  await page.getByRole('button', { name: say('booking.act.again') }).click();
  const panel = new Panel(page);
  await expect(page.getByRole('heading', { level: 1, name: /mar\S* 12 oct\S* 2027/i })).toBeVisible();
  await expect(panel.title).toHaveValue(TITLE);
  await expect(panel.from).toHaveValue('10:00');
  await expect(panel.to).toHaveValue('11:30');
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await panel.save.click();
  await expect(page.getByText(say('booking.booked', { title: TITLE }))).toBeVisible();

  // From beside the agenda too.
  await page.locator('.fc-ev.booking', { hasText: TITLE }).click();
  await page
    .locator('b75-booking-sheet')
    .getByRole('button', { name: say('booking.act.again') })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /mar\S* 19 oct\S* 2027/i })).toBeVisible();
  await expect(panel.title).toHaveValue(TITLE);
});
