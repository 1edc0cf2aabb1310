import ICAL from 'ical.js';
import { Confirmations } from '@bota/booking/api';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import { edited } from './edit.fixture';
import type { House } from './house.fixture';
import { type Received, useMailServer } from './mail.fixture';
import { invited, useGuests } from './participant.fixture';
import { SERIES, takenHouse, takes } from './substitutes.fixture';

const env: Record<string, string> = {};
const mail = useMailServer(env);
const api = useApi(env);
const { letters, addressOf } = useGuests(api, mail);

const REPEATS = 'La réservation se répète\u00a0: chaque jour, 4 fois, Salle A.';
const ELSEWHERE = 'Dans une autre salle\u00a0: mardi 17 mars 2026, 10:00–11:00 (Salle B)\u00a0; jeudi 19 mars 2026, 10:00–11:00 (Atelier).';
/** Four days in Salle A, of which two are elsewhere because it is taken. */
async function spread() {
  const { house, atelier } = await takenHouse(await api.house());
  return { house, atelier, wish: { ...SERIES, substitutes: [takes(17, house.b), takes(19, atelier)] } };
}
/** Of each date that the calendar part says by itself, its day and its room; first that of all others. */
function roomsIn(letter: Received | undefined): string[][] {
  const part = letter?.attachments.find(({ contentType }) => contentType === 'text/calendar');
  const events = new ICAL.Component(ICAL.parse(part?.content.toString() ?? '')).getAllSubcomponents('vevent');
  const of = (event: ICAL.Component, name: string) => String(event.getFirstPropertyValue(name) ?? '');
  return events.map((event) => [of(event, 'recurrence-id').slice(0, 10), of(event, 'location')]);
}
const CALENDAR = [
  ['', 'Salle A'],
  ['2026-03-17', 'Salle B'],
  ['2026-03-19', 'Atelier'],
];
const confirmed = async (house: House) => {
  while ((await api.app.get(Confirmations).write()) > 0);
  return (await mail.to(house.member.email)).at(-1);
};

it('a confirmation says which dates are elsewhere, and so does its calendar part', async () => {
  const { house, wish } = await spread();
  await book(house, wish);
  const letter = await confirmed(house);
  expect(letter?.text).toContain('lundi 16 mars 2026, 10:00–11:00, Salle A.');
  expect([letter?.text?.includes(REPEATS), letter?.text?.includes(ELSEWHERE)]).toEqual([true, true]);
  expect(roomsIn(letter)).toEqual(CALENDAR);
});

it('when its first date is elsewhere it says where that one is, and where the rest', async () => {
  const { house } = await spread();
  await book(
    house,
    { title: 'Répétition', organisationId: house.voisins, start: '2026-03-16T10:30', end: '2026-03-16T11:30' },
    house.neighbour,
  );
  await book(house, { ...SERIES, onRefused: 'skip', substitutes: [takes(16, house.b)] });
  const letter = await confirmed(house);
  expect(letter?.text).toContain('lundi 16 mars 2026, 10:00–11:00, Salle B.');
  expect(letter?.text).toContain(REPEATS);
  expect(letter?.text).toContain('Dans une autre salle\u00a0: lundi 16 mars 2026, 10:00–11:00 (Salle B).');
  expect(letter?.text).toContain('2 dates n’ont pas pu être réservées.');
});

it('a change of all of it and an invitation say so too', async () => {
  const { house, wish } = await spread();
  const email = addressOf('ada');
  const booking = await book(house, { ...wish, ...invited(email) });
  const [invitation] = await letters(email, 1);
  // From outside, the house is said too.
  const there = CALENDAR.map(([day, room]) => [day, `${room}, Maison`]);
  expect([invitation?.text?.includes(REPEATS), invitation?.text?.includes(ELSEWHERE), roomsIn(invitation)]).toEqual([true, true, there]);
  await edited(house, booking, { title: 'Bal' }, house.coordinator);
  const change = (await mail.to(house.member.email)).find(({ subject }) => subject?.startsWith('Réservation modifiée'));
  expect([change?.text?.includes(REPEATS), change?.text?.includes(ELSEWHERE), roomsIn(change)]).toEqual([true, true, CALENDAR]);
});

it('a change of one date speaks of its room and its title alone', async () => {
  const { house, wish } = await spread();
  const booking = await book(house, wish);
  await edited(house, booking, { scope: 'this', occurrenceId: booking.occurrences[1]?.id ?? '', title: 'Visite' }, house.coordinator);
  const [letter] = await mail.to(house.member.email);
  expect(letter?.subject).toBe('Réservation modifiée\u00a0: Visite');
  expect(letter?.text).toContain('mardi 17 mars 2026, 10:00–11:00, Salle B.');
  expect(letter?.text).not.toContain('se répète');
});

it('a letter about a series names the holiday calendars that it leaves out', async () => {
  const house = await api.house();
  const ranges = [{ from: '2026-03-23', to: '2026-04-03' }];
  const name = { fr: 'Congés scolaires', nl: 'Schoolvakanties' };
  const { body } = await house.coordinator.post<{ id: string }>(house.path('exclusion-calendars'), { name, ranges });
  await book(house, { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=5', excludes: [body.id] } });
  expect((await confirmed(house))?.text).toContain('La réservation se répète\u00a0: chaque semaine, 5 fois (sauf Congés scolaires).');
});
