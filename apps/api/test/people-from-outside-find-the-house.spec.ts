import ICAL from 'ical.js';
import type { NewFeed, OutsideAnswer } from '@bota/booking/domain';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import type { House } from './house.fixture';
import { type Received, useMailServer } from './mail.fixture';
import { asksFor, openToNeighbours } from './outside.fixture';
import { invited, useGuests } from './participant.fixture';

const env: Record<string, string> = { TRUST_PROXY: 'on' };
const mail = useMailServer(env);
const api = useApi(env);
const { letters, addressOf } = useGuests(api, mail);

const ADDRESS = 'Rue Botanique 75, 1210 Bruxelles';
/** A house with an address. */
async function located(house: House): Promise<House> {
  const { status } = await house.coordinator.patch(`/api/spaces/${house.id}`, { address: ADDRESS });
  expect(status).toBe(200);
  return house;
}
const locationsIn = (text: string): string[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => String(event.getFirstPropertyValue('location')));
const partOf = (letter: Received | undefined) =>
  locationsIn(letter?.attachments.find(({ contentType }) => contentType === 'text/calendar')?.content.toString() ?? '');

it('who is invited from outside reads where the house is, in the letter and in the calendar', async () => {
  const house = await located(await api.house());
  const [guest, resident] = [addressOf('ada'), house.neighbour.email];
  await book(house, { ...invited(guest, resident), recurrence: { rrule: 'FREQ=WEEKLY;COUNT=2' } });
  const [letter] = await letters(guest, 1);
  expect(letter?.text).toContain(`lundi 16 mars 2026, 10:00–11:00, Salle A.\n\nC’est à Maison, ${ADDRESS}.`);
  expect(partOf(letter)).toEqual([`Salle A, Maison, ${ADDRESS}`]);
});

it('who lives in the house knows where it is', async () => {
  const house = await located(await api.house());
  await book(house, invited(house.neighbour.email));
  const [letter] = await letters(house.neighbour.email, 1);
  expect([letter?.text?.includes(ADDRESS), partOf(letter)]).toEqual([false, ['Salle A']]);
});

it('a neighbour whose request is accepted finds the way in their calendar', async () => {
  const house = await located(await openToNeighbours(api));
  const request = await asksFor(api, mail, house);
  const { start, end, purpose: title } = request;
  const acceptance = { verdict: 'accept', organisationId: house.racines, roomIds: [house.a], start, end, title };
  const { status } = await house.coordinator.post<OutsideAnswer>(house.path(`outside-requests/${request.id}/decision`), acceptance);
  expect(status).toBe(200);
  expect(partOf((await mail.to(request.email, 2)).at(-1))).toEqual([`Salle A, Maison, ${ADDRESS}`]);
});

it('so does who follows the public calendar; who follows a room as a resident reads the room', async () => {
  const house = await located(await api.house());
  await book(house, { visibility: 'public' });
  const read = async (path: string) => locationsIn((await api.anonymous().get(path)).text);
  const { body } = await house.member.post<NewFeed>(house.path('feeds'), { kind: 'room', roomId: house.a });
  expect(await read(house.path('calendar.ics'))).toEqual([`Salle A, Maison, ${ADDRESS}`]);
  expect(await read(body.path)).toEqual(['Salle A']);
});
