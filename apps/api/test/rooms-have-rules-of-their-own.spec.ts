import { HorizonJob } from '@bota/booking/api';
import type { Booking, Preview } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import type { RoomDraft } from '@bota/spaces/domain';
import type { z } from 'zod';
import { useApi } from './api.fixture';
import { type Wish, ask, at, book, draft } from './booking.fixture';
import { type Edit, edit, edited, read, this_, times } from './edit.fixture';

const api = useApi();
type Rules = NonNullable<z.input<typeof RoomDraft>['rules']>;

/** A room of twelve with these rules; asks about Monday 16 March. */
async function ruled(rules: Rules) {
  const house = await api.house();
  const roomIds = [await house.room({ name: 'Atelier', capacity: 12, rules })];
  const asks = async (wish: Wish, who = house.member) => {
    const { body } = await who.post<Preview>(house.path('bookings/preview'), draft(house, { roomIds, ...wish }));
    const answer = await ask(house, { roomIds, ...wish }, who);
    const codes = (answer.body.reasons ?? []).map(({ code }) => code);
    expect(codes).toEqual(body.occurrences[0]?.reasons.map(({ code }) => code));
    return codes;
  };
  return { house, roomIds, asks };
}
const now = (wall: string) => api.setNow(`2026-03-${wall}Z`);
// Within the life of a session from the dates the tests book.
beforeEach(() => now('01T08:00'));

it('lead time refuses what comes too soon, and offers what does not', async () => {
  const { house, roomIds, asks } = await ruled({ leadMinutes: 120 });
  now('16T08:00'); // 9:00 in Brussels
  expect(await asks(at('10:59–12:00'))).toEqual(['LEAD_TIME']);
  const { body } = await ask(house, { roomIds, ...at('10:30–11:30') });
  expect(body.alternatives?.[0]).toEqual({ roomIds, start: '2026-03-16T10:00:00.000Z', end: '2026-03-16T11:00:00.000Z' });
  expect(await asks(at('11:00–12:00'))).toEqual([]);
});

it('a date that keeps its start is not asked for lead time again; one that moves is', async () => {
  const { house, roomIds } = await ruled({ leadMinutes: 120 });
  const booking = await book(house, { roomIds, ...at('10:00–11:00') });
  now('16T08:30');
  await edited(house, booking, at('10:00–11:30'));
  const { status, body } = await edit<{ reasons: { code: string }[] }>(house, booking, at('10:30–11:30'));
  expect([status, body.reasons.map(({ code }) => code)]).toEqual([409, ['LEAD_TIME']]);
  const previewed = async (time: string, who = house.member) => {
    const wish = { ...draft(house, { roomIds, ...at(time) }), bookingId: booking.id, scope: 'all' };
    const answer = await who.post<Preview>(house.path('bookings/preview'), wish);
    return answer.body.occurrences[0]?.reasons.map(({ code }) => code);
  };
  expect(await previewed('10:00–12:00')).toEqual([]);
  expect(await previewed('10:30–11:30')).toEqual(['LEAD_TIME']);
  expect(await previewed('10:00–12:00', house.neighbour)).toEqual(['LEAD_TIME']);
});

it('the horizon is a day of the house; a series without end goes as far as that', async () => {
  const { house, roomIds, asks } = await ruled({ horizonDays: 30 });
  now('16T22:30'); // 23:30 in Brussels
  const day = (date: string) => ({ start: `${date}T08:00`, end: `${date}T09:00` });
  expect(await asks(day('2026-04-16'))).toEqual(['HORIZON']);
  expect(await asks(day('2026-04-15'))).toEqual([]);
  const endless = await book(house, { roomIds, start: '2026-03-17T12:00', end: '2026-03-17T13:00', recurrence: { rrule: 'FREQ=DAILY' } });
  expect([endless.occurrences.length, endless.occurrences.at(-1)?.start]).toEqual([30, '2026-04-15T10:00:00.000Z']);
  const moved = await edited(house, endless, { start: '2026-03-17T13:00', end: '2026-03-17T14:00' });
  expect(moved.occurrences.at(-1)?.start).toBe('2026-04-15T11:00:00.000Z');
  const rrule = 'FREQ=DAILY;COUNT=31';
  const refused = await ask(house, { roomIds, start: '2026-03-17T15:00', end: '2026-03-17T16:00', recurrence: { rrule } });
  expect(refused.body.reasons).toEqual([expect.objectContaining({ code: 'HORIZON', limit: 30, start: '2026-04-16T13:00:00.000Z' })]);
});

