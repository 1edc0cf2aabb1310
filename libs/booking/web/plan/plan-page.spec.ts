import type { Plan } from '@bota/residents/domain';
import { booked, FLOORS, house, room, salleA, salleB } from '../rooms/house.fixture';
import { PageInHouse, words } from '../rooms/page.fixture';
import { PlanPage } from './plan-page';

const office = room(30, 'Bureau 1', { bookable: false });
const drawn = [
  { ...salleA, outline: { x: 0, y: 0, width: 50, height: 30 } },
  { ...salleB, outline: { x: 50, y: 0, width: 50, height: 30 } },
  { ...office, outline: { x: 0, y: 30, width: 50, height: 30 } },
];
const organisation = { id: office.id, slug: 'racines', name: 'Racines', initials: 'RF', hue: 1, pattern: 1 };
const plan: Plan = {
  floors: FLOORS.map((floor) => ({ ...floor, width: 100, height: 60, drawing: null })),
  occupants: [{ roomId: office.id, organisation, desks: null }],
};
const others = {
  '/plan': plan,
  '/rooms': { items: [...drawn, ...house().rooms.filter(({ floorId }) => floorId !== salleA.floorId)], floors: FLOORS },
};
const items = [booked(salleA, '13:00', '15:00', { title: undefined, organisationId: undefined, visibility: 'private' })];
const labels = (page: HTMLElement) =>
  [...page.querySelectorAll('.box')].map((box) => box.getAttribute('aria-label')?.replaceAll('\u00a0', ' '));

it('says in words what is free, what is only occupied when it is private, and who sits where; each box leads on', async () => {
  const page = await new PageInHouse(':space/plan', PlanPage).open('/bota-75/plan', { items, others });
  expect(labels(page)).toEqual(['Salle A, Occupée, à nouveau libre à 15:00', 'Salle B, Libre, jusqu’à 21:00', 'Bureau 1, Racines']);
  expect([...page.querySelectorAll('.box')].map((box) => box.getAttribute('href'))).toEqual([
    '/bota-75/rooms/salle-a',
    '/bota-75/rooms/salle-b',
    '/bota-75/residents/racines',
  ]);
  expect(words(page.querySelector('b75-place-rows'))).toContain('Salle A 40 places à nouveau libre à 15:00 Occupée');
});

it('shows the floor of its address, also when nobody drew it', async () => {
  const page = await new PageInHouse(':space/plan', PlanPage).open('/bota-75/plan?floor=1', { items, others });
  expect(words(page.querySelector('[aria-current=page]'))).toBe('Premier étage');
  expect(words(page)).toContain('Cet étage n’est pas encore dessiné');
  expect(words(page.querySelector('b75-place-rows'))).toContain('Salle Marronnier');
});
