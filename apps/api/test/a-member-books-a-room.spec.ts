import type { Booking } from '@bota/booking/domain';
import { useApi } from './api.fixture';
import { ask, at, book, draft } from './booking.fixture';
import { type House } from './house.fixture';
import { join, organisation, resides } from './people.fixture';

const api = useApi();
const NOWHERE = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10';
const written = async ({ id }: House) =>
  (
    await api.db.query(
      `SELECT (SELECT count(*)::int FROM booking WHERE space_id = $1) AS bookings, (SELECT count(*)::int FROM allocation WHERE space_id = $1) AS taken,
         (SELECT count(*)::int FROM occurrence WHERE space_id = $1) AS dates,
         (SELECT count(*)::int FROM log WHERE space_id = $1 AND kind LIKE 'booking.%') AS logged`,
      [id],
    )
  )[0];
const NOTHING = { bookings: 0, taken: 0, dates: 0, logged: 0 };

describe('who may not', () => {
  it('is asked to sign in', async () => {
    const house = await api.house();
    const { status, body } = await ask(house, {}, api.anonymous());
    expect([status, body.code]).toEqual([401, 'not-signed-in']);
    expect(await written(house)).toEqual(NOTHING);
  });

  it('books in no name but that of an own organisation', async () => {
    const house = await api.house();
    for (const [who, organisationId] of [
      [house.stranger, house.racines],
      [house.neighbour, house.racines],
      [house.member, house.voisins],
      [house.member, NOWHERE],
    ] as const) {
      const { status, body } = await ask(house, { organisationId }, who);
      expect([status, body.code]).toEqual([403, 'booking/not-your-organisation']);
    }
    expect(await written(house)).toEqual(NOTHING);
  });

  it('is the coordinator of another house', async () => {
    const [house, other] = [await api.house(), await api.house()];
    expect((await ask(house, {}, other.coordinator)).status).toBe(403);
  });

  it.each([
    ['never was resident', undefined],
    ['is resident no more', { from: '2020-01-01', to: '2026-03-15' }],
    ['is not resident yet', { from: '2026-03-17' }],
  ])('books for an organisation that %s', async (_, residency) => {
    const house = await api.house();
    const organisationId = await organisation(house.ground, 'Ailleurs');
    await join(house.ground, organisationId, house.stranger, 'admin');
    if (residency) await resides(house.ground, { spaceId: house.id, organisationId, by: house.coordinator.id, ...residency });
    const { status, body } = await ask(house, { organisationId }, house.stranger);
    expect([status, body.code, body.errors?.[0]?.path]).toEqual([409, 'booking/organisation-not-resident', 'organisationId']);
    expect(await written(house)).toEqual(NOTHING);
  });

  it('books from the first to the last day of residency', async () => {
    const house = await api.house();
    const organisationId = await organisation(house.ground, 'Un jour');
    await join(house.ground, organisationId, house.stranger, 'member');
    await resides(house.ground, { spaceId: house.id, organisationId, by: house.coordinator.id, from: '2026-03-16', to: '2026-03-16' });
    await book(house, { organisationId }, house.stranger);
  });
});

