import { booked, cabine, FLOORS, marronnier, salleA, salleB } from '../rooms/house.fixture';
import { PageInHouse, words } from '../rooms/page.fixture';
import { Today } from './today';

const team = booked(salleB, '14:00', '16:00', {
  title: 'Réunion d’équipe',
  mine: true,
  attendees: 8,
  may: { edit: true, cancel: true, checkIn: false },
});
const items = [
  team,
  booked(salleA, '12:00', '14:15', { title: 'Permanence logement' }),
  booked(cabine, '13:00', '14:00', { title: undefined, organisationId: undefined }),
];
const link = (page: Element, name: string) =>
  [...page.querySelectorAll('a')].find((a) => (a.getAttribute('aria-label') ?? words(a)).includes(name));

it('says the moment, my next booking, what is on, and which rooms are free', async () => {
  const page = await new PageInHouse(':space/today', Today).open('/bota-75/today', { items, mine: [team] });
  expect(words(page.querySelector('h1'))).toBe('Mardi 24 novembre');
  expect(words(page)).toContain('Il est 13:20. Deux salles sont libres, deux activités sont en cours.');
  expect(words(page.querySelector('b75-next-booking'))).toContain(
    'Dans 40 minutes · 14:00–16:00 Réunion d’équipe Salle B, rez-de-chaussée 8 personnes',
  );
  expect(words(page.querySelector('b75-doing-list'))).toContain('Permanence logement Racines & Finances Salle A · jusqu’à 14:15');
  expect(words(page.querySelector('b75-doing-list'))).toContain('Occupé Cabine');
  expect(words(page.querySelector('b75-free-rooms'))).toContain('Salle Marronnier 16 places · premier étage jusqu’à 21:00');
});

it('a button on a free room opens the booking filled in from the next quarter of an hour', async () => {
  const page = await new PageInHouse(':space/today', Today).open('/bota-75/today', { items });
  expect(link(page, `Réserver ${marronnier.name}`)?.getAttribute('href')).toBe(
    '/bota-75/agenda?book=1&room=salle-marronnier&date=2026-11-24&start=2026-11-24T13:30&end=2026-11-24T14:30',
  );
});

it.each([
  ['the first moment that its rules allow', { stepMinutes: 60 }, '2026-11-24T14:00&end=2026-11-24T15:00'],
  ['no button to what is too late, but why', { leadMinutes: 1440 }, undefined],
])('offers of a room that is free %s', async (_, rules, expected) => {
  const room = { ...marronnier, rules: { ...marronnier.rules, ...rules } };
  const page = await new PageInHouse(':space/today', Today).open('/bota-75/today', {
    items,
    others: { '/rooms': { items: [room], floors: FLOORS } },
  });
  const href = link(page, `Réserver ${marronnier.name}`)?.getAttribute('href');
  if (expected) expect(href).toContain(expected);
  else expect(href).toBeUndefined();
  expect(words(page.querySelector('b75-free-rooms')).includes('À réserver au moins 1 jour à l’avance')).toBe(!expected);
});

it('offers the first booking when there is none', async () => {
  const page = await new PageInHouse(':space/today', Today).open('/bota-75/today');
  expect(words(page.querySelector('b75-my-bookings'))).toContain('Aucune réservation à venir');
  expect(page.querySelector('b75-my-bookings a')?.getAttribute('href')).toBe('/bota-75/agenda?book=1');
});

it('tells people without an organisation whom to ask, and offers them no button', async () => {
  const page = await new PageInHouse(':space/today', Today).open('/bota-75/today', { mayBook: false });
  expect(words(page.querySelector('b75-my-bookings'))).toContain('La coordination peut vous y inscrire');
  expect(link(page, 'Réserver')).toBeUndefined();
});

it('loads with rows in place, says what failed, and tries again', async () => {
  const house = new PageInHouse(':space/today', Today);
  const page = await house.load('/bota-75/today');
  expect(page.querySelectorAll('ui-skeleton')).toHaveLength(3);
  await house.fail();
  expect([...page.querySelectorAll('ui-failure')].map(words)).toEqual([
    expect.stringContaining('Vos réservations n’ont pas pu être chargées'),
    expect.stringContaining('L’agenda n’a pas pu être chargé'),
  ]);
  for (const retry of page.querySelectorAll<HTMLElement>('ui-failure button')) retry.click();
  await house.answer();
  expect(words(page)).toContain('Cinq salles sont libres');
});

it('reads again when something changes elsewhere', async () => {
  const house = new PageInHouse(':space/today', Today);
  const page = await house.open('/bota-75/today', { items, mine: [team] });
  house.news.next('missed');
  await house.later(400);
  await house.answer({ items: [], mine: [] });
  expect(words(page)).toContain('Cinq salles sont libres, rien n’est en cours.');
  expect(page.querySelector('b75-next-booking')).toBeNull();
});
