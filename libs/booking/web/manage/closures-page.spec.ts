import { booked, closed, salleA } from '../rooms/house.fixture';
import { PageInHouse, words } from '../rooms/page.fixture';
import { ClosuresPage } from './closures-page';

const affected = { count: 1, items: [booked(salleA, '2026-11-25T10:00', '2026-11-25T11:00', { title: 'Chorale' })] };
const others = { '/closures': { items: [] }, '/affected-bookings': affected };

it('says while a closure is written which bookings it would meet, with their addresses', async () => {
  const test = new PageInHouse(':space/house/closures', ClosuresPage);
  const page = await test.open('/bota-75/house/closures', { others });
  expect(words(page)).toContain('Aucune fermeture annoncée');
  await test.later(350);
  await test.answer({ others });
  const note = page.querySelector('b75-affected-list');
  expect(words(note)).toContain('Une réservation tombe dans cette fermeture. Elle reste, et sera signalée.');
  expect(note?.querySelector('a')?.getAttribute('href')).toBe(`/bota-75/bookings/${affected.items[0]?.bookingId}`);
});

it('asks for a room when some rooms are to close, and sends nothing before', async () => {
  const test = new PageInHouse(':space/house/closures', ClosuresPage);
  const page = await test.open('/bota-75/house/closures', { others });
  page.querySelectorAll<HTMLInputElement>('[type=radio]')[1]?.click();
  page.querySelector<HTMLButtonElement>('[type=submit]')?.click();
  await test.answer({ others });
  expect(words(page.querySelector('ui-error-summary'))).toContain('Choisissez au moins une salle.');
});

it.each([
  ['whole days by their dates', '2026-12-24T00:00', '2026-12-27T00:00', 'du 24 au 26 décembre 2026'],
  ['a whole day', '2026-12-24T00:00', '2026-12-25T00:00', 'le jeudi 24 décembre 2026, toute la journée'],
  [
    'an end at midnight as the end of the last day',
    '2026-12-24T18:00',
    '2026-12-27T00:00',
    'du 24 décembre 2026, 18:00 au 26 décembre 2026, 24:00',
  ],
  ['hours of one day once', '2026-12-24T18:00', '2026-12-25T00:00', 'jeudi 24 décembre 2026, 18:00–24:00'],
  ['other ends as they are', '2026-12-24T18:00', '2026-12-27T08:00', 'du 24 décembre 2026, 18:00 au 27 décembre 2026, 8:00'],
])('says %s', async (_, start, end, expected) => {
  const test = new PageInHouse(':space/house/closures', ClosuresPage);
  const page = await test.open('/bota-75/house/closures', { others: { ...others, '/closures': { items: [closed(start, end)] } } });
  expect(words(page.querySelector('li .s'))).toBe(expected);
});
