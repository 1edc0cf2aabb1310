import { Confirmations } from '@bota/booking/api';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import { edited, this_ } from './edit.fixture';
import type { House } from './house.fixture';
import { useMailServer } from './mail.fixture';
import { cancels, invited, useGuests } from './participant.fixture';

const env: Record<string, string> = {};
const mail = useMailServer(env);
const api = useApi(env);
const { letters, addressOf } = useGuests(api, mail);

const WEEKLY = { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=4' } };
const MOVED = 'À un autre moment\u00a0: mercredi 25 mars 2026, 14:00–15:00 (au lieu de lundi 23 mars 2026, 10:00–11:00).';
const said = (text: string | undefined): string[] => (text ?? '').split('\n').filter((line) => /^(À un autre|N’)/.test(line));
const confirmed = async (house: House) => {
  while ((await api.app.get(Confirmations).write()) > 0);
  return (await mail.to(house.member.email)).at(-1);
};

it('an invitation names what is at another time, and what does not take place', async () => {
  const house = await api.house();
  const email = addressOf('ada');
  const series = await book(house, { ...WEEKLY, ...invited(email) });
  const [first] = await letters(email, 1);
  expect(said(first?.text)).toEqual([]);
  await edited(house, series, { ...this_(series, 1), start: '2026-03-25T14:00', end: '2026-03-25T15:00' });
  const [, moved] = await letters(email, 2);
  expect(said(moved?.text)).toEqual([MOVED]);
  await cancels(house, series.id, this_(series, 2));
  const [, , less] = await letters(email, 3);
  expect(said(less?.text)).toEqual([MOVED, 'N’a pas lieu\u00a0: lundi 30 mars 2026, 10:00–11:00.']);
});

it('a change of all of it names them as they are after it, and none that is over', async () => {
  const house = await api.house();
  const series = await book(house, WEEKLY);
  await cancels(house, series.id, this_(series, 0));
  await cancels(house, series.id, this_(series, 2));
  api.setNow('2026-03-17T08:00:00Z');
  await edited(house, series, { start: '2026-03-16T12:00', end: '2026-03-16T13:30' }, house.coordinator);
  const letter = (await mail.to(house.member.email)).find(({ subject }) => subject?.startsWith('Réservation modifiée'));
  expect(said(letter?.text)).toEqual(['N’a pas lieu\u00a0: lundi 30 mars 2026, 12:00–13:30.']);
});

it('a confirmation names the dates that could not be booked', async () => {
  const house = await api.house();
  for (const day of ['2026-03-23', '2026-04-06'])
    await book(house, { organisationId: house.voisins, start: `${day}T10:30`, end: `${day}T11:30` }, house.neighbour);
  await book(house, { ...WEEKLY, onRefused: 'skip' });
  expect(said((await confirmed(house))?.text)).toEqual([
    'N’ont pas lieu\u00a0: lundi 23 mars 2026, 10:00–11:00\u00a0; lundi 6 avril 2026, 10:00–11:00.',
  ]);
});

it('of many it names the first ten', async () => {
  const house = await api.house();
  const email = addressOf('ada');
  const days = Array.from({ length: 13 }, (_, index) => `2026-03-${String(17 + index).padStart(2, '0')}T10:00`);
  await book(house, { recurrence: { rrule: 'FREQ=DAILY;COUNT=20', exdates: days }, ...invited(email) });
  const [line = ''] = said((await letters(email, 1))[0]?.text);
  expect([line.split('\u00a0; ').length, line.endsWith('\u00a0; et 3 autres dates.')]).toEqual([11, true]);
});
