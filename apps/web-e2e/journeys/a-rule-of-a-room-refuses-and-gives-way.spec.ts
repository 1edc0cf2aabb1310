import type { Room } from '@bota/spaces/domain';
import { Agenda } from '../support/agenda';
import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');
const RULE = '3 jours à l’avance';
const DAY = '2026-11-26';

test('a coordinator sets a rule: it refuses members in words, and gives way to the coordination with a reason', async ({
  visit,
  caretaker,
}) => {
  const coordination = await caretaker('coordination');
  const { slug } = await coordination.send<Room>(`/api/spaces/${SPACE}/rooms`, { name: 'Pavillon', capacity: 10 });
  const page = await visit({ as: 'coordination' });
  await page.goto(`/${SPACE}/house/rooms/${slug}/rules`);
  const lead = page.getByLabel(say('manage.rules.before.leadMinutes'), { exact: true });
  await lead.fill('3');
  await page.getByLabel(say('manage.rules.unit', { rule: say('manage.rules.before.leadMinutes') })).selectOption({ label: 'jours' });
  await expect(page.locator('.plain')).toContainText(RULE);
  await page.getByRole('button', { name: say('manage.save') }).click();
  await expect(page.getByText(say('manage.rules.saved', { room: 'Pavillon' }))).toBeVisible();

  const wish = `/${SPACE}/agenda?book=1&room=${slug}&date=${DAY}&start=${DAY}T14:00&end=${DAY}T15:00`;
  const member = await visit({ as: 'membre.racines' });
  await member.goto(wish);
  const refused = new Panel(member);
  await expect(refused.verdict).toContainText(RULE);
  await expect(refused.save).toHaveAttribute('aria-disabled', 'true');
  await expect(refused.root.getByRole('button', { name: say('booking.override.offer') })).toBeHidden();

  await page.goto(wish);
  const panel = new Panel(page);
  await panel.root.getByRole('button', { name: say('booking.override.offer') }).click();
  await panel.root.getByLabel(say('booking.override.reason')).fill('Visite de la commune');
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await panel.title.fill('Visite');
  await panel.choose(say('booking.book.organisation'), 'Racines & Finances');
  await panel.save.click();
  await expect(page.getByText(say('booking.booked', { title: 'Visite' }))).toBeVisible();
  await (await new Agenda(page).reveal('Visite')).click();
  await expect(page.getByText(say('booking.override.granted', { reason: 'Visite de la commune' }))).toBeVisible();
});
