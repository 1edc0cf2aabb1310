import type { Booking, BookingRequestList, Calendar, Preview } from '@bota/booking/domain';
import { Expiry, HorizonJob, SkippedDates } from '@bota/booking/api';
import type { TaskList } from '@bota/shared/domain';
import type { Approval, RoomRules } from '@bota/spaces/domain';
import { useApi } from './api.fixture';
import { type Wish, ask, at, book, draft } from './booking.fixture';
import { edit, read } from './edit.fixture';
import type { House } from './house.fixture';
import type { Someone } from './people.fixture';

const api = useApi();
const ALWAYS: Approval = { always: true, outsideHours: false, blocks: true };
beforeEach(() => api.setNow('2026-03-01T08:00:00Z'));

async function asking(rules: RoomRules) {
  const house = await api.house();
  const roomIds = [await house.room({ name: 'Chapelle', capacity: 30, rules })];
  return { house, roomIds, books: (wish: Wish = {}, who?: Someone) => book(house, { roomIds, ...wish }, who) };
}
const decide = (house: House, { id }: { id: string }, decision: object, who = house.coordinator) =>
  who.post<Booking & { code: string; reasons?: { code: string }[] }>(house.path(`bookings/${id}/decision`), decision);
const accept = (house: House, booking: { id: string }) => decide(house, booking, { verdict: 'accept' });
const confirm = (house: House, { id }: { id: string }, who = house.member) =>
  who.post<Booking & { code: string }>(house.path(`bookings/${id}/confirmation`), {});
const waiting = async (house: House) => (await house.coordinator.get<BookingRequestList>(house.path('booking-requests'))).body.items;
const shown = async (house: House) =>
  (await house.neighbour.get<Calendar>(house.path('calendar?from=2026-03-16&to=2026-03-17'))).body.items.map(({ status }) => status);
const lettersTo = async (house: House, who: Someone) =>
  (await api.db.query(
    'SELECT kind FROM letter l JOIN person p ON p.email = l.recipient WHERE l.space_id = $1 AND p.id = $2 ORDER BY l.created_at',
    [house.id, who.id],
  )) as { kind: string }[];
const kindsTo = async (house: House, who: Someone) => (await lettersTo(house, who)).map(({ kind }) => kind);

describe('a room that wants approval', () => {
  it('is asked for: it waits, keeps the room, and stands on the day of the coordination', async () => {
    const { house, roomIds, books } = await asking({ approval: ALWAYS });
    const { body: preview } = await house.member.post<Preview>(house.path('bookings/preview'), draft(house, { roomIds }));
    expect([preview.needsApproval, preview.occurrences[0]?.verdict]).toEqual([true, 'free']);
    const booking = await books();
    expect([booking.status, booking.occurrences[0]?.status, booking.may]).toEqual([
      'requested',
      'requested',
      { edit: false, cancel: true, decide: false, confirm: false },
    ]);
    expect((await ask(house, { roomIds })).body.reasons?.[0]?.code).toBe('ROOM_TAKEN');
    expect(await shown(house)).toEqual(['requested']);
    expect(await waiting(house)).toEqual([expect.objectContaining({ id: booking.id, dates: 1, rivals: 0, bookedBy: 'Member' })]);
    const tasks = (await house.coordinator.get<TaskList>(house.path('tasks'))).body.items;
    expect(tasks).toContainEqual(expect.objectContaining({ kind: 'booking-request', id: booking.id, due: '2026-03-16' }));
    const mine = (await house.member.get<{ items: { status: string }[] }>(house.path('bookings'))).body.items;
    expect(mine.map(({ status }) => status)).toEqual(['requested']);
  });

  it('is booked at once by the coordination', async () => {
    const { house, books } = await asking({ approval: ALWAYS });
    expect((await books({}, house.coordinator)).status).toBe('confirmed');
  });

  it.each([
    ['an hour', { ...ALWAYS, always: false, overMinutes: 60 }, '10:00–11:00', 'confirmed'],
    ['over an hour', { ...ALWAYS, always: false, overMinutes: 60 }, '10:00–11:01', 'requested'],
    ['within the hours', { ...ALWAYS, always: false, outsideHours: true }, '10:00–11:00', 'confirmed'],
    ['outside the hours', { ...ALWAYS, always: false, outsideHours: true }, '17:30–18:30', 'requested'],
  ] as const)('where the rule says which: %s', async (_, approval, hours, status) => {
    const { books } = await asking({ approval, hours: Array(7).fill(['08:00', '18:00']) });
    expect((await books(at(hours))).status).toBe(status);
  });

  it('stays closed in a closure, whoever might agree', async () => {
    const { house, roomIds } = await asking({ approval: { ...ALWAYS, outsideHours: true } });
    await house.close('2026-03-16T00:00:00Z', '2026-03-17T00:00:00Z');
    expect((await ask(house, { roomIds })).body.reasons?.[0]?.code).toBe('CLOSED');
  });

  it('is not slipped into by an edit', async () => {
    const { house, books, roomIds } = await asking({ approval: { ...ALWAYS, always: false, overMinutes: 60 } });
    const booking = await books();
    const longer = await edit<{ reasons: { code: string }[] }>(house, booking, at('10:00–12:00'));
    expect([longer.status, longer.body.reasons[0]?.code]).toEqual([409, 'NEEDS_APPROVAL']);
    const other = await book(house, at('10:00–12:00'));
    expect((await edit(house, other, { roomIds })).status).toBe(409);
    expect((await edit(house, booking, at('10:00–12:00'), house.coordinator)).status).toBe(200);
  });
});

