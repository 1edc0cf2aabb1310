import { salleA } from '../rooms/house.fixture';
import { seedFrom } from './seed-from';

const store = { roomBySlug: (slug: string) => (slug === salleA.slug ? salleA : undefined) };
const roomIds = [salleA.id];

it.each([
  ['rooms and a time', { start: '2026-12-06T10:00', end: '2026-12-06T12:00' }, { start: '2026-12-06T10:00', end: '2026-12-06T12:00' }],
  ['no time that is none', { start: '10:00', end: '12:00' }, {}],
  ['no day that is none', { start: '2026-02-30T10:00' }, {}],
  ['no hour that is none', { start: '2026-12-06T25:00' }, {}],
  ['no end that is none', { start: '2026-12-06T10:00', end: 'noon' }, { start: '2026-12-06T10:00' }],
])('an address places %s', (_, params, seed) => expect(seedFrom({ room: salleA.slug, ...params }, store)).toEqual({ roomIds, ...seed }));

it('an address without rooms, and without a time that is one, places nothing', () =>
  expect(seedFrom({ start: 'tomorrow', end: '12:00' }, store)).toBeNull());
