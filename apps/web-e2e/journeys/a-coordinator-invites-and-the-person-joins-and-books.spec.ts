import { SPACE } from '../support/house';
import { invite, OWN_PASSWORD } from '../support/invite';
import { expect, test } from '../support/journey';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');
const organisation = 'Racines & Finances';

test('a coordinator invites, the person opens the letter’s link, joins and books', async ({ visit, caretaker }) => {
  const email = 'nouvelle.recrue@bota75.example';
  const link = await invite(await caretaker('coordination'), email);
  const page = await visit();
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: say('invitation.heading', { organisation }) })).toBeVisible();
  await expect(page).toHaveURL(/\/invitation$/);
  await page.getByLabel(say('people.setup.displayName')).fill('Nouvelle Recrue');
  await page.getByLabel(say('people.signIn.password'), { exact: true }).fill('trop court');
  await page.getByRole('button', { name: say('invitation.create') }).click();
  await expect(page.getByRole('link', { name: say('people.setup.passwordShort') })).toBeVisible();
  await page.getByLabel(say('people.signIn.password'), { exact: true }).fill(OWN_PASSWORD);
  await page.getByRole('button', { name: say('invitation.create') }).click();
  await expect(page).toHaveURL(new RegExp(`/${SPACE}/today$`));
  await expect(page.getByText(say('invitation.joined', { organisation }))).toBeVisible();

  await page.goto(`/${SPACE}/agenda?book=1&room=petit-salon&start=2027-06-09T10:00&end=2027-06-09T11:00&date=2027-06-09`);
  const panel = new Panel(page);
  await panel.title.fill('Première réservation');
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await panel.save.click();
  await expect(page.getByText(say('booking.booked', { title: 'Première réservation' }))).toBeVisible();

  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: say('invitation.end.used.heading') })).toBeVisible();
});

test('who has an account signs in on the way, and somebody else is told whose invitation it is', async ({ visit, caretaker }) => {
  const link = await invite(await caretaker('coordination'), 'voisinage@bota75.example', 'Vrije Vaart vzw');
  const other = await visit({ as: 'pilotage' });
  await other.goto(link);
  await expect(other.getByRole('button', { name: say('invitation.signOut') })).toBeVisible();

  const page = await visit();
  await page.goto(link);
  await page.getByRole('link', { name: say('invitation.toSignIn') }).click();
  await page.getByRole('button', { name: /voisinage@/ }).click();
  await expect(page).toHaveURL(/\/invitation$/);
  await page.getByRole('button', { name: say('invitation.join'), exact: true }).click();
  await expect(page.getByText(say('invitation.joined', { organisation: 'Vrije Vaart vzw' }))).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/${SPACE}/today$`));
});

test('an invitation that nobody wrote is not found', async ({ visit }) => {
  const page = await visit();
  await page.goto(`/invitation#${'x'.repeat(43)}`);
  await expect(page.getByRole('heading', { level: 1, name: say('invitation.end.unknown.heading') })).toBeVisible();
});