describe('a decision', () => {
  it.each([
    ['in another name', (house: House) => ({ organisationId: house.voisins })],
    ['with more people', () => ({ attendees: 25, start: '2026-03-16T10:00', end: '2026-03-16T11:00' })],
    ['with long setting up', () => ({ setUpMinutes: 120 })],
  ])('holds for what was asked, not %s', async (_, change) => {
    const { house, books } = await asking({ approval: ALWAYS });
    await house.ground.db.query(`INSERT INTO membership (organisation_id, person_id, role, created_at) VALUES ($1, $2, 'member', now())`, [
      house.voisins,
      house.member.id,
    ]);
    const booking = await books({ attendees: 10 });
    await accept(house, booking);
    const { status, body } = await edit<{ reasons?: { code: string }[] }>(house, booking, change(house));
    expect([status, body.reasons?.[0]?.code]).toEqual([409, 'NEEDS_APPROVAL']);
  });

  it('accepts: the booking is confirmed and its booker told once', async () => {
    const { house, books } = await asking({ approval: ALWAYS });
    const booking = await books();
    const { status, body } = await decide(house, booking, { verdict: 'accept', note: 'Bienvenue' });
    expect([status, body.status, body.decisionNote, body.occurrences[0]?.status]).toEqual([200, 'confirmed', 'Bienvenue', 'confirmed']);
    expect(await kindsTo(house, house.member)).toEqual(['booking-accepted']);
    expect((await accept(house, booking)).body.code).toBe('booking/not-requested');
    const log: { kind: string }[] = await api.db.query('SELECT kind FROM log WHERE entity_id = $1 ORDER BY id', [booking.id]);
    expect(log.map(({ kind }) => kind)).toEqual(['booking.requested', 'booking.accepted']);
  });

  it('declines: the room is free and the reason told', async () => {
    const { house, roomIds, books } = await asking({ approval: ALWAYS });
    const booking = await books();
    expect((await decide(house, booking, { verdict: 'decline', note: 'Concert ce soir-là' })).body).toMatchObject({ status: 'declined' });
    expect((await ask(house, { roomIds }, house.coordinator)).status).toBe(201);
    const [{ text }] = await api.db.query(`SELECT body_text AS text FROM letter WHERE space_id = $1 AND kind = 'booking-declined'`, [
      house.id,
    ]);
    expect(text).toContain('Concert ce soir-là');
  });

  it('is the coordination’s alone, and of this house', async () => {
    const { house, books } = await asking({ approval: ALWAYS });
    const other = await api.house();
    const booking = await books();
    expect((await decide(house, booking, { verdict: 'accept' }, house.admin)).status).toBe(403);
    expect((await decide(house, booking, { verdict: 'accept' }, other.coordinator)).status).toBe(403);
    expect((await decide(other, booking, { verdict: 'accept' }, other.coordinator)).status).toBe(404);
    expect((await decide(house, booking, { verdict: 'perhaps' })).status).toBe(400);
  });

  it('checks closures again: what closed meanwhile is refused, or left out of a series', async () => {
    const { house, books } = await asking({ approval: ALWAYS });
    const booking = await books({ recurrence: { rrule: 'FREQ=DAILY;COUNT=3' } });
    await house.close('2026-03-17T00:00:00Z', '2026-03-18T00:00:00Z');
    const refused = await accept(house, booking);
    expect([refused.status, refused.body.reasons?.[0]?.code]).toEqual([409, 'CLOSED']);
    expect((await read(house, booking)).status).toBe('requested');
    const { body } = await decide(house, booking, { verdict: 'accept', onRefused: 'skip' });
    expect(body.occurrences.map(({ status }) => status)).toEqual(['confirmed', 'skipped', 'confirmed']);
  });

  it('sets aside what stands against it by now, for a reason that is logged; never what is taken', async () => {
    const { house, roomIds, books } = await asking({ approval: ALWAYS });
    const booking = await books({ recurrence: { rrule: 'FREQ=DAILY;COUNT=2' } });
    await house.close('2026-03-17T00:00:00Z', '2026-03-18T00:00:00Z');
    const over = { verdict: 'accept', overrideReason: 'Le gardien sera là' };
    const { status, body } = await decide(house, booking, over);
    expect([status, body.occurrences.map((date) => date.status)]).toEqual([200, ['confirmed', 'confirmed']]);
    const read = await house.coordinator.get<Booking>(house.path(`bookings/${booking.id}`));
    expect(read.body.override).toEqual({ codes: ['CLOSED'], reason: 'Le gardien sera là' });
    const [log] = await api.db.query(`SELECT after FROM log WHERE entity_id = $1 AND kind = 'booking.accepted'`, [booking.id]);
    expect(log.after).toMatchObject({ dates: 2, overridden: ['CLOSED'], overrideReason: 'Le gardien sera là' });
    // It stays so: renamed, the date in the closure is not refused.
    expect((await edit(house, booking, { title: 'Chorale' })).status).toBe(200);
    const other = await books({ ...at('14:00–15:00') });
    await api.db.query(`UPDATE allocation SET blocking = false WHERE booking_id = $1`, [other.id]);
    await book(house, { roomIds, ...at('14:00–15:00') }, house.coordinator);
    expect((await decide(house, other, over)).body.reasons?.[0]?.code).toBe('ROOM_TAKEN');
  });

  it('checks again who may book, and whether they still live here', async () => {
    const { house, roomIds, books } = await asking({ approval: ALWAYS });
    const [booking, other] = [await books(), await books(at('12:00–13:00'))];
    await house.coordinator.patch(house.path(`rooms/${roomIds[0]}`), {
      rules: { who: { are: 'organisations', organisationIds: [house.voisins] } },
    });
    expect((await accept(house, booking)).body.reasons?.[0]?.code).toBe('NOT_ENTITLED');
    await house.coordinator.patch(house.path(`rooms/${roomIds[0]}`), { rules: {} });
    await api.db.query(
      `UPDATE residency SET during = daterange(lower(during), '2026-03-10') WHERE space_id = $1 AND organisation_id = $2`,
      [house.id, house.racines],
    );
    expect((await accept(house, other)).body.code).toBe('booking/organisation-not-resident');
  });

  it('comes before any date is added or tried again', async () => {
    const { house, books } = await asking({ approval: ALWAYS });
    await house.close('2026-03-17T00:00:00Z', '2026-03-18T00:00:00Z');
    const wish = { recurrence: { rrule: 'FREQ=DAILY' }, onRefused: 'skip', retrySkipped: true } as const;
    const booking = await books(wish);
    await api.db.query('DELETE FROM closure WHERE space_id = $1', [house.id]);
    await api.db.query('UPDATE space SET horizon_days = horizon_days + 30 WHERE id = $1', [house.id]);
    await api.app.get(SkippedDates).retry(house.id);
    await api.app.get(HorizonJob).roll();
    const stood = await read(house, booking);
    expect(new Set(stood.occurrences.map(({ status }) => status))).toEqual(new Set(['requested', 'skipped']));
    expect(stood.occurrences).toHaveLength(booking.occurrences.length);
    await decide(house, booking, { verdict: 'accept' });
    await api.app.get(SkippedDates).retry(house.id);
    await api.app.get(HorizonJob).roll();
    const granted = await read(house, booking);
    expect(new Set(granted.occurrences.map(({ status }) => status))).toEqual(new Set(['confirmed']));
    expect(granted.occurrences).toHaveLength(booking.occurrences.length + 30);
  });

  it('that was no is not cancelled afterwards', async () => {
    const { house, books } = await asking({ approval: ALWAYS });
    const booking = await books();
    await decide(house, booking, { verdict: 'decline' });
    const { status, body } = await house.member.post(house.path(`bookings/${booking.id}/cancellation`), {});
    expect([status, body.code, (await read(house, booking)).status]).toEqual([409, 'booking/already-cancelled', 'declined']);
  });

  it('cannot be made of a request that was withdrawn', async () => {
    const { house, books } = await asking({ approval: ALWAYS });
    const booking = await books();
    await house.member.post(house.path(`bookings/${booking.id}/cancellation`), {});
    expect((await accept(house, booking)).body.code).toBe('booking/not-requested');
    expect(await waiting(house)).toEqual([]);
  });
});

