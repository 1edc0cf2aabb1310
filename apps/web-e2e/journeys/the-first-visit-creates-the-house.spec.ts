import { expect, test } from '../support/journey';
import { serveHouse } from '../support/serve-house';
import { words } from '../support/words';

const say = words('fr');

test('without the demo, the first visit creates the house and its coordinator', async ({ visit }) => {
  test.setTimeout(120_000);
  const house = await serveHouse(1, { BOTA_DEMO: 'off' });
  try {
    const page = await visit({ at: house.urls[0] });
    const field = (name: string) => page.getByLabel(say(name), { exact: true });
    const create = page.getByRole('button', { name: say('people.setup.submit') });
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: say('people.setup.title') })).toBeVisible();
    await create.click();
    await expect(page.getByRole('link', { name: say('people.setup.nameNeeded') })).toBeVisible();
    await field('people.setup.name').fill('La Ruche');
    await field('people.setup.address').fill('Quai des Abeilles 1, 1000 Bruxelles');
    await field('people.setup.displayName').fill('Camille');
    await field('people.signIn.email').fill('camille@ruche.example');
    await page.locator('#password').fill('une phrase que je retiens');
    await create.click();
    await expect(page).toHaveURL(/\/la-ruche\/today$/);
    await expect(page.getByRole('heading', { level: 1, name: /mardi 24 novembre/i })).toBeVisible();
    await page.goto('/setup');
    await expect(page.getByRole('heading', { level: 1, name: say('people.setup.done') })).toBeVisible();
  } finally {
    await house.close();
  }
});
