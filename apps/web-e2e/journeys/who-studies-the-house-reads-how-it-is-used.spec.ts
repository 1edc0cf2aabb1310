import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');

test('who studies the house finds the statistics in the navigation; a member does not', async ({ visit }) => {
  const researcher = await visit({ as: 'recherche', reads: 'fr' });
  await researcher.goto(`/${SPACE}/today`);
  await researcher.getByRole('link', { name: say('shell.nav.statistics') }).click();
  await expect(researcher.getByRole('heading', { name: say('statistics.rooms.title') })).toBeVisible();
  // Days of one's own stay one's own, also while they are a whole month.
  await researcher.getByRole('radio', { name: say('statistics.kind.custom') }).check();
  await expect(researcher.getByLabel(say('statistics.from'))).toBeVisible();
  await expect(researcher).toHaveURL(/from=2026-11-01&to=2026-11-30/);
  const member = await visit({ as: 'membre.racines' });
  await member.goto(`/${SPACE}/today`);
  await expect(member.getByRole('link', { name: say('shell.nav.rooms'), exact: true })).toBeVisible();
  await expect(member.getByRole('link', { name: say('shell.nav.statistics') })).toBeHidden();
});
