import type { Room } from '@bota/spaces/domain';
import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');
const DAY = '2027-08-17';

test('wholes overlap and nest: what takes one takes its parts, with the time between that the parts need', async ({ visit, caretaker }) => {
  const coordination = await caretaker('coordination');
  const add = (name: string, more: object = {}) => coordination.send<Room>(`/api/spaces/${SPACE}/rooms`, { name, capacity: 10, ...more });
  const [north, , south] = [await add('Aile nord'), await add('Aile centre', { rules: { bufferMinutes: 15 } }), await add('Aile sud')];
  const page = await visit({ as: 'coordination' });
  await page.goto(`/${SPACE}/house/rooms/new`);
  await page.getByLabel(say('manage.room.name'), { exact: true }).fill('Aile entière');
  await page.getByLabel(say('manage.room.capacity')).fill('20');
  await page.getByText(say('manage.room.parts')).click();
  for (const part of ['Aile nord', 'Aile centre']) await page.getByLabel(part, { exact: true }).check();
  await page.getByRole('button', { name: say('manage.room.add'), exact: true }).click();
  await expect(page.getByRole('link', { name: 'Aile entière' })).toBeVisible();
  const { items } = await coordination.get<{ items: Room[] }>(`/api/spaces/${SPACE}/rooms`);
  const named = (name: string) => items.find((room) => room.name === name) as Room;
  await add('Deux ailes', { partIds: [named('Aile centre').id, south.id] });
  const everything = await add('Toutes les ailes', { partIds: [named('Aile entière').id, south.id] });

  const neighbour = await caretaker('membre.vaart');
  await neighbour.book({ rooms: ['Deux ailes'], title: 'Repetitie', start: `${DAY}T10:00`, end: `${DAY}T12:00` });

  const member = await visit({ as: 'membre.racines' });
  const panel = new Panel(member);
  const wish = async ({ slug }: Pick<Room, 'slug'>, from: string, to: string) => {
    await member.goto(`/${SPACE}/agenda?book=1&room=${slug}&date=${DAY}&start=${DAY}T${from}&end=${DAY}T${to}`);
  };
  for (const whole of [named('Aile entière'), everything]) {
    await wish(whole, '11:00', '12:00');
    await expect(panel.verdict).toContainText('Vrije Vaart vzw');
    await expect(panel.save).toHaveAttribute('aria-disabled', 'true');
  }
  await wish(north, '11:00', '12:00');
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await wish(named('Aile entière'), '12:00', '13:00');
  await expect(panel.verdict).toContainText('12:15');
  await expect(panel.save).toHaveAttribute('aria-disabled', 'true');
  await wish(named('Aile entière'), '12:15', '13:00');
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await panel.title.fill('Chorale');
  await panel.save.click();
  await expect(member.getByText(say('booking.booked', { title: 'Chorale' }))).toBeVisible();
  await wish(named('Aile centre'), '12:30', '13:00');
  await expect(panel.verdict).toContainText('Racines');
});
