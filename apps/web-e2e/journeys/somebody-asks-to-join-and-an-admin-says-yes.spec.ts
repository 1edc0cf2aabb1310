import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');
const organisation = 'Racines & Finances';

test('a neighbour asks to join, an admin accepts, and the neighbour books for the organisation', async ({ visit }) => {
  const neighbour = await visit({ as: 'voisinage' });
  await neighbour.goto(`/${SPACE}/residents`);
  await neighbour.getByLabel(say('residents.search')).fill('rácinès');
  await expect(neighbour.locator('[b75-resident-row]')).toHaveCount(1);
  await neighbour.getByRole('link', { name: organisation }).click();
  await expect(neighbour.getByRole('heading', { level: 1, name: organisation })).toBeVisible();
  await expect(neighbour.getByRole('heading', { name: say('residents.members.title') })).toBeHidden();
  await neighbour.getByLabel(say('residents.join.message')).fill('J’habite en face et je tiens la caisse du jardin.');
  await neighbour.getByRole('button', { name: say('residents.join.submit') }).click();
  await expect(neighbour.getByText(say('residents.join.asked'))).toBeVisible();

  const page = new URL(neighbour.url()).pathname;
  await neighbour.reload();
  await neighbour.getByRole('button', { name: say('residents.join.submit') }).click();
  await expect(neighbour.getByRole('alert').filter({ hasText: say('residents.problem.join/already-asked') })).toBeVisible();

  const admin = await visit({ as: 'admin.racines', reads: 'fr', process: 1 });
  await admin.goto(page);
  const request = admin.locator('b75-request-list li').filter({ hasText: 'je tiens la caisse du jardin' });
  await request.getByRole('button', { name: new RegExp(`^${say('residents.requests.approve')}`) }).click();
  await expect(admin.getByText(say('residents.requests.none'))).toBeVisible();
  const member = admin.locator('b75-member-list li').filter({ hasText: 'voisinage@bota75.example' });
  await expect(member).toBeVisible();

  await neighbour.goto(`/${SPACE}/agenda?book=1&room=petit-salon&start=2027-06-08T10:00&end=2027-06-08T11:00&date=2027-06-08`);
  const panel = new Panel(neighbour);
  await panel.title.fill('Caisse du jardin');
  await panel.choose(say('booking.book.organisation'), organisation); // another journey may have made them a member elsewhere
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await panel.save.click();
  await expect(neighbour.getByText(say('booking.booked', { title: 'Caisse du jardin' }))).toBeVisible();

  await admin.goto(page);
  await member.getByRole('button', { name: /^Retirer Voisinage/ }).click();
  await admin.getByRole('button', { name: say('residents.members.remove.act') }).click();
  await expect(member).toBeHidden();
});

test('the last admin stays, and is told why', async ({ visit }) => {
  const admin = await visit({ as: 'admin.racines', reads: 'fr' });
  await admin.goto(`/${SPACE}/residents/racines-demo`);
  const me = admin.locator('b75-member-list li').filter({ hasText: say('residents.members.me') });
  await me.getByRole('button', { name: say('residents.members.leave.open') }).click();
  await admin.getByRole('button', { name: say('residents.members.leave.act') }).click();
  await expect(admin.getByRole('alert').filter({ hasText: say('residents.problem.membership/last-admin') })).toBeVisible();
  await expect(me).toBeVisible();
});
