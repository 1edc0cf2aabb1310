import type { Booking, Preview } from '@bota/booking/domain';
import { useApi } from './api.fixture';
import { type Wish, ask, at, book, draft } from './booking.fixture';
import type { House } from './house.fixture';

const api = useApi();
const codes = async (house: House, wish: Wish) => {
  const { status, body } = await ask(house, wish);
  return [status, ...(body.reasons ?? []).map(({ code }) => code)];
};
/** Asking and previewing must agree. */
async function verdict(house: House, wish: Wish): Promise<unknown[]> {
  const { body } = await house.member.post<Preview>(house.path('bookings/preview'), draft(house, wish));
  const previewed = body.occurrences.flatMap(({ reasons }) => reasons.map(({ code }) => code));
  const answer = await codes(house, wish);
  expect([answer[0] === 201 ? 'free' : 'refused', answer.slice(1)]).toEqual([body.occurrences[0]?.verdict, previewed]);
  return answer;
}

describe('6: a room that is taken', () => {
  it.each([
    ['right after', '11:00–12:00', 201],
    ['right before', '09:00–10:00', 201],
    ['its last minute', '10:59–11:30', 409],
    ['its first minute', '09:30–10:01', 409],
    ['inside', '10:15–10:45', 409],
    ['around', '09:00–12:00', 409],
    ['exactly', '10:00–11:00', 409],
  ])('%s (%s) answers %i', async (_, hours, status) => {
    const house = await api.house();
    await book(house);
    expect(await verdict(house, at(hours))).toEqual(status === 201 ? [201] : [409, 'ROOM_TAKEN']);
  });

  it('says by whom and until when, and what is near', async () => {
    const house = await api.house();
    const { id } = await book(house, { title: 'Chorale' });
    const { body } = await ask(house, at('10:30–11:30'));
    expect(body.reasons).toEqual([
      {
        code: 'ROOM_TAKEN',
        roomId: house.a,
        unit: house.a,
        until: '2026-03-16T10:00:00.000Z',
        by: { bookingId: id, title: 'Chorale', organisationId: house.racines, organisation: 'Racines' },
      },
    ]);
    expect(body.alternatives).toContainEqual({ roomIds: [house.a], start: '2026-03-16T10:00:00.000Z', end: '2026-03-16T11:00:00.000Z' });
    expect(body.alternatives?.length).toBeLessThanOrEqual(3);
    for (const { roomIds, start, end } of body.alternatives ?? []) await book(await sameHouse(house, id), { roomIds, start, end });
  });

  const sameHouse = async (house: House, keep: string) => {
    const others: { id: string }[] = await api.db.query(
      'SELECT id FROM booking WHERE space_id = $1 AND id <> $2 AND cancelled_at IS NULL',
      [house.id, keep],
    );
    for (const { id } of others) await house.member.post(house.path(`bookings/${id}/cancellation`), {});
    return house;
  };

  it('offers nothing near a time that is itself impossible', async () => {
    const house = await api.house();
    const gap = { start: '2026-03-29T02:30', end: '2026-03-29T03:30' };
    const long = { start: '2026-03-16T10:00', end: '2026-04-04T10:00' };
    for (const [times, code] of [
      [gap, 'TIME_DOES_NOT_EXIST'],
      [long, 'TOO_LONG'],
    ] as const) {
      const { body } = await ask(house, times);
      expect([body.reasons?.[0]?.code, body.alternatives]).toEqual([code, []]);
    }
  });

  it('refuses one date with alternatives, also when refused dates may be skipped', async () => {
    const house = await api.house();
    await book(house);
    const { body } = await ask(house, { onRefused: 'skip' });
    expect([body.code, body.alternatives?.length]).toEqual(['booking/refused', 2]);
  });

  it('is free again when the booking is cancelled', async () => {
    const house = await api.house();
    const { id } = await book(house);
    await house.member.post(house.path(`bookings/${id}/cancellation`), {});
    await book(house);
  });

  it('refuses both of two rooms when one is taken, and names that one', async () => {
    const house = await api.house();
    await book(house, { roomIds: [house.b] });
    const { body } = await ask(house, { roomIds: [house.studio, house.b] });
    expect(body.reasons?.map(({ roomId }) => roomId)).toEqual([house.b]);
    await book(house, { roomIds: [house.studio] });
  });

  it('is one room of one house: the neighbours may book theirs', async () => {
    const [house, other] = [await api.house(), await api.house()];
    await book(house);
    await book(other);
  });
});

