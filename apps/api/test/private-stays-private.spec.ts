import type { Booking, CalendarItem, Preview, Visibility } from '@bota/booking/domain';
import type { HttpClient } from '@bota/shared/testing';
import { useApi } from './api.fixture';
import { ask, at, book, draft } from './booking.fixture';
import type { House } from './house.fixture';

const api = useApi();
const readers = ['anonymous', 'stranger', 'neighbour', 'colleague', 'admin', 'coordinator'] as const;
type Reader = (typeof readers)[number];
const clientOf = (house: House, reader: Reader): HttpClient => (reader === 'anonymous' ? api.anonymous() : house[reader]);

const SEES: Record<Visibility, readonly Reader[]> = {
  public: readers,
  residents: ['neighbour', 'colleague', 'admin', 'coordinator'],
  private: ['colleague', 'admin', 'coordinator'],
};
const table = (['public', 'residents', 'private'] as const).flatMap((visibility) =>
  readers.map((reader) => [visibility, reader, SEES[visibility].includes(reader)] as const),
);

describe.each(table)('a %s booking, read by %s: %s', (visibility, reader, isSeen) => {
  let house: House;
  let booking: Booking;
  let client: HttpClient;
  beforeEach(async () => {
    house = await api.house();
    booking = await book(house, { title: 'Réunion secrète', visibility, attendees: 7 });
    client = clientOf(house, reader);
  });

  it('in the agenda', async () => {
    const { body, text } = await client.get<{ items: CalendarItem[] }>(house.path('calendar?from=2026-03-16&to=2026-03-17'));
    const [item] = body.items;
    expect(item).toMatchObject({ bookingId: booking.id, roomIds: [house.a], start: booking.start, end: booking.end, visibility });
    if (isSeen) expect(item).toMatchObject({ title: 'Réunion secrète', organisationId: house.racines, attendees: 7 });
    else expect(text).not.toMatch(new RegExp(`secrète|${house.racines}|attendees|Member`));
  });

  it('by itself', async () => {
    const { status, text } = await client.get(house.path(`bookings/${booking.id}`));
    expect(status).toBe(isSeen ? 200 : 404);
    if (!isSeen) expect(text).not.toContain('secrète');
  });

  it('in the way of a preview', async () => {
    const { body, text } = await client.post<Preview>(house.path('bookings/preview'), {
      ...draft(house),
      title: '',
      organisationId: undefined,
    });
    const [reason] = body.occurrences[0]?.reasons ?? [];
    expect(reason).toMatchObject({ code: 'ROOM_TAKEN', roomId: house.a, until: booking.end });
    if (isSeen) expect(reason?.by).toMatchObject({ title: 'Réunion secrète', organisation: 'Racines' });
    else expect([reason?.by, /secrète|Racines/.test(text)]).toEqual([{}, false]);
  });
});

it('visitors do not learn who booked; those who live and work in the house do', async () => {
  const house = await api.house();
  const { id } = await book(house, { visibility: 'public' });
  const path = house.path(`bookings/${id}`);
  for (const reader of [api.anonymous(), house.stranger]) expect((await reader.get(path)).text).not.toMatch(/bookedBy|Member/);
  for (const reader of [house.neighbour, house.colleague, house.coordinator])
    expect((await reader.get(path)).body).toMatchObject({ bookedBy: { displayName: 'Member' } });
});

it('whoever is refused by a private booking does not learn whose it is', async () => {
  const house = await api.house();
  await book(house, { title: 'Réunion secrète', visibility: 'private' });
  const { status, body, text } = await ask(house, { organisationId: house.voisins }, house.neighbour);
  expect([status, body.reasons?.[0]?.by]).toEqual([409, {}]);
  expect(text).not.toMatch(/secrète|Racines/);
});

it('a series that skipped a date because of a private booking does not say whose it was, to nobody', async () => {
  const house = await api.house();
  await book(house, { title: 'Réunion secrète', visibility: 'private', ...at('10:00–11:00') });
  const series = { organisationId: house.voisins, recurrence: { rrule: 'FREQ=DAILY;COUNT=2' }, onRefused: 'skip' as const };
  const { id, occurrences } = await book(house, { ...series, visibility: 'public' }, house.neighbour);
  expect(occurrences[0]?.reasons).toEqual([expect.objectContaining({ code: 'ROOM_TAKEN', by: {} })]);
  const seen = await api.anonymous().get(house.path(`bookings/${id}`));
  expect([seen.status, /secrète|Racines/.test(seen.text)]).toEqual([200, false]);
});

it('a public series that skipped a date does not tell passers-by what only residents may know', async () => {
  const house = await api.house();
  await book(house, { title: 'Réunion interne', visibility: 'residents' });
  const series = { organisationId: house.voisins, recurrence: { rrule: 'FREQ=DAILY;COUNT=2' }, onRefused: 'skip' as const };
  const { id } = await book(house, { ...series, visibility: 'public' }, house.neighbour);
  const seen = await api.anonymous().get(house.path(`bookings/${id}`));
  expect([seen.status, /interne|Racines/.test(seen.text)]).toEqual([200, false]);
});

it('who may not see a booking gets the same 404 for changing it, and for one that is not there', async () => {
  const house = await api.house();
  const { id } = await book(house, { visibility: 'residents' });
  for (const [method, path, body] of [
    ['GET', `bookings/${id}`, undefined],
    ['PATCH', `bookings/${id}`, { title: 'Autre' }],
    ['POST', `bookings/${id}/cancellation`, {}],
    ['PATCH', 'bookings/01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10', { title: 'Autre' }],
  ] as const) {
    const answer = await house.stranger.ask(method, house.path(path), body, {});
    expect([method, answer.status, answer.body.code]).toEqual([method, 404, 'not-found']);
  }
});

it('a booking is found through its own house only', async () => {
  const [house, other] = [await api.house(), await api.house()];
  const { id } = await book(house, { visibility: 'public' });
  expect((await house.member.get(other.path(`bookings/${id}`))).status).toBe(404);
  expect((await other.coordinator.patch(other.path(`bookings/${id}`), { title: 'Autre' })).status).toBe(404);
  expect((await other.coordinator.post(other.path(`bookings/${id}/cancellation`), {})).status).toBe(404);
  expect((await house.member.get<Booking>(house.path(`bookings/${id}`))).body.title).toBe('Assemblée');
});

it('who left the organisation does not see its private bookings, nor change their own', async () => {
  const house = await api.house();
  const { id } = await book(house, { visibility: 'private' });
  await api.db.query('DELETE FROM membership WHERE person_id = $1', [house.member.id]);
  expect((await house.member.get(house.path(`bookings/${id}`))).status).toBe(404);
  expect((await house.member.patch(house.path(`bookings/${id}`), { title: 'Autre' })).status).toBe(404);
  const mine = await house.member.get<{ items: CalendarItem[] }>(house.path('bookings'));
  expect(mine.text).not.toContain('Assemblée');
});
