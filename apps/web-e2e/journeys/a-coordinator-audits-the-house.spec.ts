import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');

test('the team: a role is given and taken, and the last coordinator stays', async ({ visit }) => {
  const page = await visit({ as: 'coordination' });
  await page.goto(`/${SPACE}/today`);
  await page.getByRole('link', { name: say('shell.nav.house'), exact: true }).click();
  await expect(page).toHaveURL(/\/house\/waiting$/);
  await page.getByRole('link', { name: say('house.group.people'), exact: true }).click();
  await expect(page).toHaveURL(/\/house\/team$/);
  await page.getByLabel(say('house.team.person')).selectOption({ label: 'Membre, La Marmite Volante' });
  await page.getByLabel(say('house.team.role'), { exact: true }).selectOption('researcher');
  await page.getByRole('button', { name: say('house.team.give') }).click();
  const added = page.locator('b75-team li').filter({ hasText: 'membre.marmite@' });
  await expect(added.getByRole('checkbox', { name: say('house.role.researcher') })).toBeChecked();
  await added.getByRole('checkbox', { name: say('house.role.researcher') }).click();
  await expect(added).toBeHidden();

  const me = page.locator('b75-team li').filter({ hasText: say('house.team.me') });
  await me.getByRole('checkbox', { name: say('house.role.coordinator') }).click();
  await page.getByRole('button', { name: say('house.team.take.act') }).click();
  await expect(page.getByRole('alert').filter({ hasText: say('house.problem.team/last-coordinator') })).toBeVisible();
  await expect(me.getByRole('checkbox', { name: say('house.role.coordinator') })).toBeChecked();
});

test('the letters: what was sent can be read, laid out and as text', async ({ visit }) => {
  const page = await visit({ as: 'coordination' });
  await page.goto(`/${SPACE}/residents/marmite-demo`);
  await page.getByLabel(say('residents.invite.email')).fill('recrue@bota75.example');
  await page.getByRole('button', { name: say('residents.invite.submit') }).click();
  await expect(page.locator('b75-invitation-list li').filter({ hasText: 'recrue@bota75.example' })).toBeVisible();

  await page.goto(`/${SPACE}/house/letters`);
  await page.locator('b75-outbox li').filter({ hasText: 'recrue@bota75.example' }).getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.frameLocator('iframe').getByText('La Marmite Volante').first()).toBeVisible();
  await dialog.getByText(say('house.letters.side.text')).click();
  await expect(dialog.getByRole('link', { name: /\/invitation#/ })).toBeVisible();
  await dialog.getByRole('button', { name: say('ui.close') }).click();

  await page.getByRole('link', { name: say('house.nav.templates') }).click();
  await expect(page.locator('b75-letter-view iframe')).toBeVisible();
});

test('the log tells what changed, narrows and goes on; the promises hold', async ({ visit, caretaker }) => {
  const member = await caretaker('membre.vaart');
  await member.book({ rooms: ['Petit salon'], title: 'Boekhouding', start: '2027-06-15T10:00', end: '2027-06-15T11:00' });
  const page = await visit({ as: 'coordination' });
  await page.goto(`/${SPACE}/house/log`);
  const lines = page.locator('[b75-log-row]');
  await expect(lines).toHaveCount(50);
  await page.getByRole('button', { name: say('house.log.more') }).click();
  await expect(lines).toHaveCount(100);
  await page.getByLabel(say('house.log.kind')).selectOption('booking.created');
  await page.getByLabel(say('house.log.person')).selectOption({ label: 'Lid, Vrije Vaart vzw' });
  await expect(page).toHaveURL(/kind=booking\.created&person=/);
  const own = lines.filter({ hasText: 'Boekhouding' });
  await own.getByText(/précisions?$/).click();
  await expect(own).toContainText('Petit salon');

  await page.getByRole('link', { name: say('house.nav.integrity') }).click();
  await expect(page.getByRole('heading', { name: say('house.integrity.backupDue') })).toBeVisible();
});

test('who does not coordinate has no such pages', async ({ visit }) => {
  const page = await visit({ as: 'pilotage' });
  await page.goto(`/${SPACE}/house/log`);
  await expect(page.getByRole('heading', { name: say('ui.problem.forbidden.title') })).toBeVisible();
  await expect(page.getByRole('link', { name: say('shell.nav.house'), exact: true })).toBeHidden();
});
