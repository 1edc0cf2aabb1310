import type { Booking, FeedDraft, FeedList, NewFeed } from '@bota/booking/domain';
import { shownBy } from './ics.fixture';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import { edited, this_ } from './edit.fixture';
import type { House } from './house.fixture';
import type { Someone } from './people.fixture';

const api = useApi();

async function feed(house: House, draft: FeedDraft, who: Someone = house.member): Promise<NewFeed> {
  const { status, body, text } = await who.post<NewFeed>(house.path('feeds'), draft);
  if (status !== 201) throw new Error(`no link: ${status} ${text}`);
  return body;
}
const read = (path: string, headers = {}) => api.anonymous().get(path, { headers });
const titlesIn = async (path: string) => shownBy((await read(path)).text).map((line) => line.slice(34));
const cancel = (house: House, id: string) => house.member.post(house.path(`bookings/${id}/cancellation`), {});

it('a room tells its calendar what its owner may see, and that it is busy otherwise', async () => {
  const house = await api.house();
  await book(house, { title: 'Publique', visibility: 'public' });
  await book(house, {
    title: 'Privée',
    visibility: 'private',
    start: '2026-03-17T10:00',
    end: '2026-03-17T11:00',
    description: 'Code 4711',
  });
  await book(house, {
    title: 'Grande',
    visibility: 'residents',
    roomIds: [house.hall],
    start: '2026-03-18T10:00',
    end: '2026-03-18T11:00',
  });
  await book(house, { title: 'Ailleurs', visibility: 'public', roomIds: [house.b] });
  const draft = { kind: 'room', roomId: house.a } as const;
  expect(await titlesIn((await feed(house, draft)).path)).toEqual(['Publique', 'Privée', 'Grande']);
  const ofNeighbour = (await feed(house, draft, house.neighbour)).path;
  expect(await titlesIn(ofNeighbour)).toEqual(['Publique', 'Occupé', 'Grande']);
  expect((await read(ofNeighbour)).text).not.toMatch(/Privée|Code 4711/);
  expect(await titlesIn((await feed(house, draft, house.stranger)).path)).toEqual(['Publique', 'Occupé', 'Occupé']);
});