it('the grid refuses what lies beside it, and offers what lies on it', async () => {
  const { house, roomIds, asks } = await ruled({ stepMinutes: 30 });
  expect(await asks(at('10:15–11:15'))).toEqual(['OFF_STEP']);
  const { body } = await ask(house, { roomIds, ...at('10:10–10:50') });
  const near = body.alternatives?.filter((one) => one.roomIds[0] === roomIds[0]);
  expect(near?.map(({ start, end }) => `${start.slice(11, 16)}–${end.slice(11, 16)}`)).toEqual(['09:00–10:00', '09:30–10:30']);
  expect(await asks(at('10:30–11:30'))).toEqual([]);
});

it('a room for some is not for the others, whoever books in their name', async () => {
  const house = await api.house();
  const rules: Rules = { who: { are: 'organisations', organisationIds: [house.voisins] } };
  const roomIds = [await house.room({ name: 'Chez nous', rules })];
  const codes = async (wish: Wish, who = house.member) =>
    (await ask(house, { roomIds, ...wish }, who)).body.reasons?.map(({ code }) => code);
  expect(await codes({})).toEqual(['NOT_ENTITLED']);
  expect(await codes({}, house.coordinator)).toEqual(['NOT_ENTITLED']);
  expect(await codes({ organisationId: house.voisins }, house.neighbour)).toBeUndefined();
});

it('a room of the coordination is booked by the coordination', async () => {
  const { house, roomIds } = await ruled({ who: { are: 'coordinators' } });
  expect((await ask(house, { roomIds })).body.reasons?.[0]?.code).toBe('NOT_ENTITLED');
  const booking = await book(house, { roomIds }, house.coordinator);
  expect(booking.override).toBeUndefined();
  // Given to another organisation or moved by its members, it would be theirs.
  expect((await edit(house, booking, at('12:00–13:00'), house.admin)).status).toBe(409);
});

describe('a layout', () => {
  const layouts = [
    { layout: 'theatre' as const, capacity: 40, setUpMinutes: 30 },
    { layout: 'circle' as const, capacity: 8, setUpMinutes: 0 },
  ];

  it('has its own places and its time before the booking', async () => {
    const { house, roomIds, asks } = await ruled({ layouts });
    expect(await asks({ attendees: 13 })).toEqual(['OVER_CAPACITY']);
    expect(await asks({ attendees: 9, layout: 'circle' })).toEqual(['OVER_CAPACITY']);
    const booking = await book(house, { roomIds, attendees: 40, layout: 'theatre', tearDownMinutes: 15 });
    expect(booking).toMatchObject({ layout: 'theatre', setUpMinutes: 30, tearDownMinutes: 15, start: '2026-03-16T09:00:00.000Z' });
    expect(await asks(at('09:00–09:45'))).toEqual(['ROOM_TAKEN']);
    expect(await asks(at('11:14–12:00'))).toEqual(['ROOM_TAKEN']);
    expect(await asks(at('09:00–09:30'))).toEqual([]);
    expect(await asks(at('11:15–12:00'))).toEqual([]);
  });

  it('that no room offers is refused by its name', async () => {
    const { house, roomIds } = await ruled({ layouts });
    const { status, body } = await ask(house, { roomIds, layout: 'lounge' });
    expect([status, body.code, body.errors]).toEqual([422, 'booking/unknown-layout', [expect.objectContaining({ path: 'layout' })]]);
  });

  it('chosen later takes the time it needs, or the old one stands', async () => {
    const { house, roomIds } = await ruled({ layouts });
    const booking = await book(house, { roomIds, ...at('10:00–11:00') });
    await book(house, { roomIds, ...at('09:00–09:45') });
    const { status } = await edit(house, booking, { layout: 'theatre' });
    expect([status, (await read(house, booking)).layout]).toEqual([409, null]);
    expect(await edited(house, booking, { layout: 'circle' })).toMatchObject({ layout: 'circle', setUpMinutes: 0 });
    const later = await edited(house, booking, { layout: 'theatre', ...at('10:15–11:00') });
    expect([later.setUpMinutes, later.layout]).toEqual([30, 'theatre']);
  });

  it('is set up before each date of a series, and the database holds that time', async () => {
    const { house, roomIds } = await ruled({ layouts });
    const wish = { roomIds, layout: 'theatre' as const, recurrence: { rrule: 'FREQ=WEEKLY;COUNT=3' } };
    const [first, second] = await Promise.all([ask<Booking>(house, wish), ask<Booking>(house, { roomIds, ...at('09:00–09:45') })]);
    expect([first.status, second.status].sort()).toEqual([201, 409]);
    const rows = await api.db.query(
      `SELECT count(*)::int AS count FROM allocation a JOIN allocation b ON a.unit_id = b.unit_id
      AND a.occurrence_id < b.occurrence_id AND a.during && b.during WHERE a.space_id = $1`,
      [house.id],
    );
    expect(rows).toEqual([{ count: 0 }]);
  });
});

