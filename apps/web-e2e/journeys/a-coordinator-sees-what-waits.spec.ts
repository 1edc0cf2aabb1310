import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');
const organisation = 'Radio Courant d’Air';

test('a request to join waits on the coordinator’s day, and is gone once it is answered', async ({ visit }) => {
  const neighbour = await visit({ as: 'voisinage' });
  await neighbour.goto(`/${SPACE}/residents`);
  await neighbour.getByRole('link', { name: organisation }).click();
  await neighbour.getByRole('button', { name: say('residents.join.submit') }).click();
  await expect(neighbour.getByText(say('residents.join.asked'))).toBeVisible();

  const coordinator = await visit({ as: 'coordination', reads: 'fr', process: 1 });
  await coordinator.goto(`/${SPACE}/today`);
  await expect(coordinator.getByRole('heading', { name: new RegExp(say('waiting.title.page')) })).toBeVisible();
  await coordinator
    .locator('b75-waiting-summary')
    .getByRole('link', { name: say('waiting.open') })
    .click();
  const task = coordinator
    .locator('b75-task-list li')
    .filter({ hasText: organisation })
    .filter({ hasText: /demande à rejoindre/ });
  await task.getByRole('link').click();
  await expect(coordinator.getByRole('heading', { level: 1, name: organisation })).toBeVisible();
  await coordinator
    .locator('b75-request-list')
    .getByRole('button', { name: new RegExp(`^${say('residents.requests.decline')}`) })
    .click();
  await coordinator
    .getByRole('alertdialog')
    .getByRole('button', { name: say('residents.requests.decline') })
    .click();
  await expect(coordinator.getByText(say('residents.requests.none'))).toBeVisible();
  await coordinator.goto(`/${SPACE}/house`);
  await expect(coordinator.locator('b75-waiting h2').first()).toBeVisible();
  await expect(task).toHaveCount(0);
});

test('who does not run the house sees nothing of what waits', async ({ visit }) => {
  const member = await visit({ as: 'membre.racines' });
  const asked: string[] = [];
  member.on('request', (request) => void (request.url().endsWith('/tasks') && asked.push(request.url())));
  await member.goto(`/${SPACE}/today`);
  await expect(member.locator('b75-free-rooms li').first()).toBeVisible();
  await expect(member.getByRole('heading', { name: new RegExp(say('waiting.title.page')) })).toHaveCount(0);
  expect(asked).toEqual([]);
});