describe('several who ask for one time', () => {
  const OPEN: RoomRules = { approval: { ...ALWAYS, blocks: false } };

  it('may, and one of them is accepted: the others are declined and told', async () => {
    const { house, books } = await asking(OPEN);
    const mine = await books();
    const theirs = await books({ ...at('10:30–11:30'), organisationId: house.voisins }, house.neighbour);
    expect((await waiting(house)).map(({ rivals }) => rivals)).toEqual([1, 1]);
    expect(await shown(house)).toEqual([]);
    expect((await accept(house, theirs)).body.status).toBe('confirmed');
    expect((await read(house, mine)).status).toBe('declined');
    expect(await kindsTo(house, house.member)).toEqual(['booking-taken']);
    expect((await accept(house, mine)).body.code).toBe('booking/not-requested');
  });

  it('a series loses the date that went to another, and waits on with the rest', async () => {
    const { house, books } = await asking(OPEN);
    const series = await books({ recurrence: { rrule: 'FREQ=DAILY;COUNT=3' } });
    const one = await books({ start: '2026-03-17T10:00', end: '2026-03-17T11:00' });
    await accept(house, one);
    const left = await read(house, series);
    expect([left.occurrences.map(({ status }) => status), left.version]).toEqual([['requested', 'skipped', 'requested'], 2]);
    expect((await accept(house, series)).body.occurrences.map(({ status }) => status)).toEqual(['confirmed', 'skipped', 'confirmed']);
  });

  it('decided about at once, one wins and nothing overlaps', async () => {
    const { house, books } = await asking(OPEN);
    const requests = [await books(), await books(at('10:30–11:30')), await books(at('09:30–10:30')), await books(at('10:15–10:45'))];
    const answers = await Promise.all(requests.map((request) => accept(house, request)));
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const overlaps = await api.db.query(
      `SELECT FROM allocation a JOIN allocation b ON a.unit_id = b.unit_id AND a.occurrence_id < b.occurrence_id AND a.during && b.during
       WHERE a.space_id = $1 AND a.blocking AND b.blocking`,
      [house.id],
    );
    expect(overlaps).toEqual([]);
    const states = await Promise.all(requests.map(async (request) => (await read(house, request)).status));
    expect(new Set(states)).toEqual(new Set(['confirmed', 'declined']));
  });

  it('a request does not stand in the way of a booking, and cannot be accepted over it', async () => {
    const { house, roomIds, books } = await asking(OPEN);
    const request = await books();
    await book(house, { roomIds }, house.coordinator);
    const { status, body } = await accept(house, request);
    expect([status, body.reasons?.[0]?.code]).toEqual([409, 'ROOM_TAKEN']);
  });
});