describe('the coordination', () => {
  const rules: Rules = { maxMinutes: 60, leadMinutes: 60, hours: Array(7).fill(['08:00', '18:00']) };
  const late = { ...at('18:00–20:00'), attendees: 15, overrideReason: 'Assemblée générale annoncée' };

  it('books over the rules with a reason that is logged and shown', async () => {
    const { house, roomIds } = await ruled(rules);
    const { id } = await book(house, { roomIds, ...late }, house.coordinator);
    const seen = (await house.neighbour.get<Booking>(house.path(`bookings/${id}`))).body;
    expect(seen.override).toEqual({ codes: ['CLOSED', 'OVER_CAPACITY', 'TOO_LONG'], reason: 'Assemblée générale annoncée' });
    const [entry] = await api.db.query(`SELECT after FROM log WHERE entity_id = $1`, [id]);
    expect(entry.after).toMatchObject({
      overridden: ['CLOSED', 'OVER_CAPACITY', 'TOO_LONG'],
      overrideReason: 'Assemblée générale annoncée',
    });
  });

  it('says nothing of rules that were kept', async () => {
    const { house, roomIds } = await ruled(rules);
    expect((await book(house, { roomIds, overrideReason: 'Au cas où' }, house.coordinator)).override).toBeUndefined();
  });

  it('books over no booking, and nobody else books over rules', async () => {
    const { house, roomIds } = await ruled(rules);
    await book(house, { roomIds });
    expect((await ask(house, { roomIds, overrideReason: 'Quand même' }, house.coordinator)).body.reasons?.[0]?.code).toBe('ROOM_TAKEN');
    expect((await ask(house, { roomIds, ...late }, house.admin)).body.code).toBe('booking/override-not-yours');
    const mine = await book(house, { roomIds, ...at('12:00–13:00') });
    expect((await edit<{ code: string }>(house, mine, { overrideReason: 'Moi' })).body.code).toBe('booking/override-not-yours');
  });

  it('moves a booking over the rules; its people then keep the time but take no other outside them', async () => {
    const { house, roomIds } = await ruled(rules);
    const booking = await book(house, { roomIds });
    const moved = await edited(house, booking, { ...at('18:30–19:30'), overrideReason: 'Avec la concierge' }, house.coordinator);
    expect(moved.override?.codes).toEqual(['CLOSED']);
    expect((await edited(house, booking, { ...at('18:30–19:00') })).override?.codes).toEqual(['CLOSED']);
    expect((await edit(house, booking, at('19:00–20:00'))).status).toBe(409);
  });
});