describe('9: a composed room', () => {
  it('takes its parts', async () => {
    const house = await api.house();
    await book(house, { roomIds: [house.hall], ...at('10:00–12:00') });
    expect(await verdict(house, { roomIds: [house.a], ...at('11:00–12:30') })).toEqual([409, 'ROOM_TAKEN']);
    expect(await verdict(house, { roomIds: [house.b], ...at('10:00–12:00') })).toEqual([409, 'ROOM_TAKEN']);
    expect(await verdict(house, { roomIds: [house.a], ...at('12:00–13:00') })).toEqual([201]);
  });

  it('is taken when one part is, which the refusal names, while the other part is free', async () => {
    const house = await api.house();
    await book(house, { roomIds: [house.a] });
    const { status, body } = await ask(house, { roomIds: [house.hall] });
    expect([status, body.reasons]).toEqual([409, [expect.objectContaining({ code: 'ROOM_TAKEN', roomId: house.hall, unit: house.a })]]);
    expect(await verdict(house, { roomIds: [house.b] })).toEqual([201]);
  });

  it('asked together with its part is asked once', async () => {
    const house = await api.house();
    const { roomIds, id } = await book(house, { roomIds: [house.a, house.hall] });
    expect(roomIds).toEqual([house.hall]);
    const rows = await api.db.query('SELECT unit_id FROM allocation WHERE booking_id = $1', [id]);
    expect(rows).toHaveLength(2);
  });

  it('may overlap another one in a part', async () => {
    const house = await api.house();
    const c = await house.room({ name: 'Salle C' });
    const ab = house.hall;
    const bc = await house.room({ name: 'B + C', partIds: [house.b, c] });
    await book(house, { roomIds: [ab] });
    expect(await verdict(house, { roomIds: [bc] })).toEqual([409, 'ROOM_TAKEN']);
    expect(await verdict(house, { roomIds: [c] })).toEqual([201]);
  });
});

describe('capacity', () => {
  it.each([
    ['one room, full', ['a'], 20, 201],
    ['one room, one more', ['a'], 21, 409],
    ['two rooms, full', ['a', 'studio'], 24, 201],
    ['two rooms, one more', ['a', 'studio'], 25, 409],
    ['the hall and its part count once', ['hall', 'a'], 33, 409],
  ] as const)('%s: %s for %i answers %i', async (_, rooms, attendees, status) => {
    const house = await api.house();
    const answer = await verdict(house, { roomIds: rooms.map((room) => house[room]), attendees });
    expect(answer).toEqual(status === 201 ? [201] : [409, 'OVER_CAPACITY']);
  });
});

