import type { Room } from '@bota/spaces/domain';
import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');
const DAY = '2027-02-17';
const at = (slug: string, start: string, end: string) =>
  `/${SPACE}/agenda?book=1&room=${slug}&date=${DAY}&start=${DAY}T${start}&end=${DAY}T${end}`;

test('a coordinator prices a room and shares it out: a member reads both before booking, and meets the limit in words', async ({
  visit,
  caretaker,
}) => {
  const coordination = await caretaker('coordination');
  const { slug } = await coordination.send<Room>(`/api/spaces/${SPACE}/rooms`, { name: 'Grenier', capacity: 10 });
  const page = await visit({ as: 'coordination' });

  // What an hour costs, in the words of the page of the room.
  await page.goto(`/${SPACE}/house/rooms/${slug}/rules`);
  await page.getByLabel(say('manage.rules.prices.resident'), { exact: true }).fill('12,50');
  await expect(page.locator('.plain')).toContainText(/12,50\s€ de l’heure pour les résidents/);
  await page.getByRole('button', { name: say('manage.save') }).click();
  await expect(page.getByText(say('manage.rules.saved', { room: 'Grenier' }))).toBeVisible();

  // And how much of it each organisation may book.
  await page.goto(`/${SPACE}/house/quotas`);
  await page.getByRole('button', { name: say('manage.quotas.new') }).click();
  await page.getByLabel(say('manage.quotas.most')).fill('dix');
  await page.getByRole('button', { name: say('manage.save') }).click();
  await expect(page.getByText(say('manage.quotas.wrong.limit'))).toBeVisible();
  await page.getByLabel(say('manage.quotas.most')).fill('3');
  await page.getByLabel(say('manage.quotas.rooms.some')).check();
  await page.getByLabel('Grenier', { exact: true }).check();
  await page.getByRole('button', { name: say('manage.save') }).click();
  await expect(page.locator('b75-quotas .row', { hasText: 'Grenier' })).toContainText(/3\sh par mois/);

  const member = await visit({ as: 'membre.racines' });
  const panel = new Panel(member);
  await member.goto(at(slug, '10:00', '12:00'));
  await expect(panel.root.locator('b75-price-note')).toContainText(/25,00\s€/);
  await expect(panel.root.locator('b75-quota-note')).toContainText(/2\sh sur 3\sh/);
  await panel.title.fill('Lecture');
  await panel.save.click();
  await expect(member.getByText(say('booking.booked', { title: 'Lecture' }))).toBeVisible();

  await member.goto(at(slug, '14:00', '16:00'));
  await expect(panel.verdict).toContainText(/2\sh sur 3\sh déjà réservées, février 2027/);
  await expect(panel.save).toHaveAttribute('aria-disabled', 'true');
  await panel.times('14:00', '15:00');
  await expect(panel.verdict).toContainText(say('booking.book.free'));
});