describe('what the coordination granted holds for what it was said for, not for', () => {
  const rules: Rules = { hours: Array(7).fill(['08:00', '18:00']) };
  it.each<[string, (closed: string, house: { voisins: string }) => Edit, string]>([
    ['a later end', () => ({ end: '2026-03-16T23:45' }), 'CLOSED'],
    ['an end on the next day', () => ({ end: '2026-03-17T12:00' }), 'CLOSED'],
    ['another room', (closed) => ({ roomIds: [closed] }), 'CLOSED'],
    ['more people', () => ({ attendees: 500 }), 'OVER_CAPACITY'],
    ['more people for less time', () => ({ attendees: 500, end: '2026-03-16T18:10' }), 'OVER_CAPACITY'],
  ])('%s', async (_, change, code) => {
    const { house, roomIds } = await ruled(rules);
    const closed = await house.room({ name: 'Cave', capacity: 40, rules: { hours: Array(7).fill(['08:00', '12:00']) } });
    const late = { ...at('17:00–18:15'), attendees: 15, overrideReason: 'Rangement' };
    const booking = await book(house, { roomIds, ...late }, house.coordinator);
    const { status, body } = await edit<Problem>(house, booking, change(closed, house), house.admin);
    expect([status, body.reasons?.map((reason) => reason.code)]).toEqual([409, [code]]);
    const previewed = {
      ...draft(house, { roomIds, ...at('17:00–18:15'), attendees: 15 }),
      ...change(closed, house),
      bookingId: booking.id,
    };
    const preview = await house.coordinator.post<Preview>(house.path('bookings/preview'), previewed);
    expect(preview.body.occurrences[0]?.reasons.map((reason) => reason.code)).toEqual([code]);
    await edited(house, booking, { end: '2026-03-16T18:10', attendees: 14 }, house.admin);
  });

  it('other dates of its series, nor those to come', async () => {
    const house = await api.house({ horizonDays: 30 });
    const series = await book(house, { start: '2026-03-02T18:00', end: '2026-03-02T20:00', recurrence: { rrule: 'FREQ=WEEKLY' } });
    await house.close('2026-03-11T00:00:00Z', '2026-03-12T00:00:00Z', house.a);
    const moved = { start: '2026-03-11T18:00', end: '2026-03-11T20:00', overrideReason: 'Juste cette fois' };
    const granted = await edited(house, series, { ...this_(series, 1), ...moved }, house.coordinator);
    expect(granted.override?.codes).toEqual(['CLOSED']);
    await house.close('2026-03-23T00:00:00Z', '2026-03-24T00:00:00Z');
    expect((await edit(house, series, { ...this_(series, 0), start: '2026-03-23T18:00', end: '2026-03-23T20:00' })).status).toBe(409);
    await house.close('2026-04-06T00:00:00Z', '2026-04-07T00:00:00Z');
    now('10T08:00');
    await api.app.get(HorizonJob).roll();
    expect(times(await read(house, series)).at(-1)).toBe('04-06T16:00 skipped');
  });

  it('but a whole series keeps it as its horizon moves on', async () => {
    const { house, roomIds } = await ruled({ ...rules, horizonDays: 30 });
    const wish = {
      roomIds,
      start: '2026-03-02T19:00',
      end: '2026-03-02T20:00',
      recurrence: { rrule: 'FREQ=WEEKLY' },
      overrideReason: 'Le soir',
    };
    const series = await book(house, wish, house.coordinator);
    now('10T08:00');
    await api.app.get(HorizonJob).roll();
    expect(times(await read(house, series)).at(-1)).toBe('04-06T17:00 confirmed');
  });
});

describe('more people', () => {
  it('than a date holds that has a room of its own are refused with it, and that is set aside by its reason', async () => {
    const house = await api.house();
    const series = await book(house, { attendees: 3, recurrence: { rrule: 'FREQ=DAILY;COUNT=3' } });
    await edited(house, series, { ...this_(series, 1), roomIds: [house.studio] });
    const { status, body } = await edit<Problem>(house, series, { attendees: 8 });
    expect([status, body.reasons]).toEqual([409, [{ code: 'OVER_CAPACITY', roomId: house.studio, limit: 4 }]]);
    expect((await read(house, series)).attendees).toBe(3);
    const wish = { attendees: 8, overrideReason: 'Serrés une fois' };
    expect((await edited(house, series, wish, house.coordinator)).override).toEqual({
      codes: ['OVER_CAPACITY'],
      reason: 'Serrés une fois',
    });
    await edited(house, series, { attendees: 8, title: 'Encore' });
    expect((await edit(house, series, { attendees: 9 })).status).toBe(409);
  });
});