describe('the calendar of a room', () => {
  const datesIn = async (house: House, roomId: string, who = house.member) =>
    shownBy((await read((await feed(house, { kind: 'room', roomId }, who)).path)).text).map((line) => line.slice(5, 16));
  const weekly = { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=4' }, visibility: 'public' } as const;
  const elsewhere = async (house: House, series: Booking, index: number, roomIds: string[]) =>
    edited(house, series, { ...this_(series, index), roomIds });

  it('has the dates of a series that are in it, and none that is elsewhere', async () => {
    const house = await api.house();
    const series = await book(house, weekly);
    await elsewhere(house, series, 1, [house.studio]);
    await elsewhere(house, series, 2, [house.hall]);
    expect(await datesIn(house, house.studio)).toEqual(['03-23T09:00']);
    expect(await datesIn(house, house.a)).toEqual(['03-16T09:00', '03-30T08:00', '04-06T08:00']);
    expect(await datesIn(house, house.b)).toEqual(['03-30T08:00']);
  });

  it('says so to whoever may not see the series, and beyond what is booked promises nothing elsewhere', async () => {
    const house = await api.house();
    const series = await book(house, { recurrence: { rrule: 'FREQ=WEEKLY' }, visibility: 'private' });
    await elsewhere(house, series, 1, [house.studio]);
    const { text } = await read((await feed(house, { kind: 'room', roomId: house.studio }, house.stranger)).path);
    expect(text.slice(text.indexOf('BEGIN:VEVENT')).match(/^(SUMMARY|RRULE|DTSTART;TZID=Europe.Brussels:2026\d+T|LOCATION).*/gm)).toEqual([
      'DTSTART;TZID=Europe/Brussels:20260323T100000',
      'SUMMARY:Occupé',
      'LOCATION:Studio',
    ]);
  });

  it('is told of a cancelled date that was in it, and not of a series that was elsewhere', async () => {
    const house = await api.house();
    const series = await book(house, weekly);
    await elsewhere(house, series, 1, [house.studio]);
    await cancel(house, series.id);
    const textOf = async (roomId: string) => (await read((await feed(house, { kind: 'room', roomId })).path)).text;
    expect(await textOf(house.a)).toContain('STATUS:CANCELLED');
    expect(await textOf(house.studio)).not.toContain('BEGIN:VEVENT');
  });

  it('is busy while somebody holds it, as long as they do; what was only asked for and withdrawn was never there', async () => {
    const house = await api.house();
    const roomId = await house.room({ name: 'Chapelle', rules: { holdHours: 4, approval: { always: true } } });
    const textOf = async (who = house.member) => (await read((await feed(house, { kind: 'room', roomId }, who)).path)).text;
    const held = await book(house, { roomIds: [roomId], holdUntil: '2026-01-05T11:00', title: 'Peut-être' });
    expect(await textOf()).toMatch(/STATUS:TENTATIVE[^]*SUMMARY:Peut-être/);
    expect(await textOf(house.stranger)).toMatch(/STATUS:TENTATIVE[^]*SUMMARY:Occupé/);
    expect((await read((await feed(house, { kind: 'person' })).path)).text).not.toContain('BEGIN:VEVENT');
    await cancel(house, held.id);
    expect(await textOf()).not.toContain('BEGIN:VEVENT');
    const request = await book(house, { roomIds: [roomId] });
    expect(await textOf()).toContain('STATUS:TENTATIVE');
    await cancel(house, request.id);
    for (const text of [await textOf(), (await read((await feed(house, { kind: 'person' })).path)).text])
      expect(text).not.toContain('BEGIN:VEVENT');
  });
});

it('no calendar names a person or an address of theirs', async () => {
  const house = await api.house();
  await book(house, { title: 'Publique', visibility: 'public' });
  const { text, headers } = await read((await feed(house, { kind: 'room', roomId: house.a })).path);
  expect(text).not.toMatch(new RegExp(`${house.member.email}|Member`));
  expect(text).toContain('ORGANIZER;CN=Racines:mailto:bota75@localhost');
  expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
});

it('the calendars of an organisation and of a person leave out what their owner may not see', async () => {
  const house = await api.house();
  await book(house, { title: 'Publique', visibility: 'public' });
  await book(house, { title: 'Privée', visibility: 'private', start: '2026-03-17T10:00', end: '2026-03-17T11:00' }, house.colleague);
  const ofRacines = { kind: 'organisation', organisationId: house.racines } as const;
  expect(await titlesIn((await feed(house, ofRacines)).path)).toEqual(['Publique', 'Privée']);
  expect(await titlesIn((await feed(house, ofRacines, house.neighbour)).path)).toEqual(['Publique']);
  expect(await titlesIn((await feed(house, { kind: 'person' })).path)).toEqual(['Publique']);
  expect(await titlesIn((await feed(house, { kind: 'person' }, house.colleague)).path)).toEqual(['Privée']);
});

it('who leaves the organisation sees less from then on, by the same link', async () => {
  const house = await api.house();
  await book(house, { title: 'Privée', visibility: 'private' });
  const [ofRoom, own] = [await feed(house, { kind: 'room', roomId: house.a }), await feed(house, { kind: 'person' })];
  expect([await titlesIn(ofRoom.path), await titlesIn(own.path)]).toEqual([['Privée'], ['Privée']]);
  await api.db.query('DELETE FROM membership WHERE person_id = $1', [house.member.id]);
  expect([await titlesIn(ofRoom.path), await titlesIn(own.path)]).toEqual([['Occupé'], []]);
});

it('the public calendar of the house holds its public bookings only', async () => {
  const house = await api.house();
  await book(house, { title: 'Publique', visibility: 'public' });
  await book(house, { title: 'Interne', start: '2026-03-17T10:00', end: '2026-03-17T11:00' });
  const { text } = await read(house.path('calendar.ics'));
  expect(shownBy(text).map((line) => line.slice(34))).toEqual(['Publique']);
  expect(text).toContain('X-WR-CALNAME:Maison');
});

it('a series with a date left out and one moved arrives as it is, and again with a higher sequence when it changes', async () => {
  const house = await api.house();
  const series = await book(house, { visibility: 'public', recurrence: { rrule: 'FREQ=WEEKLY;COUNT=4' } });
  const [, second, third] = series.occurrences;
  await house.member.post(house.path(`bookings/${series.id}/cancellation`), { scope: 'this', occurrenceId: second?.id });
  const moved = { scope: 'this', occurrenceId: third?.id, start: '2026-03-31T15:00', end: '2026-03-31T16:00' };
  await house.member.patch(house.path(`bookings/${series.id}`), moved);
  const { text } = await read(house.path('calendar.ics'));
  expect(shownBy(text).map((line) => line.slice(0, 16))).toEqual(['2026-03-16T09:00', '2026-03-31T13:00', '2026-04-06T08:00']);
  expect(text).toContain('SEQUENCE:2');
});

it('what is cancelled is told for ninety days, then forgotten; so is what is over', async () => {
  const house = await api.house();
  const booking = await book(house, { visibility: 'public' });
  await book(house, { visibility: 'public', title: 'Passée', start: '2026-01-06T10:00', end: '2026-01-06T11:00' });
  await cancel(house, booking.id);
  const path = house.path('calendar.ics');
  expect((await read(path)).text).toMatch(new RegExp(`UID:${booking.id}@bota75[^]*STATUS:CANCELLED`));
  expect(await titlesIn(path)).toEqual(['Passée']);
  api.setNow('2026-04-07T08:00:00Z');
  expect((await read(path)).text).not.toContain('BEGIN:VEVENT');
});

it('says 304 when nothing changed, and the whole again when something did', async () => {
  const house = await api.house();
  const booking = await book(house, { visibility: 'public' });
  const { path } = await feed(house, { kind: 'person' });
  const first = await read(path);
  const known = { 'if-none-match': first.headers.get('etag') ?? '' };
  expect(await read(path, known)).toMatchObject({ status: 304, text: '' });
  // What stands between may have made another tag of it, or ask with several.
  for (const tags of ['"x", ' + known['if-none-match'].replace('W/', ''), '*'])
    expect(await read(path, { 'if-none-match': tags })).toMatchObject({ status: 304, text: '' });
  expect((await read(path, { 'if-none-match': 'W/"x"' })).status).toBe(200);
  await house.member.patch(house.path(`bookings/${booking.id}`), { title: 'Autre' });
  const again = await read(path, known);
  expect([again.status, again.text.includes('SUMMARY:Autre')]).toEqual([200, true]);
});

it('a link is told once, kept as a digest, counted when read, and gone when revoked', async () => {
  const house = await api.house();
  const made = await feed(house, { kind: 'room', roomId: house.a });
  const token = made.path.slice('/api/calendars/'.length, -'.ics'.length);
  expect(token).toMatch(/^[\w-]{43}$/);
  const rows = await api.db.query('SELECT * FROM calendar_feed WHERE id = $1', [made.id]);
  expect(JSON.stringify(rows)).not.toContain(token);
  expect((await read(made.path)).status).toBe(200);
  const list = async (who: Someone) => (await who.get<FeedList>(house.path('feeds'))).body.items;
  expect(await list(house.member)).toEqual([
    { id: made.id, kind: 'room', subject: 'Salle A', createdAt: '2026-01-05T08:00:00.000Z', lastReadAt: '2026-01-05T08:00:00.000Z' },
  ]);
  expect(await list(house.colleague)).toEqual([]);
  expect((await house.colleague.delete(house.path(`feeds/${made.id}`))).status).toBe(404);
  expect((await house.member.delete(house.path(`feeds/${made.id}`))).status).toBe(204);
  expect(await list(house.member)).toEqual([]);
  expect(await read(made.path)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect((await house.member.delete(house.path(`feeds/${made.id}`))).status).toBe(404);
});

it.each(['x.ics', `${'A'.repeat(43)}.ics`, 'A'.repeat(43), `${'A'.repeat(42)}!.ics`])('%s is no link', async (file) => {
  expect((await read(`/api/calendars/${file}`)).status).toBe(404);
});

it('a link needs a room or an organisation of this house', async () => {
  const [house, other] = [await api.house(), await api.house()];
  const ask = (draft: object) => house.member.post(house.path('feeds'), draft);
  expect((await ask({ kind: 'room', roomId: other.a })).body.code).toBe('room/unknown');
  expect((await ask({ kind: 'organisation', organisationId: other.racines })).body.code).toBe('residency/unknown-organisation');
  expect((await ask({ kind: 'room' })).body.code).toBe('invalid-input');
});

it('the links of who erases their account are gone with it', async () => {
  const house = await api.house();
  const { path } = await feed(house, { kind: 'room', roomId: house.a }, house.stranger);
  expect((await house.stranger.post('/api/me/erasure', { email: house.stranger.email })).status).toBe(204);
  expect((await read(path)).status).toBe(404);
});

it('a link asked too often waits', async () => {
  const house = await api.house();
  const { path } = await feed(house, { kind: 'person' });
  const statuses = new Set<number>();
  for (let turn = 0; turn < 121; turn++) statuses.add((await read(path)).status);
  expect([...statuses]).toEqual([200, 429]);
});
