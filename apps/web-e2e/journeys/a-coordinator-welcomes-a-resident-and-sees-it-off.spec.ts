import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');
const name = 'Cercle des Semeuses';

test('a coordinator gives a resident its desks, notes its notice, sees what is left to settle, and takes the notice back', async ({
  visit,
}) => {
  const page = await visit({ as: 'coordination' });
  await page.goto(`/${SPACE}/residents`);
  await page.getByRole('link', { name: say('residents.form.open') }).click();
  await page.getByLabel(say('residents.form.name'), { exact: true }).fill(name);
  await page.getByLabel(say('residents.form.enterpriseNumber')).fill('0123.456.748');
  const save = page.getByRole('button', { name: say('residents.form.save'), exact: true });
  await save.click();
  await expect(page.getByRole('alert').getByRole('link', { name: say('residents.form.number.wrong-check') })).toBeVisible();
  await page.getByLabel(say('residents.form.enterpriseNumber')).fill('BE 1999.000.249');

  await page.getByRole('button', { name: say('residents.occupies.add') }).click();
  const room = page.getByLabel(say('residents.occupies.room'), { exact: true });
  await room.selectOption({ label: 'Bureau 11 · Racines & Finances' });
  await save.click();
  const refusal = say('residents.refused.occupied', { room: 'Bureau 11', who: 'Racines & Finances' });
  await expect(page.getByRole('alert').filter({ hasText: refusal })).toBeVisible();

  await room.selectOption({ label: `Plateau partagé · ${say('residents.occupies.taken.other', { n: 7 })}` });
  await page.getByLabel(say('residents.occupies.size')).selectOption({ label: say('residents.occupies.desks.other', { n: 2 }) });
  await save.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('1999.000.249')).toBeVisible();
  const residency = page.locator('b75-residency-card');
  await expect(residency).toContainText('Plateau partagé (2 postes)');
  await expect(residency).toContainText(say('residents.share.m2.other', { quantity: '12' }));

  await residency.getByRole('button', { name: say('residents.residency.giveNotice') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('residents.notice.act') })
    .click();
  await expect(residency).toContainText(say('residents.status.notice'));
  const exit = page.locator('b75-exit-list');
  await expect(exit).toContainText(say('residents.exit.rooms.one'));
  await expect(exit).toContainText(say('residents.exit.members.none'));
  await expect(exit).toContainText(say('residents.exit.bookings.none'));

  await residency.getByRole('button', { name: say('residents.residency.reopen') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('residents.reopen.act') })
    .click();
  await expect(page.getByText(say('residents.reopen.done', { name }))).toBeVisible();
  await expect(residency).toContainText(say('residents.status.active'));
});

test('who leaves sees its bookings after the last day, and goes there', async ({ visit }) => {
  const page = await visit({ as: 'coordination' });
  await page.goto(`/${SPACE}/residents/fanfare-demo`);
  const exit = page.locator('b75-exit-list');
  await expect(exit).toContainText(say('residents.exit.keys.other', { n: 2 }));
  await exit.getByRole('link', { name: 'Répétition générale' }).click();
  await expect(page).toHaveURL(/\/bookings\//);
  await expect(page.getByRole('heading', { level: 1, name: 'Répétition générale' })).toBeVisible();
});
