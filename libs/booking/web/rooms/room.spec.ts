import { TestBed } from '@angular/core/testing';
import { aSpace } from '@bota/spaces/web/testing';
import { booked, hall, marronnier, salleA } from './house.fixture';
import { PageInHouse, words } from './page.fixture';
import { RoomPage } from './room';

const open = (room: string, items = [booked(hall, '2026-11-25T09:00', '2026-11-25T12:00', { title: 'Assemblée' })]) =>
  new PageInHouse(':space/rooms/:room', RoomPage).open(`/bota-75/rooms/${room}?view=list`, { items });

it('says what the room has, whether it is free, and its rules in plain words', async () => {
  const page = await open(marronnier.slug);
  expect(words(page.querySelector('h1'))).toBe('Salle Marronnier');
  expect(words(page.querySelector('b75-room-facts'))).toContain('16 places autour d’une table 40 m² Écran');
  expect(words(page.querySelector('b75-room-now'))).toContain('Libre jusqu’à 21:00. Prochains créneaux de 2 heures :');
  expect(words(page.querySelector('b75-room-aside'))).toContain(
    'Ouverte de 8:00 à 21:00, fermée le dimanche. De 30 minutes à 4 heures à la fois. Deux groupes peuvent se suivre sans battement.',
  );
});

it('each free time is a link that opens the booking', async () => {
  const [first] = (await open(marronnier.slug)).querySelectorAll('b75-room-now a');
  expect(first?.getAttribute('aria-label')).toBe('Réserver aujourd’hui, 13:30–15:30');
  expect(first?.getAttribute('href')).toContain('room=salle-marronnier&date=2026-11-24&start=2026-11-24T13:30&end=2026-11-24T15:30');
});

it('to who may not book but ask, each free time opens the form with room and time; else it leads nowhere', async () => {
  const links = async (neighboursMayAsk: boolean) => {
    TestBed.resetTestingModule();
    const others = { '/spaces/bota-75': { ...aSpace, neighboursMayAsk, may: { book: false, configure: false } } };
    const page = await new PageInHouse(':space/rooms/:room', RoomPage).open(`/bota-75/rooms/${marronnier.slug}`, { others });
    const slots = [...page.querySelectorAll('b75-room-now a')];
    return slots.slice(0, 1).map((slot) => [slot.getAttribute('aria-label'), slot.getAttribute('href')]);
  };
  expect(await links(false)).toEqual([]);
  expect(await links(true)).toEqual([
    ['Demander aujourd’hui, 13:30–15:30', '/bota-75/ask?room=salle-marronnier&start=2026-11-24T13:30&end=2026-11-24T15:30'],
  ]);
});

it('shows in its week what takes it through the room it is part of', async () => {
  const page = await open(salleA.slug);
  expect(words(page.querySelector('b75-week-list'))).toContain(
    'Mercredi 25 novembre 9:00–12:00 Assemblée Racines & Finances · Grande salle',
  );
  expect(words(page.querySelector('b75-room-aside'))).toContain('Fait partie de Grande salle.');
});

it('a room that does not exist leads to the list', async () => {
  const page = await open('salle-z');
  expect(words(page.querySelector('h1'))).toBe('Cette salle n’existe pas');
  expect(page.querySelector('a')?.getAttribute('href')).toBe('/bota-75/rooms');
});