describe('hours, lengths and closures', () => {
  const hours = [...Array(5).fill(['08:00', '21:00']), ['10:00', '18:00'], null];

  it.each([
    ['at opening', '2026-03-16T08:00', '2026-03-16T09:00', []],
    ['to closing', '2026-03-16T20:00', '2026-03-16T21:00', []],
    ['before opening', '2026-03-16T07:59', '2026-03-16T09:00', ['CLOSED']],
    ['past closing', '2026-03-16T20:00', '2026-03-16T21:01', ['CLOSED']],
    ['over night', '2026-03-16T20:00', '2026-03-17T09:00', ['CLOSED']],
    ['on the closed Sunday', '2026-03-22T10:00', '2026-03-22T11:00', ['CLOSED']],
    ['local hours on a summer day', '2026-04-13T20:00', '2026-04-13T21:00', []],
  ])('opening hours: %s', async (_, start, end, reasons) => {
    const house = await api.house();
    const roomIds = [await house.room({ name: 'Bureau', rules: { hours } })];
    expect((await verdict(house, { roomIds, start, end })).slice(1)).toEqual(reasons);
  });

  it('says when a closed room opens again', async () => {
    const house = await api.house();
    const roomIds = [await house.room({ name: 'Bureau', rules: { hours } })];
    const { body } = await ask(house, { roomIds, start: '2026-03-22T10:00', end: '2026-03-22T11:00' });
    expect(body.reasons).toEqual([{ code: 'CLOSED', roomId: roomIds[0], until: '2026-03-23T07:00:00.000Z' }]);
  });

  it.each([
    ['14 min', '10:00–10:14', ['TOO_SHORT']],
    ['15 min', '10:00–10:15', []],
    ['2 h', '10:00–12:00', []],
    ['2 h 1', '10:00–12:01', ['TOO_LONG']],
  ])('lengths: %s', async (_, hoursAsked, reasons) => {
    const house = await api.house();
    const roomIds = [await house.room({ name: 'Box', rules: { minMinutes: 15, maxMinutes: 120 } })];
    expect((await verdict(house, { roomIds, ...at(hoursAsked) })).slice(1)).toEqual(reasons);
  });

  it('a closure of one room leaves the others open; one of the house does not', async () => {
    const house = await api.house();
    await house.close('2026-03-16T09:00:00Z', '2026-03-16T10:00:00Z', house.a);
    expect(await verdict(house, {})).toEqual([409, 'CLOSED']);
    expect(await verdict(house, { roomIds: [house.b] })).toEqual([201]);
    await house.close('2026-03-16T12:00:00Z', '2026-03-16T13:00:00Z');
    expect(await verdict(house, { roomIds: [house.studio], ...at('12:00–14:00') })).toEqual([409, 'CLOSED']);
    expect(await verdict(house, { roomIds: [house.studio], ...at('12:00–13:00') })).toEqual([201]);
  });
});

describe('6: a buffer of 15 minutes', () => {
  const room = (house: House, wish: object = {}) => house.room({ name: 'Atelier', rules: { bufferMinutes: 15 }, ...wish });

  it.each([
    ['right after', '11:00–12:00', ['BUFFER']],
    ['a minute too early', '11:14–12:00', ['BUFFER']],
    ['after the buffer', '11:15–12:00', []],
    ['right before', '09:00–10:00', ['BUFFER']],
    ['a quarter before', '09:00–09:45', []],
    ['into it', '10:30–12:00', ['ROOM_TAKEN']],
  ])('%s', async (_, hours, reasons) => {
    const house = await api.house();
    const roomIds = [await room(house)];
    await book(house, { roomIds });
    expect((await verdict(house, { roomIds, ...at(hours) })).slice(1)).toEqual(reasons);
  });

  it('says its length and the earliest start', async () => {
    const house = await api.house();
    const roomIds = [await room(house)];
    await book(house, { roomIds });
    const { body } = await ask(house, { roomIds, ...at('11:00–12:00') });
    expect(body.reasons).toEqual([expect.objectContaining({ code: 'BUFFER', limit: 15, until: '2026-03-16T10:15:00.000Z' })]);
  });

  it('of the whole counts after a part, and of a part after the whole', async () => {
    const house = await api.house();
    const whole = await room(house, { name: 'Tout', partIds: [house.a, house.studio] });
    await book(house, { roomIds: [house.a], ...at('10:00–11:00') });
    expect(await verdict(house, { roomIds: [whole], ...at('11:00–12:00') })).toEqual([409, 'BUFFER']);
    expect(await verdict(house, { roomIds: [whole], ...at('11:15–12:00') })).toEqual([201]);
    expect(await verdict(house, { roomIds: [house.studio], ...at('12:00–13:00') })).toEqual([409, 'BUFFER']);
    expect(await verdict(house, { roomIds: [house.a], ...at('09:00–10:00') })).toEqual([201]);
  });
});

describe('two things asked at once', () => {
  it('get one winner each, whatever is asked, and nobody an error', async () => {
    const house = await api.house();
    const wishes: Wish[] = [...Array(8).fill({}), ...Array(8).fill({ roomIds: [house.hall] }), ...Array(8).fill(at('10:30–11:30'))];
    const answers = await Promise.all(wishes.map((wish) => ask<Booking>(house, wish)));
    expect(answers.filter(({ status }) => status === 201).length).toBe(1);
    expect(answers.filter(({ status }) => status === 409).length).toBe(23);
  });
});