describe('a hold', () => {
  it('that is over takes nothing, before any job has run: not in a preview, a series, an edit, nor another hold', async () => {
    const { house, roomIds, books } = await asking({ holdHours: 48 });
    const other = await book(house, { start: '2026-03-20T10:00', end: '2026-03-20T11:00', organisationId: house.voisins }, house.neighbour);
    const again = async () => {
      api.setNow('2026-03-01T08:00:00Z');
      await books({ holdUntil: '2026-03-01T10:00' });
      api.setNow('2026-03-01T11:00:00Z');
    };
    await again();
    const { body: preview } = await house.neighbour.post<Preview>(
      house.path('bookings/preview'),
      draft(house, { roomIds, organisationId: house.voisins }),
    );
    expect(preview.occurrences[0]?.verdict).toBe('free');
    const series = await books({ recurrence: { rrule: 'FREQ=DAILY;COUNT=2' }, onRefused: 'skip' });
    expect(series.occurrences.map(({ status }) => status)).toEqual(['confirmed', 'confirmed']);
    await house.member.post(house.path(`bookings/${series.id}/cancellation`), {});
    await again();
    expect((await edit(house, other, { roomIds, ...at('10:00–11:00') }, house.neighbour)).status).toBe(200);
  });

  it('that becomes a request leaves its room to others where requests do', async () => {
    const { house, roomIds, books } = await asking({ holdHours: 48, approval: { ...ALWAYS, blocks: false } });
    const held = await books({ holdUntil: '2026-03-02T12:00' });
    expect((await confirm(house, held)).body.status).toBe('requested');
    expect((await ask<Booking>(house, { roomIds, organisationId: house.voisins }, house.neighbour)).body.status).toBe('requested');
  });

  it('of the coordination in a room of its own is confirmed by it', async () => {
    const { house, books } = await asking({ holdHours: 48, who: { are: 'coordinators' } });
    const held = await books({ holdUntil: '2026-03-02T12:00' }, house.coordinator);
    expect((await confirm(house, held, house.coordinator)).body.status).toBe('confirmed');
  });

  const holdUntil = '2026-03-02T12:00';

  it('keeps the room until then, and is confirmed in time', async () => {
    const { house, roomIds, books } = await asking({ holdHours: 48 });
    const held = await books({ holdUntil });
    expect([held.status, held.expiresAt, held.may.confirm]).toEqual(['held', '2026-03-02T11:00:00.000Z', true]);
    expect((await ask(house, { roomIds })).status).toBe(409);
    expect((await confirm(house, held, house.neighbour)).status).toBe(403);
    expect((await confirm(house, held)).body.status).toBe('confirmed');
    expect((await confirm(house, held)).body.code).toBe('booking/not-held');
  });

  it('that is over stands in nobody’s way, before any job has run', async () => {
    const { house, books } = await asking({ holdHours: 48 });
    const held = await books({ holdUntil });
    api.setNow('2026-03-02T11:00:00Z');
    expect((await confirm(house, held)).body.code).toBe('booking/not-held');
    expect((await books()).status).toBe('confirmed');
    expect((await read(house, held)).status).toBe('expired');
  });

  it('ends once, and its booker hears of it once, however often the job runs', async () => {
    const { house, books } = await asking({ holdHours: 48 });
    await books({ holdUntil });
    api.setNow('2026-03-02T11:00:00Z');
    const expiry = api.app.get(Expiry);
    await Promise.all([expiry.expire(), expiry.expire(), expiry.expire(house.id)]);
    await expiry.expire();
    expect(await kindsTo(house, house.member)).toEqual(['booking-hold-over']);
    expect(await shown(house)).toEqual([]);
  });

  it.each([
    ['longer than the rooms allow', { holdHours: 24 }, '2026-03-02T12:00'],
    ['where the rooms allow none', {}, holdUntil],
    ['until a time that is over', { holdHours: 48 }, '2026-03-01T08:00'],
    ['beyond its own beginning', { holdHours: 1000 }, '2026-03-16T10:30'],
  ])('is refused %s', async (_, rules, until) => {
    const { house, roomIds } = await asking(rules);
    const { status, body } = await ask(house, { roomIds, holdUntil: until });
    expect([status, body.code, body.errors?.[0]?.path]).toEqual([422, 'booking/hold-not-offered', 'holdUntil']);
  });

  it('of a room that wants approval becomes a request when it is confirmed', async () => {
    const { house, books } = await asking({ holdHours: 48, approval: ALWAYS });
    const held = await books({ holdUntil });
    expect((await confirm(house, held)).body.status).toBe('requested');
    expect((await accept(house, held)).body.status).toBe('confirmed');
  });
});