describe('bad input', () => {
  it.each([
    ['no title', { title: '  ' }, 'title'],
    ['a long title', { title: 'x'.repeat(121) }, 'title'],
    ['no organisation', { organisationId: undefined }, 'organisationId'],
    ['an organisation that is no id', { organisationId: 'racines' }, 'organisationId'],
    ['no room', { roomIds: [] }, 'roomIds'],
    ['a room that is no id', { roomIds: ['hall'] }, 'roomIds.0'],
    ['a start that is no time', { start: '16 March' }, 'start'],
    ['a start without a time', { start: '2026-03-16' }, 'start'],
    ['a month that is none', { start: '2026-13-16T10:00' }, 'start'],
    ['a day that is none', { start: '2026-02-30T10:00' }, 'start'],
    ['an hour that is none', { end: '2026-03-16T25:00' }, 'end'],
    ['an unknown visibility', { visibility: 'secret' as 'public' }, 'visibility'],
    ['nobody', { attendees: 0 }, 'attendees'],
    ['half a person', { attendees: 1.5 }, 'attendees'],
    ['an empty rule', { recurrence: { rrule: '' } }, 'recurrence.rrule'],
    ['a left-out date that is none', { recurrence: { rrule: 'FREQ=DAILY', exdates: ['Monday'] } }, 'recurrence.exdates.0'],
    ['an unknown choice', { onRefused: 'maybe' as 'skip' }, 'onRefused'],
    ['a text that no database keeps', { title: 'a\u0000b' }, 'title'],
    ['half a character', { title: 'a\ud800b' }, 'title'],
    ['a title that turns the text around it', { title: '\u202eabc' }, 'title'],
    ['a title that nobody sees', { title: '\u200b\u200b' }, 'title'],
  ])('%s is refused, naming the field and the rule', async (_, wish, path) => {
    const house = await api.house();
    const { status, body, headers } = await ask(house, wish);
    expect([status, body.code, body.errors?.map((error) => error.path)]).toEqual([400, 'invalid-input', [path]]);
    expect(body.errors?.[0]?.message).not.toBe('');
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await written(house)).toEqual(NOTHING);
  });

  it.each([
    ['an end before its start', at('11:00–10:00'), 'booking/ends-before-it-starts', 'end'],
    ['an end at its start', at('10:00–10:00'), 'booking/ends-before-it-starts', 'end'],
    ['an unknown room', { roomIds: [NOWHERE] }, 'booking/unknown-room', 'roomIds.0'],
  ])('%s cannot be done', async (_, wish, code, path) => {
    const house = await api.house();
    const { status, body } = await ask(house, wish);
    expect([status, body.code, body.errors?.[0]?.path]).toEqual([422, code, path]);
    expect(await written(house)).toEqual(NOTHING);
  });

  it('a room of another house is unknown here', async () => {
    const [house, other] = [await api.house(), await api.house()];
    const { status, body } = await ask(house, { roomIds: [house.a, other.b] });
    expect([status, body.code, body.errors?.[0]?.path]).toEqual([422, 'booking/unknown-room', 'roomIds.1']);
    expect(await written(house)).toEqual(NOTHING);
  });

  it('the past is closed to members, open to the coordinator', async () => {
    const house = await api.house();
    const past = { start: '2026-01-05T08:59', end: '2026-01-05T10:00' };
    const { status, body } = await ask(house, past);
    expect([status, body.reasons]).toEqual([409, [{ code: 'IN_THE_PAST' }]]);
    await book(house, past, house.coordinator);
    await book(house, { start: '2026-01-05T10:00', end: '2026-01-05T11:00' });
  });

  it('two weeks are the longest', async () => {
    const house = await api.house();
    await book(house, { start: '2026-03-16T10:00', end: '2026-03-30T11:00' }); // summer time: 14 × 24 h elapsed
    const { status, body } = await ask(house, { roomIds: [house.b], start: '2026-03-16T10:00', end: '2026-03-30T11:01' });
    expect([status, body.reasons]).toEqual([409, [{ code: 'TOO_LONG', limit: 14 * 24 * 60 }]]);
  });
});

