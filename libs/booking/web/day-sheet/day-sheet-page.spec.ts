import type { DaySheet } from '@bota/booking/domain';
import { PageInHouse, words } from '../rooms/page.fixture';
import { DaySheetPage } from './day-sheet-page';

const id = '00000000-0000-7000-8000-000000000801';
const entry = (start: string, end: string): DaySheet['rooms'][number]['entries'][number] => ({
  ...{ bookingId: id, occurrenceId: id, organisationId: id, title: 'Nuit de la radio', note: '', organisation: 'Radio', attendees: null },
  ...{ start, end, takenFrom: start, takenUntil: end, setUpMinutes: 0, tearDownMinutes: 0, layout: 'theatre', layoutBefore: null },
  ...{ status: 'confirmed', contact: { name: 'Ada', email: null, phone: null }, keys: [] },
});
const closed = (start: string, end: string) => ({ room: null, start, end, reason: { fr: 'Congés' } });
async function open(sheet: Partial<DaySheet>) {
  const house = { name: 'Bota 75', address: '', zone: 'Europe/Brussels' };
  const body: DaySheet = { date: '2026-10-25', house, opens: null, closes: null, rooms: [], closures: [], ...sheet };
  const test = new PageInHouse(':space/house/day', DaySheetPage);
  return test.open('/bota-75/house/day?date=2026-10-25', { others: { '/day-sheets/2026-10-25': body } });
}
const rooms = (...entries: ReturnType<typeof entry>[]) => ({ rooms: [{ id, name: 'Grande salle', entries }] });

it.each([
  ['began the day before', '2026-10-24T20:00:00Z', '2026-10-25T05:00:00Z', 'sam. 24 oct., 22:00 – 6:00'],
  ['ends the day after', '2026-10-25T21:00:00Z', '2026-10-26T05:00:00Z', '22:00–6:00 (lun. 26 oct.)'],
  ['is of the day', '2026-10-25T09:00:00Z', '2026-10-25T11:00:00Z', '10:00–12:00'],
])('what %s says so, on the day clocks change too', async (_, start, end, said) =>
  expect(words((await open(rooms(entry(start, end)))).querySelector('.when'))).toBe(said),
);

it.each([
  ['all of the day', '2026-10-20T22:00:00Z', '2026-11-01T23:00:00Z', 'toute la journée'],
  ['a part of it', '2026-10-25T07:00:00Z', '2026-10-25T09:00:00Z', '8:00–10:00'],
])('a closure of %s says that, rather than an hour of another day', async (_, start, end, said) =>
  expect(words((await open({ closures: [closed(start, end)] })).querySelector('.note'))).toContain(said),
);
