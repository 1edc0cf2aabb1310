import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Booking, CalendarImportReport, ImportedEvent } from '@bota/booking/domain';
import { fetchText } from '@bota/shared/api';
import type { Problem } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import { calendar, confirm, event, previewed, receive, said, shown, startsIn } from './calendar.import.fixture';
import type { House } from './house.fixture';
import { shownBy } from './ics.fixture';

const api = useApi({ FETCH_ALLOW: '127.0.0.1' });
const moved = ['LOCATION:Salle A', 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE;TZID=Europe/Brussels:20260330T100000'];

it('is looked at without booking anything, and its locations are rooms by their names', async () => {
  const house = await api.house();
  const { status, body } = await receive(house, calendar(event(), event({ uid: 'b', more: ['LOCATION:Ailleurs'] })));
  expect(status).toBe(200);
  expect(said(body)).toEqual(['a created', 'b left-out']);
  expect(body.locations).toEqual([
    { location: 'Salle A', events: 1, roomId: house.a },
    { location: 'Ailleurs', events: 1, roomId: null },
  ]);
  expect(body.items[1]?.problem).toBe('no-room');
  expect(await shown(house)).toEqual([]);
});

it('is booked once: again it is unchanged, then changed, then cancelled, each with what became of it', async () => {
  const house = await api.house();
  expect(said(await confirm(house, calendar(event())))).toEqual(['a created']);
  expect(said(await confirm(house, calendar(event())))).toEqual(['a unchanged']);
  expect(said(await confirm(house, calendar(event({ hours: ['1400', '1500'] }))))).toEqual(['a updated']);
  expect(await startsIn(house)).toEqual(['2026-03-16T13:00']);
  const cancelled = calendar(event({ more: ['LOCATION:Salle A', 'STATUS:CANCELLED'] }));
  expect(said(await confirm(house, cancelled))).toEqual(['a cancelled']);
  expect(said(await confirm(house, cancelled))).toEqual(['a unchanged']);
  expect(await shown(house)).toEqual([]);
});

it('leaves alone what the house changed since, as long as the other calendar did not', async () => {
  const house = await api.house();
  await confirm(house, calendar(event()));
  const [item] = await shown(house);
  await house.coordinator.patch(house.path(`bookings/${item?.bookingId}`), { start: '2026-03-16T16:00', end: '2026-03-16T17:00' });
  expect(said(await confirm(house, calendar(event())))).toEqual(['a unchanged']);
  expect(await startsIn(house)).toEqual(['2026-03-16T15:00']);
});

it('conflicts are told by date with who is in the way, with what is booked and with the calendar itself', async () => {
  const house = await api.house();
  await book(house, { title: 'Assemblée', start: '2026-03-23T10:00', end: '2026-03-23T11:00' });
  const text = calendar(event({ more: ['LOCATION:Salle A', 'RRULE:FREQ=WEEKLY;COUNT=3'] }), event({ uid: 'b', hours: ['1030', '1130'] }));
  const { body } = await receive(house, text);
  const [series, single] = body.items as [ImportedEvent, ImportedEvent];
  expect(series).toMatchObject({ state: 'created', dates: 2, conflicts: 1 });
  expect(series.reasons).toMatchObject([{ code: 'ROOM_TAKEN', start: '2026-03-23T09:00:00.000Z', by: { title: 'Assemblée' } }]);
  expect(single).toMatchObject({ state: 'refused', dates: 0, reasons: [{ code: 'ROOM_TAKEN', by: { title: 'Cours a' } }] });
  const done = await confirm(house, text);
  expect(done.items.map(({ state, dates, conflicts }) => [state, dates, conflicts])).toEqual([
    ['created', 2, 1],
    ['refused', 0, 1],
  ]);
  expect(await startsIn(house)).toEqual(['2026-03-16T09:00', '2026-03-23T09:00', '2026-03-30T08:00']);
});

it('a series with a conflict is left whole when that was asked', async () => {
  const house = await api.house();
  await book(house, { start: '2026-03-23T10:00', end: '2026-03-23T11:00' });
  const text = calendar(event({ more: ['LOCATION:Salle A', 'RRULE:FREQ=WEEKLY;COUNT=3'] }));
  expect(said(await confirm(house, text, { onRefused: 'refuse' }))).toEqual(['a refused']);
  expect(await shown(house)).toHaveLength(1);
  expect(said(await confirm(house, text))).toEqual(['a created']);
});

it('is booked over the rules of a room for a reason, which is logged with it; never over what is taken', async () => {
  const house = await api.house();
  await house.close('2026-03-23T00:00:00Z', '2026-03-24T00:00:00Z');
  const text = calendar(event({ more: ['LOCATION:Salle A', 'RRULE:FREQ=WEEKLY;COUNT=2'] }));
  expect((await previewed(house, text)).items[0]).toMatchObject({ dates: 1, conflicts: 1, reasons: [{ code: 'CLOSED' }] });
  const over = { overrideReason: 'Fête du quartier' };
  expect((await previewed(house, text, over)).items[0]).toMatchObject({ dates: 2, conflicts: 0 });
  expect((await confirm(house, text, over)).items[0]).toMatchObject({ state: 'created', dates: 2, conflicts: 0 });
  const [log] = await api.db.query(`SELECT after FROM log WHERE space_id = $1 AND kind = 'booking.created'`, [house.id]);
  expect(log.after).toMatchObject({ overridden: ['CLOSED'], overrideReason: 'Fête du quartier' });
  const later = calendar(event({ day: '20260323', hours: ['1400', '1500'] }));
  expect((await confirm(house, later)).items[0]?.state).toBe('refused');
  const moved = calendar(event({ hours: ['1400', '1500'], more: ['LOCATION:Salle A', 'RRULE:FREQ=WEEKLY;COUNT=2'] }));
  expect((await confirm(house, moved, over)).items[0]).toMatchObject({ state: 'updated', dates: 2, conflicts: 0 });
  expect((await confirm(house, calendar(event({ uid: 'b', hours: ['1430', '1530'] })), over)).items[0]?.reasons[0]?.code).toBe(
    'ROOM_TAKEN',
  );
});

it.each([
  ['with the address of the house', 'Salle A\\, Maison\\, Rue Botanique 75', {}, 'a created'],
  ['of two rooms, which is none', 'Salle A\\, Salle B\\, Maison', {}, 'a left-out'],
  ['that is said to be none', 'Salle A', { rooms: [{ location: 'Salle A', roomId: null }] }, 'a left-out'],
])('a location %s', async (_, location, wish, state) => {
  const house = await api.house();
  expect(said(await previewed(house, calendar(event({ more: [`LOCATION:${location}`] })), wish))).toEqual([state]);
});

it('remembers which room a location means', async () => {
  const house = await api.house();
  const text = calendar(event({ more: ['LOCATION:Rez-de-chaussée\\, à gauche'] }));
  const location = 'Rez-de-chaussée, à gauche';
  expect(said(await confirm(house, text, { rooms: [{ location, roomId: house.studio }] }))).toEqual(['a created']);
  const { body } = await receive(house, calendar(event({ uid: 'b', day: '20260317', more: ['LOCATION:Rez-de-chaussée\\, à gauche'] })));
  expect([body.locations[0]?.roomId, said(body)]).toEqual([house.studio, ['b created', 'a left-out']]);
});

it('a date that was moved is booked apart, and ends when it is back in its series', async () => {
  const house = await api.house();
  const series = event({ more: ['LOCATION:Salle A', 'RRULE:FREQ=WEEKLY;COUNT=2'] });
  const change = event({ day: '20260324', more: ['LOCATION:Salle A', 'RECURRENCE-ID;TZID=Europe/Brussels:20260323T100000'] });
  await confirm(house, calendar(series, change));
  expect(await startsIn(house)).toEqual(['2026-03-16T09:00', '2026-03-24T09:00']);
  await confirm(house, calendar(series));
  expect(await startsIn(house)).toEqual(['2026-03-16T09:00', '2026-03-23T09:00']);
});

it('what is over is left out unless it is asked for', async () => {
  const house = await api.house();
  const text = calendar(event({ day: '20251201' }));
  expect((await receive(house, text)).body.items[0]).toMatchObject({ state: 'left-out', problem: 'past' });
  expect(said(await confirm(house, text, { past: true }))).toEqual(['a created']);
});

it.each([
  ['no start', ['BEGIN:VEVENT', 'UID:x', 'SUMMARY:X', 'END:VEVENT'], 'no-start'],
  ['no end', ['BEGIN:VEVENT', 'UID:x', 'DTSTART:20260316T100000Z', 'END:VEVENT'], 'no-end'],
  ['dates of its own', event({ more: ['RDATE:20260401T100000Z'] }), 'own-dates'],
  ['an unknown zone', ['BEGIN:VEVENT', 'UID:x', 'DTSTART;TZID=Nowhere:20260316T100000', 'END:VEVENT'], 'unknown-zone'],
  ['a range', event({ more: ['RECURRENCE-ID;RANGE=THISANDFUTURE:20260316T090000Z'] }), 'range'],
  ['a start that is none', ['BEGIN:VEVENT', 'UID:x', 'DTSTART:garbage', 'DTEND:20260316T110000Z', 'END:VEVENT'], 'unreadable'],
  ['a start long ago', ['BEGIN:VEVENT', 'UID:x', 'DTSTART:00010316T100000Z', 'DTEND:00010316T110000Z', 'END:VEVENT'], 'no-date'],
  ['a line that is none', event({ more: ['this is no line'] }), 'unreadable'],
  ['an identifier of a date that is none', event({ more: ['RECURRENCE-ID:soon'] }), 'unreadable'],
  ['no end of its lines', event().slice(0, -1), 'unreadable'],
])('an event with %s says so, and the others go on', async (_, lines, problem) => {
  const house = await api.house();
  const { body } = await receive(house, calendar(event({ uid: 'good' }), lines));
  expect(body.items.map(({ state, problem: why }) => [state, why])).toEqual([
    ['created', undefined],
    ['refused', problem],
  ]);
});

it.each([
  ['no calendar', 'hello', 'calendar-import/unreadable'],
  ['a contact', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:X\r\nEND:VCARD\r\n', 'calendar-import/unreadable'],
  ['an empty one', calendar(), 'calendar-import/empty'],
  ['one that breaks off', calendar(event()).replace(/END:VCALENDAR\s*$/, ''), 'calendar-import/unreadable'],
  [
    'one that breaks off before another',
    `${calendar(event()).replace(/END:VCALENDAR\s*$/, '')}${calendar(event())}`,
    'calendar-import/unreadable',
  ],
  ['far too many events', calendar(...Array.from({ length: 1001 }, (_, index) => event({ uid: `u${index}` }))), 'calendar-import/too-many'],
])('%s is refused', async (_, text, code) => {
  const house = await api.house();
  const { status, body } = await receive<Problem>(house, text);
  expect([status, body.code]).toEqual([422, code]);
});

it('is for coordinators, of this house', async () => {
  const [house, other] = [await api.house(), await api.house()];
  expect((await receive(house, calendar(event()), house.admin)).status).toBe(403);
  const { body } = await receive(house, calendar(event()));
  expect((await other.coordinator.post(other.path(`calendar-imports/${body.id}/preview`), {})).status).toBe(404);
});

it('what one house exports, another imports with the same dates, left-out and moved ones too', async () => {
  const [house, other] = [await api.house(), await api.house()];
  const series = await book(house, { visibility: 'public', recurrence: { rrule: 'FREQ=WEEKLY;COUNT=8' } });
  const [, second, third] = series.occurrences;
  await house.member.post(house.path(`bookings/${series.id}/cancellation`), { scope: 'this', occurrenceId: second?.id });
  const change = { scope: 'this', occurrenceId: third?.id, start: '2026-03-31T15:00', end: '2026-03-31T16:30', title: 'Ailleurs' };
  await house.member.patch(house.path(`bookings/${series.id}`), change);
  await book(house, { visibility: 'public', roomIds: [house.hall], start: '2026-03-28T22:00', end: '2026-03-29T06:00' });
  const exported = async (from: House) => (await api.anonymous().get(from.path('calendar.ics'))).text;
  const text = await exported(house);
  expect((await confirm(other, text)).counts).toMatchObject({ created: 3, refused: 0 });
  expect(shownBy(await exported(other))).toEqual(shownBy(text));
  expect((await confirm(house, text)).counts).toMatchObject({ unchanged: 3, created: 0 });
});

it('a big series keeps its wall time through summer and winter', async () => {
  const house = await api.house();
  await confirm(house, calendar(event({ more: moved })));
  expect(await startsIn(house)).toEqual(['2026-03-16T09:00', '2026-03-23T09:00', '2026-04-06T08:00']);
  const [item] = await shown(house);
  const { body } = await api.anonymous().get<Booking>(house.path(`bookings/${item?.bookingId}`));
  expect(body.recurrence?.exdates).toEqual(['2026-03-30T10:00']);
});

describe('from an address', () => {
  const answers = new Map<string, { status?: number; headers?: Record<string, string>; body?: string }>();
  const server = createServer((request, response) => {
    const { status = 200, headers = {}, body = '' } = answers.get(request.url ?? '') ?? { status: 404 };
    response.writeHead(status, headers).end(body);
  });
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));
  const from = (house: House, url: string) =>
    house.coordinator.post<CalendarImportReport & Problem>(house.path('calendar-imports/from-address'), { url });

  it('is read once and kept: the secret in the address is not', async () => {
    const house = await api.house();
    answers.set('/secret.ics', { body: calendar(event()) });
    const { body } = await from(house, `http://127.0.0.1:${port}/secret.ics`);
    expect([said(body), body.source]).toEqual([['a created'], `127.0.0.1:${port}`]);
    answers.delete('/secret.ics');
    const { status } = await house.coordinator.post(house.path(`calendar-imports/${body.id}/preview`), {});
    expect(status).toBe(200);
  });

  it.each([
    ['plain http', 'http://calendar.example/a.ics'],
    ['a file', 'file:///etc/passwd'],
    ['this machine over IPv6', 'https://[::1]/a.ics'],
    ['a private network', 'https://10.0.0.1/a.ics'],
    ['another private network', 'https://192.168.1.1/a.ics'],
    ['the addresses of a cloud', 'https://169.254.169.254/latest/meta-data'],
    ['IPv4 inside IPv6', 'https://[::ffff:10.0.0.1]/a.ics'],
    ['a number as an address', 'https://2130706434/a.ics'],
    ['nowhere', 'https://0.0.0.0/a.ics'],
    ['credentials', 'https://me:secret@calendar.example/a.ics'],
    ['no address', 'calendar'],
  ])('%s is refused without asking', async (_, url) => {
    const { status, body } = await from(await api.house(), url);
    expect([status, body.code]).toEqual([422, 'calendar-import/unsafe-address']);
  });

  it('a name is judged by the addresses it has', async () => {
    await expect(fetchText('https://localhost/a.ics', { allow: [], mostBytes: 1 })).rejects.toMatchObject({ why: 'unsafe' });
  });

  it('a redirect is judged like an address', async () => {
    const house = await api.house();
    answers.set('/away', { status: 302, headers: { location: 'https://10.0.0.1/a.ics' } });
    answers.set('/plain', { status: 302, headers: { location: 'http://calendar.example/a.ics' } });
    answers.set('/ever', { status: 302, headers: { location: '/ever' } });
    answers.set('/near', { status: 301, headers: { location: '/here.ics' } });
    answers.set('/here.ics', { body: calendar(event()) });
    const codes = [];
    for (const path of ['/away', '/plain', '/ever']) codes.push((await from(house, `http://127.0.0.1:${port}${path}`)).body.code);
    expect(codes).toEqual(['calendar-import/unsafe-address', 'calendar-import/unsafe-address', 'calendar-import/unreachable']);
    expect((await from(house, `http://127.0.0.1:${port}/near`)).status).toBe(200);
  });

  it('too much, an error, and nobody there are refused', async () => {
    const house = await api.house();
    answers.set('/big', { body: 'x'.repeat(5 * 1024 * 1024 + 1) });
    expect((await from(house, `http://127.0.0.1:${port}/big`)).body.code).toBe('payload-too-large');
    expect((await from(house, `http://127.0.0.1:${port}/missing`)).body.code).toBe('calendar-import/unreachable');
    expect((await from(house, 'http://127.0.0.1:1/a.ics')).body.code).toBe('calendar-import/unreachable');
  });
});