describe('a booking', () => {
  it('answers with its dates and what I may do', async () => {
    const house = await api.house();
    const { status, body, headers } = await ask<Booking>(house, { attendees: 8, description: 'Ordre du jour' });
    expect(status).toBe(201);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(body).toEqual({
      id: expect.any(String),
      uid: `${body.id}@bota75`,
      version: 1,
      title: 'Assemblée',
      description: 'Ordre du jour',
      organisationId: house.racines,
      organisation: 'Racines',
      bookedBy: { id: house.member.id, displayName: 'Member' },
      roomIds: [house.a],
      visibility: 'residents',
      attendees: 8,
      status: 'confirmed',
      expiresAt: null,
      decisionNote: null,
      start: '2026-03-16T09:00:00.000Z',
      end: '2026-03-16T10:00:00.000Z',
      zone: 'Europe/Brussels',
      recurrence: null,
      layout: null,
      setUpMinutes: 0,
      tearDownMinutes: 0,
      retrySkipped: false,
      participants: [],
      followsId: null,
      followedById: null,
      occurrences: [
        {
          id: expect.any(String),
          recurrenceId: '2026-03-16T10:00',
          start: '2026-03-16T09:00:00.000Z',
          end: '2026-03-16T10:00:00.000Z',
          status: 'confirmed',
          roomIds: [house.a],
          flags: [],
          cancelledLate: false,
          reasons: [],
          checkedInAt: null,
          releasedAt: null,
          may: { edit: true, cancel: true, checkIn: true, reinstate: false },
        },
      ],
      createdAt: '2026-01-05T08:00:00.000Z',
      may: { edit: true, cancel: true, decide: false, confirm: false },
    });
  });

  it('reads back as it was answered', async () => {
    const house = await api.house();
    const booked = await book(house, { roomIds: [house.studio, house.hall], recurrence: { rrule: 'FREQ=DAILY;COUNT=3' } });
    const read = await house.member.get<Booking>(house.path(`bookings/${booked.id}`));
    expect(read.status).toBe(200);
    const sorted = ({ occurrences, roomIds, ...rest }: Booking) => ({
      ...rest,
      roomIds: roomIds.toSorted(),
      occurrences: occurrences.map((one) => ({ ...one, roomIds: one.roomIds.toSorted() })),
    });
    expect(sorted(read.body)).toEqual(sorted(booked));
  });

  it('takes a time with an offset as the instant it is', async () => {
    const house = await api.house();
    const { start } = await book(house, { start: '2026-03-16T04:00:00-05:00', end: '2026-03-16T10:00:00Z' });
    expect(start).toBe('2026-03-16T09:00:00.000Z');
  });

  it('finds its space by slug too', async () => {
    const house = await api.house();
    expect((await house.member.post(`/api/spaces/${house.slug}/bookings`, draft(house))).status).toBe(201);
  });

  it('is made by the coordinator in the name of any resident', async () => {
    const house = await api.house();
    expect(await book(house, {}, house.coordinator)).toMatchObject({ organisation: 'Racines', may: { edit: true } });
  });

  it('with a UID of those that the house gives is refused to members', async () => {
    const house = await api.house();
    const { status, body } = await ask(house, { uid: 'season-1-2@bota75' });
    expect([status, body.errors?.[0]?.path]).toEqual([400, 'uid']);
    expect((await ask(house, { uid: 'back-again@bota75' }, house.coordinator)).status).toBe(201);
  });

  it('with a UID that is known is refused, as many as try', async () => {
    const house = await api.house();
    const uid = 'event-1@calendar.example';
    expect(await book(house, { uid })).toMatchObject({ uid });
    for (const roomIds of [[house.studio], undefined]) {
      // Also at its own time in its own room, where it would stand in its own way.
      const { status, body } = await ask(house, { uid, ...(roomIds && { roomIds }) });
      expect([status, body.code, body.errors?.[0]?.path]).toEqual([409, 'booking/uid-exists', 'uid']);
    }
    const elsewhere = await api.house();
    await book(elsewhere, { uid });
  });

  it('shows in the agenda of its rooms and window, and in mine', async () => {
    const house = await api.house();
    const { id, occurrences } = await book(house, { roomIds: [house.hall] });
    const item = { bookingId: id, occurrenceId: occurrences[0]?.id, roomIds: [house.hall], title: 'Assemblée', mine: true };
    const items = async (query: string) => (await house.member.get<{ items: object[] }>(house.path(query))).body.items;
    expect(await items('calendar?from=2026-03-16&to=2026-03-17')).toEqual([expect.objectContaining(item)]);
    expect(await items(`calendar?from=2026-03-16T10:30&to=2026-03-16T10:31&rooms=${house.hall}`)).toHaveLength(1);
    expect(await items('calendar?from=2026-03-16T11:00&to=2026-03-17')).toEqual([]);
    expect(await items('calendar?from=2026-03-15&to=2026-03-16T10:00')).toEqual([]);
    expect(await items(`calendar?from=2026-03-16&to=2026-03-17&rooms=${house.studio}`)).toEqual([]);
    // A room is taken through the whole it is part of, and an item names all rooms it takes.
    expect(await items(`calendar?from=2026-03-16&to=2026-03-17&rooms=${house.a}`)).toEqual([expect.objectContaining(item)]);
    expect(await items('bookings')).toEqual([expect.objectContaining(item)]);
    expect(await items('bookings?of=organisations&limit=1')).toEqual([expect.objectContaining(item)]);
    expect(await items('bookings?from=2026-03-16T11:00')).toEqual([]);
  });
});