describe('a notice of two days', () => {
  it.each([
    ['in time', '14T08:00', false],
    ['a minute too late', '14T09:01', true],
  ])('cancelled %s', async (_, moment, isLate) => {
    const { house, roomIds } = await ruled({ cancelMinutes: 2880 });
    const booking = await book(house, { roomIds });
    now(moment);
    await house.member.post(house.path(`bookings/${booking.id}/cancellation`), {});
    expect((await read(house, booking)).occurrences[0]).toMatchObject({ status: 'cancelled', cancelledLate: isLate });
  });

  it.each<[string, Edit, 'admin' | 'coordinator', boolean]>([
    ['to another month', { start: '2026-04-10T10:00', end: '2026-04-10T11:00' }, 'admin', true],
    ['to another room', { start: '2026-04-10T10:00', end: '2026-04-10T11:00', roomIds: [] }, 'admin', true],
    ['by the house', { start: '2026-04-10T10:00', end: '2026-04-10T11:00' }, 'coordinator', false],
    ['to another end only', { end: '2026-03-16T11:30' }, 'admin', true],
  ])('is not got round by moving a date first: %s', async (_, move, who, isLate) => {
    const { house, roomIds } = await ruled({ cancelMinutes: 2880 });
    const booking = await book(house, { roomIds });
    now('15T09:00');
    await edited(house, booking, { ...move, ...(move.roomIds && { roomIds: [house.studio] }) }, house[who]);
    await house.member.post(house.path(`bookings/${booking.id}/cancellation`), {});
    expect((await read(house, booking)).occurrences[0]).toMatchObject({ status: 'cancelled', cancelledLate: isLate });
  });

  it('holds for a date that a shorter series gives up', async () => {
    const { house, roomIds } = await ruled({ cancelMinutes: 2880 });
    const booking = await book(house, { roomIds, recurrence: { rrule: 'FREQ=DAILY;COUNT=4' } });
    now('15T10:00');
    const shorter = await edited(house, booking, { recurrence: { rrule: 'FREQ=DAILY;COUNT=1' } });
    expect(shorter.occurrences.map(({ cancelledLate }) => cancelledLate)).toEqual([false, true, false, false]);
  });

  it('counts for each date of a series by itself', async () => {
    const { house, roomIds } = await ruled({ cancelMinutes: 2880 });
    const booking = await book(house, { roomIds, recurrence: { rrule: 'FREQ=DAILY;COUNT=4' } });
    now('15T09:00');
    await house.member.post(house.path(`bookings/${booking.id}/cancellation`), {});
    expect((await read(house, booking)).occurrences.map(({ cancelledLate }) => cancelledLate)).toEqual([true, false, false, false]);
  });
});

it.each([
  ['a step that does not divide the day', { stepMinutes: 7 * 7 }, 'rules.stepMinutes'],
  ['a step above the longest booking', { stepMinutes: 120, maxMinutes: 60 }, 'rules.stepMinutes'],
  ['a lead time beyond the horizon', { leadMinutes: 1440, horizonDays: 1 }, 'rules.leadMinutes'],
  ['one layout twice', { layouts: Array(2).fill({ layout: 'circle', capacity: 3 }) }, 'rules.layouts'],
  ['nobody', { who: { are: 'organisations', organisationIds: [] } }, 'rules.who.organisationIds'],
])('a room takes no rules with %s', async (_, rules, path) => {
  const house = await api.house();
  const { status, body } = await house.coordinator.patch(house.path(`rooms/${house.a}`), { rules });
  expect([status, body.errors?.[0]?.path]).toEqual([400, path]);
});
