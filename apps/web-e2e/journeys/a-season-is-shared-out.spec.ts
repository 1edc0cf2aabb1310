import { SPACE } from '../support/house';
import { expect, type Page, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');
/** A season of its own, on evenings that nobody else in the journeys books. */
const NAME = 'Été des souhaits';

/** Fills the wish form: the first choice is Salle A on Sunday. */
async function wish(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: say('season.wish.add') }).click();
  await page.getByLabel(say('season.wish.title')).fill(title);
  await page.locator('#wish-0-room').selectOption({ label: 'Salle Canopée' });
  await page.locator('#wish-0-day').selectOption({ label: 'Samedi' });
  await page.locator('#wish-0-start').selectOption('10:00');
  await page.getByRole('button', { name: say('season.wish.save') }).click();
  await expect(page.locator('b75-my-wishes li').filter({ hasText: title })).toContainText('Salle Canopée, samedi 10:00–12:00');
}

const setDay = async (page: Page, id: string, day: string) => {
  await page.locator(`#${id}`).fill(day);
  await page.locator(`#${id}`).blur();
};

test('two organisations wish for one evening: a tie, a decision, an appeal, and the agenda has both series', async ({ visit }) => {
  test.slow();
  const coordinator = await visit({ as: 'coordination' });
  await coordinator.goto(`/${SPACE}/house/season`);
  await coordinator.getByRole('button', { name: say('season.add') }).click();
  await coordinator.getByLabel(say('season.form.name'), { exact: true }).fill(NAME);
  await setDay(coordinator, 'round-firstDay', '3/7/2027');
  await setDay(coordinator, 'round-lastDay', '14/8/2027');
  await setDay(coordinator, 'round-wishesUntil', '30/11/2026');
  await coordinator.getByRole('button', { name: say('season.form.create') }).click();
  await expect(coordinator.getByRole('heading', { name: NAME })).toBeVisible();
  await coordinator.getByRole('button', { name: say('season.open') }).click();
  await expect(coordinator.getByText(say('season.state.open')).first()).toBeVisible();
  const round = coordinator.url().split('/').at(-1) ?? '';

  const ours = await visit({ as: 'membre.racines' });
  await ours.goto(`/${SPACE}/season/${round}`);
  await wish(ours, 'Marché du samedi');
  const theirs = await visit({ as: 'membre.vaart', reads: 'fr', process: 1 });
  await theirs.goto(`/${SPACE}/season/${round}`);
  await expect(theirs.getByText('Marché du samedi')).toHaveCount(0);
  await wish(theirs, 'Zaterdagtafel');

  await coordinator.reload();
  await setDay(coordinator, 'wishes-until', '23/11/2026');
  await coordinator.getByRole('button', { name: say('season.move') }).click();
  await expect(coordinator.locator('.note').filter({ hasText: say('season.problem.season/ties-open') })).toBeVisible();
  const tie = coordinator.locator('b75-tie-list .panel');
  await tie.locator('.row').filter({ hasText: 'Zaterdagtafel' }).getByRole('button').click();
  await setDay(coordinator, 'appeals-until', '24/11/2026');
  await coordinator.getByRole('button', { name: say('season.publish.act') }).click();
  await expect(coordinator.getByText(say('season.state.published')).first()).toBeVisible();

  await ours.reload();
  const lost = ours.locator('b75-result-list li').filter({ hasText: 'Marché du samedi' }).first();
  await expect(lost).toContainText('à égalité avec Vrije Vaart vzw, la coordination a départagé');
  await lost.getByRole('button', { name: say('season.appeal.open') }).click();
  await ours.getByLabel(say('season.appeal.why')).fill('Le marché est annoncé depuis un an.');
  await ours.getByRole('button', { name: say('season.appeal.send') }).click();
  await expect(lost).toContainText(say('season.appeal.waits'));

  await coordinator.reload();
  const appeal = coordinator.locator('b75-appeal-answer');
  await expect(appeal).toContainText('Le marché est annoncé depuis un an.');
  await appeal.getByRole('button', { name: say('season.appeal.accept') }).click();
  await expect(appeal.getByRole('alert').filter({ hasText: say('season.appeal.answerNeeded') })).toBeVisible();
  await appeal.getByLabel(say('season.appeal.answer')).fill('L’après-midi est libre.');
  await appeal.getByRole('button', { name: say('season.appeal.accept') }).click();
  await expect(appeal.getByRole('alert').filter({ hasText: say('season.problem.season/slot-given') })).toBeVisible();
  await appeal.getByLabel(say('season.start')).selectOption('13:00');
  await appeal.getByRole('button', { name: say('season.appeal.accept') }).click();
  await expect(appeal).toHaveCount(0);

  await setDay(coordinator, 'appeals-until', '23/11/2026');
  await coordinator.getByRole('button', { name: say('season.move') }).click();
  await coordinator.getByRole('button', { name: say('season.adopt.open') }).click();
  await coordinator
    .getByRole('alertdialog')
    .getByRole('button', { name: say('season.adopt.act') })
    .click();
  await expect(coordinator.locator('b75-season-report li').filter({ hasText: 'Zaterdagtafel' })).toContainText('7 dates réservées');

  await ours.goto(`/${SPACE}/agenda?view=list&date=2027-07-10`);
  await expect(ours.getByText('Marché du samedi').first()).toBeVisible();
  await expect(ours.getByText('Zaterdagtafel').first()).toBeVisible();
});
