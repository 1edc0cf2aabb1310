import { wallOf } from '@bota/shared/domain';
import { PanelInHouse } from '../book/panel.fixture';
import { salleA, ZONE } from '../rooms/house.fixture';
import { words } from '../rooms/page.fixture';

const HOUR_MS = 3_600_000;

/** The panel where the room may be kept until then. */
async function kept(until: Date) {
  const house = new PanelInHouse();
  const panel = await house.open({ roomIds: [salleA.id], start: '2199-11-24T13:30', end: '2199-11-24T15:30' });
  await house.verdict({ occurrences: [], alternatives: [], holdUntil: until.toISOString() });
  const select = panel.querySelector<HTMLSelectElement>('#hold');
  return { house, select, choices: [...(select?.options ?? [])].map(words) };
}

it.each([
  [2, ['Sans option', 'Garder 2 heures, puis décider']],
  [4, ['Sans option', 'Garder 4 heures, puis décider']],
  [24, ['Sans option', 'Garder 4 heures, puis décider', 'Garder 1 jour, puis décider']],
  [0.4, []],
])('a room that may be kept %s hours is offered for as long', async (hours, expected) => {
  const { choices } = await kept(new Date(Date.now() + hours * HOUR_MS));
  expect(choices).toEqual(expected);
});

it('is never kept beyond what was offered', async () => {
  const until = new Date(Math.floor(Date.now() / 1000) * 1000 + 4 * HOUR_MS - 5000);
  const { house, select } = await kept(until);
  if (!select) throw new Error('no hold is offered');
  select.value = '4';
  select.dispatchEvent(new Event('change'));
  const { holdUntil } = house.desk.form();
  expect(holdUntil).toBe(wallOf(until, ZONE));
});
