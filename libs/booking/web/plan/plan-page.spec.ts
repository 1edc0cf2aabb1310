import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
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

it('at a chosen time it says what is free then, and each free room leads to its booking then', async () => {
  const then = [booked(salleA, '2026-12-01T15:00', '2026-12-01T17:00')];
  const page = await new PageInHouse(':space/plan', PlanPage).open('/bota-75/plan?date=2026-12-01&time=15:30', { items: then, others });
  expect(labels(page)).toEqual([
    'Salle A, Occupée, à nouveau libre à 17:00',
    'Salle B, Libre, jusqu’à 21:00, Réserver 15:30–16:30',
    'Bureau 1, Racines',
  ]);
  const params = new URL(page.querySelectorAll('.box')[1]?.getAttribute('href') ?? '', 'http://house').searchParams;
  expect(Object.fromEntries(params)).toEqual({
    book: '1',
    room: 'salle-b',
    date: '2026-12-01',
    start: '2026-12-01T15:30',
    end: '2026-12-01T16:30',
  });
  expect(words(page.querySelector('b75-place-rows'))).toContain('Réserver 15:30–16:30');
});

it('what the rules refuse then is not said to be free, and leads to no booking: what is past, and before the time a room asks for', async () => {
  const slow = { ...salleB, outline: drawn[1]?.outline, rules: { ...salleB.rules, leadMinutes: 48 * 60 } };
  const rooms = { ...others, '/rooms': { items: [drawn[0], slow], floors: FLOORS } };
  const page = (time: string) => new PageInHouse(':space/plan', PlanPage).open(`/bota-75/plan?time=${time}`, { items: [], others: rooms });
  const later = await page('15:00');
  expect(labels(later)).toEqual([
    'Salle A, Libre, jusqu’à 21:00, Réserver 15:00–16:00',
    'Salle B, Pas réservable, À réserver au moins 2 jours à l’avance',
  ]);
  expect(words(later.querySelector('[role=status]'))).toBe('1 salle libre à 15:00');
});

it('a moment that is past is booked by nobody', async () => {
  const page = await new PageInHouse(':space/plan', PlanPage).open('/bota-75/plan?time=12:00', { items: [], others });
  expect(labels(page)[0]).toBe('Salle A, Pas réservable, Ce moment est passé');
});

it('who may not book is led to the room', async () => {
  const page = await new PageInHouse(':space/plan', PlanPage).open('/bota-75/plan?time=18:00', { items: [], others, mayBook: false });
  expect(page.querySelector('.box')?.getAttribute('href')).toBe('/bota-75/rooms/salle-a');
});

it('a time that slides stands in the address', async () => {
  const house = new PageInHouse(':space/plan', PlanPage);
  const page = await house.open('/bota-75/plan', { items, others });
  const slider = page.querySelector<HTMLInputElement>('input[type=range]');
  expect(slider?.getAttribute('aria-valuetext')).toBe('13:20');
  if (slider) slider.value = '70';
  slider?.dispatchEvent(new Event('change'));
  await house.answer({ items, others });
  expect(TestBed.inject(Router).url).toContain('date=2026-11-24&time=17:30');
});