it('a request nobody answers lapses when it would begin, and its booker hears of it', async () => {
  const { house, books } = await asking({ approval: ALWAYS });
  const booking = await books();
  const expiry = api.app.get(Expiry);
  api.setNow('2026-03-16T08:59:00Z');
  expect(await expiry.expire()).toBe(0);
  api.setNow('2026-03-16T09:00:00Z');
  await expiry.expire();
  expect((await read(house, booking)).status).toBe('expired');
  expect(await kindsTo(house, house.member)).toEqual(['booking-request-over']);
});

it('a day of my bookings holds what waits, and a booking of somebody else’s request is no business of strangers', async () => {
  const { house, books } = await asking({ approval: ALWAYS });
  const booking = await books();
  expect((await house.stranger.get(house.path(`bookings/${booking.id}`))).status).toBe(404);
  const { body } = await house.member.get<{ items: { bookingId: string }[] }>(house.path('bookings?of=organisations'));
  expect(body.items.map(({ bookingId }) => bookingId)).toEqual([booking.id]);
});

it('a request ends with the last of its dates that waits, whatever was skipped, and is not said to be unanswered', async () => {
  const { house, books, roomIds } = await asking({ approval: ALWAYS });
  await house.close('2026-03-17T00:00Z', '2026-03-18T00:00Z', roomIds[0]);
  const booking = await books({ recurrence: { rrule: 'FREQ=DAILY;COUNT=2' }, onRefused: 'skip' });
  const date = { scope: 'this', occurrenceId: booking.occurrences[0]?.id };
  const { body } = await house.member.post<Booking>(house.path(`bookings/${booking.id}/cancellation`), date);
  await api.app.get(Expiry).expire(house.id);
  expect([booking.occurrences[1]?.status, body.status, await kindsTo(house, house.member)]).toEqual(['skipped', 'cancelled', []]);
});
