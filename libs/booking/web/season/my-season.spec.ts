import { READER_ID } from '@bota/spaces/web/testing';
import { salleA } from '../rooms/house.fixture';
import { PageInHouse, words } from '../rooms/page.fixture';
import { MySeason } from './my-season';

const id = (n: number) => `00000000-0000-7000-8000-00000000080${n}`;
const ROUND = {
  ...{ id: id(0), name: 'Saison 2027–2028', firstDay: '2027-09-01', lastDay: '2028-06-30', wishesUntil: '2026-12-20', appealsUntil: null },
  ...{ opensOn: null, roomIds: [salleA.id], state: 'open', version: 1, counts: [], appealsWaiting: 0, report: null },
  ...{ may: { run: false, wish: true, appeal: false }, wishFor: [{ id: READER_ID, name: 'Racines & Finances' }] },
};
const wish = (n: number, need: number) => ({
  ...{ id: id(n), organisationId: READER_ID, organisation: 'Racines & Finances', need, title: `Souhait ${n}`, attendees: null },
  ...{ features: [], choices: [{ roomId: salleA.id, weekday: 2, start: '09:00', end: '11:30' }], bookingId: null },
  may: { edit: true, appeal: false },
});
const season = (...numbers: number[]) => ({
  others: {
    [`/season-rounds/${id(0)}`]: ROUND,
    '/wishes': { items: numbers.map((n, at) => wish(n, at + 1)) },
    '/plan': { number: 0, plan: null, publishedAt: null },
    '/appeals': { items: [] },
    '/wish-order': {},
  },
});

async function open(...numbers: number[]) {
  const house = new PageInHouse(':space/season/:round', MySeason);
  const page = await house.open(`/bota-75/season/${id(0)}`, season(...numbers));
  const press = async (button: string, then = season(...numbers)) => {
    const found = page.querySelector<HTMLElement>(button);
    found?.focus();
    found?.click();
    await house.answer(then);
    await house.answer(then);
  };
  return { house, page, press };
}
const row = (n: number) => `[data-wish="${id(n)}"]`;
const focused = () => words(document.activeElement as HTMLElement);

it('says times as everywhere', async () => {
  const { page, press } = await open(1);
  expect(words(page)).toContain('Salle A, mardi 9:00–11:30');
  await press(`${row(1)} .edit`);
  expect([...page.querySelectorAll('#wish-0-start option')].slice(18, 20).map((option) => option.textContent)).toEqual(['9:00', '9:30']);
});

it('goes into the form that opens, and back to what opened it', async () => {
  const { press } = await open(1, 2);
  await press('button.add');
  expect(document.activeElement?.id).toBe('wish-title');
  await press('b75-season-wish-form .acts button:last-child');
  expect(focused()).toBe('Ajouter un souhait');
  await press(`${row(2)} .edit`);
  expect(document.activeElement?.id).toBe('wish-title');
  await press('b75-season-wish-form .acts button:last-child');
  expect(focused()).toBe('Modifier Souhait 2');
});

it('goes to a choice that is added, and to the one before when it is removed', async () => {
  const { press } = await open(1);
  await press('button.add');
  await press('b75-season-wish-form .acts button:nth-child(2)');
  expect(document.activeElement?.id).toBe('wish-1-room');
  await press('b75-season-wish-form legend button');
  expect(document.activeElement?.id).toBe('wish-0-room');
});

it('stays with a wish that becomes the first', async () => {
  const { press } = await open(1, 2);
  await press(`${row(2)} button`, season(2, 1));
  expect(focused()).toBe('Modifier Souhait 2');
});

it('keeps what is typed while others are read anew', async () => {
  const { house, page, press } = await open(1, 2, 3);
  await press(`${row(1)} .edit`);
  const title = page.querySelector<HTMLInputElement>('#wish-title');
  if (title) title.value = 'Autre titre';
  title?.dispatchEvent(new Event('input'));
  await press(`${row(3)} button`, season(1, 3, 2));
  await house.answer(season(1, 3, 2));
  expect(page.querySelector<HTMLInputElement>('#wish-title')?.value).toBe('Autre titre');
});