describe('an agenda', () => {
  it.each([
    ['without a window', '', 'from'],
    ['without an end', 'from=2026-03-16', 'to'],
    ['from nowhere', 'from=today&to=2026-03-17', 'from'],
    ['backwards', 'from=2026-03-17&to=2026-03-16', 'to'],
    ['of an age', 'from=2026-01-01&to=2028-01-01', 'to'],
    ['of rooms that are no ids', 'from=2026-03-16&to=2026-03-17&rooms=hall', 'rooms'],
  ])('%s is refused', async (_, query, path) => {
    const house = await api.house();
    const { status, body } = await api.anonymous().get(house.path(`calendar?${query}`));
    expect([status, body.code, body.errors?.[0]?.path]).toEqual([400, 'invalid-input', path]);
  });

  it('of mine comes in pages, without gap or repeat', async () => {
    const house = await api.house();
    const { occurrences } = await book(house, { roomIds: [house.a, house.studio], recurrence: { rrule: 'FREQ=DAILY;COUNT=5' } });
    const page = async (after?: string) =>
      (
        await house.member.get<{ items: { occurrenceId: string; roomIds: string[] }[]; next?: string }>(
          house.path(`bookings?limit=2${after ? `&after=${after}` : ''}`),
        )
      ).body;
    const first = await page();
    const second = await page(first.next);
    const third = await page(second.next);
    const all = [first, second, third].flatMap(({ items }) => items);
    expect(all.map(({ occurrenceId }) => occurrenceId)).toEqual(occurrences.map(({ id }) => id));
    expect(all.every(({ roomIds }) => roomIds.length === 2)).toBe(true);
    expect([third.items.length, third.next]).toEqual([1, undefined]);
  });

  it('of mine is mine alone', async () => {
    const house = await api.house();
    await book(house);
    expect((await api.anonymous().get(house.path('bookings'))).status).toBe(401);
    expect((await house.colleague.get<{ items: [] }>(house.path('bookings'))).body.items).toEqual([]);
    expect((await house.colleague.get<{ items: [] }>(house.path('bookings?of=organisations'))).body.items).toHaveLength(1);
    expect((await house.member.get(house.path('bookings?limit=1000'))).body.errors?.[0]?.path).toBe('limit');
  });

  it('shows the closures of the house', async () => {
    const house = await api.house();
    await house.close('2026-03-16T11:00:00Z', '2026-03-16T12:00:00Z', house.a);
    const { body } = await api.anonymous().get<{ closures: object[] }>(house.path('calendar?from=2026-03-16&to=2026-03-17'));
    const closure = { id: expect.any(String), roomId: house.a, start: '2026-03-16T11:00:00.000Z', end: '2026-03-16T12:00:00.000Z' };
    expect(body.closures).toEqual([{ ...closure, unitIds: [house.a], reason: { fr: 'Travaux' } }]);
  });
});
