import { Confirmations, NoShows } from '@bota/booking/api';
import { Clock, readConfig } from '@bota/shared/api';
import type { INestApplication } from '@nestjs/common';
import { createServer } from '../server';
import { useApi } from './api.fixture';
import { type Wish, at, book } from './booking.fixture';
import { QUARTER, awaiting, checkIn, onTheDay, reinstate } from './check-in.fixture';
import { daily, edit, edited, read, this_ } from './edit.fixture';
import type { House } from './house.fixture';
import type { Someone } from './people.fixture';

const api = useApi();
beforeEach(async () => {
  api.setNow('2026-03-10T08:00:00Z');
  // The houses of the tests before ask nothing any more.
  await api.db.query(`UPDATE room SET rules = rules - 'checkIn', check_in_since = NULL`);
});
const at_ = (time: string) => api.setNow(`2026-03-16T${time}:00Z`);
const release = () => api.app.get(NoShows).release();
const neighbourBooks = (house: House, wish: Wish) => book(house, { organisationId: house.voisins, ...wish }, house.neighbour);
const lettersTo = async (house: House, who: Someone) =>
  (
    (await api.db.query('SELECT kind FROM letter WHERE space_id = $1 AND recipient = $2 ORDER BY created_at, id', [
      house.id,
      who.email,
    ])) as {
      kind: string;
    }[]
  ).map(({ kind }) => kind);
const logged = async (house: House, kind: string) =>
  (await api.db.query('SELECT person_id AS "personId", facts FROM log WHERE space_id = $1 AND kind = $2', [house.id, kind])) as {
    personId: string | null;
    facts: { from: string; to: string };
  }[];

describe('checking in', () => {
  it('is open from a quarter before, until the end; not earlier, and not when it is over', async () => {
    const { house, booking } = await awaiting(api);
    at_('08:44');
    expect((await checkIn(house, booking)).body.code).toBe('booking/check-in-too-early');
    at_('11:00');
    expect((await checkIn(house, booking)).body.code).toBe('booking/check-in-over');
    at_('08:45');
    const { status, body } = await checkIn(house, booking);
    expect([status, body.occurrences[0]?.status, body.occurrences[0]?.checkedInAt]).toEqual([
      200,
      'checked_in',
      '2026-03-16T08:45:00.000Z',
    ]);
    expect(body.occurrences[0]?.may.checkIn).toBe(false);
  });

  it('said twice is said once, by whoever of the organisation stands there', async () => {
    const { house, booking } = await awaiting(api);
    at_('09:05');
    await checkIn(house, booking, house.colleague);
    const again = await checkIn(house, booking);
    expect([again.status, again.body.occurrences[0]?.status]).toEqual([200, 'checked_in']);
    expect((await logged(house, 'booking.checked-in')).map(({ personId }) => personId)).toEqual([house.colleague.id]);
  });

  it('by the coordination for somebody is logged as theirs', async () => {
    const { house, booking } = await awaiting(api);
    at_('09:05');
    expect((await checkIn(house, booking, house.coordinator)).status).toBe(200);
    expect((await logged(house, 'booking.checked-in')).map(({ personId }) => personId)).toEqual([house.coordinator.id]);
  });

  it('is no business of others: 403 for who sees the booking, 404 for who does not, and in another house', async () => {
    const { house, booking } = await awaiting(api);
    const other = await api.house();
    at_('09:05');
    expect((await checkIn(house, booking, house.neighbour)).status).toBe(403);
    expect((await checkIn(house, booking, house.stranger)).status).toBe(404);
    expect((await checkIn(other, booking, other.coordinator)).status).toBe(404);
    expect((await reinstate(house, booking, house.member)).status).toBe(403);
    expect((await reinstate(other, booking)).status).toBe(404);
    expect((await read(house, booking)).occurrences[0]?.status).toBe('confirmed');
  });

  it('is not asked where no room asks it', async () => {
    const { house, booking } = await awaiting(api, {});
    at_('09:05');
    expect((await checkIn(house, booking)).body.code).toBe('booking/check-in-not-asked');
  });

  it('makes a date done once it is over, and only then', async () => {
    const { house, booking } = await awaiting(api);
    at_('09:05');
    await checkIn(house, booking);
    expect(await onTheDay(house)).toEqual(['checked_in 09:00–11:00']);
    at_('11:00');
    expect(await onTheDay(house)).toEqual(['done 09:00–11:00']);
    expect((await read(house, booking)).occurrences[0]?.status).toBe('done');
  });

  it('for one time is not for another: who moves the date checks in anew', async () => {
    const { house, booking } = await awaiting(api);
    at_('08:50');
    await checkIn(house, booking);
    await edited(house, booking, at('14:00–15:00'));
    expect((await read(house, booking)).occurrences[0]).toMatchObject({ status: 'confirmed', checkedInAt: null });
  });
});

describe('what nobody comes to', () => {
  it('is released when its minutes are over, not before, and its room is free from then on', async () => {
    const { house, room, booking } = await awaiting(api);
    at_('09:14');
    expect(await release()).toBe(0);
    at_('09:15');
    expect(await release()).toBe(1);
    expect(await onTheDay(house)).toEqual(['no_show 09:00–09:15']);
    expect((await read(house, booking)).occurrences[0]).toMatchObject({ status: 'no_show', releasedAt: '2026-03-16T09:15:00.000Z' });
    await neighbourBooks(house, { roomIds: [room], ...at('10:15–12:00') });
    expect(await onTheDay(house)).toEqual(['no_show 09:00–09:15', 'confirmed 09:15–11:00']);
  });

  it('stays in the record as what kept the room until then', async () => {
    const { house, room } = await awaiting(api);
    at_('09:15');
    await release();
    const { status } = await house.coordinator.post(house.path('bookings'), {
      ...{ title: 'Avant', organisationId: house.voisins, roomIds: [room] },
      ...at('10:00–10:15'),
    });
    expect(status).toBe(409);
  });

  it.each([
    ['', false],
    [', also where rooms that share its unit want other time between', true],
  ])('frees the clearing and the buffer of what did not take place%s', async (_, needsDiffer) => {
    const { house, room } = await awaiting(api, { checkIn: QUARTER, bufferMinutes: 30 }, { tearDownMinutes: 60, end: '2026-03-16T11:00' });
    await api.db.query('UPDATE allocation SET needs_differ = $2 WHERE space_id = $1', [house.id, needsDiffer]);
    at_('09:20');
    await release();
    await neighbourBooks(house, { roomIds: [room], ...at('10:50–12:00') });
  });

  it('is told once to who booked and in the log, with the time that became free, however often the job runs', async () => {
    const { house } = await awaiting(api);
    at_('09:15');
    await Promise.all([release(), release(), release()]);
    await release();
    expect(await lettersTo(house, house.member)).toEqual(['booking-no-show']);
    const [entry, ...more] = await logged(house, 'booking.released');
    expect([entry?.facts, more]).toEqual([{ from: '2026-03-16T09:00:00.000Z', to: '2026-03-16T11:00:00.000Z' }, []]);
  });

  it('leaves calendars that follow the house as what was cancelled does, and comes back when it is undone; no letter takes it from one', async () => {
    const { house, booking } = await awaiting(api, undefined, { visibility: 'public' });
    const told = async () => (await api.anonymous().get(house.path('calendar.ics'))).text.match(/(?<=STATUS:|SEQUENCE:)\w+/g);
    expect(await told()).toEqual(['0', 'CONFIRMED']);
    at_('09:15');
    await release();
    expect(await told()).toEqual(['1', 'CANCELLED']);
    await api.app.get(Confirmations).write();
    const letters = await api.db.query('SELECT kind, calendar FROM letter WHERE space_id = $1 ORDER BY kind', [house.id]);
    expect(letters).toEqual(['booking-confirmed', 'booking-no-show'].map((kind) => ({ kind, calendar: null })));
    await reinstate(house, booking);
    expect(await told()).toEqual(['2', 'CONFIRMED']);
  });

  it('is not who came', async () => {
    const { house, booking } = await awaiting(api);
    at_('08:50');
    await checkIn(house, booking);
    at_('10:30');
    expect(await release()).toBe(0);
    expect(await onTheDay(house)).toEqual(['checked_in 09:00–11:00']);
  });

  it('can come late as long as nobody released it', async () => {
    const { house, booking } = await awaiting(api);
    at_('10:10');
    expect((await checkIn(house, booking)).status).toBe(200);
    expect(await release()).toBe(0);
  });

  it('is released late when the job was down for an hour, but not what is over', async () => {
    const { house, room, booking } = await awaiting(api);
    const short = await book(house, { roomIds: [room], ...at('08:00–09:30') });
    at_('10:15');
    expect(await release()).toBe(1);
    expect(await onTheDay(house)).toEqual(['confirmed 07:00–08:30', 'no_show 09:00–10:15']);
    expect((await read(house, short)).occurrences[0]?.status).toBe('confirmed');
    expect((await checkIn(house, booking)).body.code).toBe('booking/released');
  });

  it('is each date of a series by itself; those to come stay', async () => {
    const { house, booking } = await awaiting(api, { checkIn: QUARTER }, daily(3));
    at_('09:15');
    await release();
    expect((await read(house, booking)).occurrences.map(({ status }) => status)).toEqual(['no_show', 'confirmed', 'confirmed']);
    api.setNow('2026-03-17T09:00:00Z');
    await checkIn(house, booking, house.member, { occurrenceId: booking.occurrences[1]?.id });
    api.setNow('2026-03-17T09:15:00Z');
    expect(await release()).toBe(0);
    expect((await read(house, booking)).occurrences.map(({ status }) => status)).toEqual(['no_show', 'checked_in', 'confirmed']);
  });

  it('does not change any more: an edit of the series leaves it, one of itself is refused', async () => {
    const { house, booking } = await awaiting(api, { checkIn: QUARTER }, daily(2));
    at_('09:15');
    await release();
    expect((await edit<{ code: string }>(house, booking, { ...this_(booking, 0), end: '2026-03-16T13:00' })).body.code).toBe(
      'booking/released',
    );
    await edited(house, booking, { roomIds: [house.studio] });
    const after = await read(house, booking);
    expect(after.occurrences.map(({ status, roomIds }) => [status, roomIds[0] === house.studio])).toEqual([
      ['no_show', false],
      ['confirmed', true],
    ]);
  });

  it('counts the minutes that pass, also on the day on which the clocks change', async () => {
    const { house } = await awaiting(api, { checkIn: QUARTER }, { start: '2026-03-28T02:30', end: '2026-03-28T04:30', ...daily(2) });
    api.setNow('2026-03-28T01:45:00Z');
    await release();
    // 02:30 does not exist on the 29th: the date begins at 03:30, 01:30Z.
    api.setNow('2026-03-29T01:44:00Z');
    expect(await release()).toBe(0);
    api.setNow('2026-03-29T01:45:00Z');
    expect(await release()).toBe(1);
    expect(await logged(house, 'booking.released')).toHaveLength(2);
  });

  it('follows the strictest of several rooms; a room that asks nothing releases nothing by itself', async () => {
    const house = await api.house();
    const late = await house.room({ name: 'Serre', rules: { checkIn: { opensMinutes: 30, releaseMinutes: 30 } } });
    const soon = await house.room({ name: 'Cave', rules: { checkIn: QUARTER } });
    const both = await book(house, { roomIds: [late, soon] });
    const none = await book(house, { roomIds: [house.studio] });
    at_('08:31');
    expect((await checkIn(house, both)).body.code).toBe('booking/check-in-too-early');
    at_('09:15');
    expect(await release()).toBe(1);
    expect((await read(house, both)).occurrences[0]?.status).toBe('no_show');
    at_('09:59');
    expect(await release()).toBe(0);
    expect((await read(house, none)).occurrences[0]?.status).toBe('confirmed');
  });

  it('is not bound by a rule that was made when its window had opened', async () => {
    const { house, room } = await awaiting(api, {});
    await book(house, { roomIds: [room], ...at('14:00–15:00') });
    at_('08:50');
    await house.coordinator.patch(house.path(`rooms/${room}`), { rules: { checkIn: QUARTER } });
    at_('09:30');
    expect(await release()).toBe(0);
    at_('13:15');
    expect(await release()).toBe(1);
    expect(await onTheDay(house)).toEqual(['confirmed 09:00–11:00', 'no_show 13:00–13:15']);
  });

  it('keeps its minutes when it was just booked or changed', async () => {
    const house = await api.house();
    const room = await house.room({ name: 'Chapelle', rules: { checkIn: QUARTER } });
    at_('09:10');
    await book(house, { roomIds: [room], ...at('10:00–12:00') }, house.coordinator);
    at_('09:24');
    expect(await release()).toBe(0);
    at_('09:25');
    expect(await release()).toBe(1);
  });
});

describe('a release', () => {
  it('is undone by the coordination while the room is free: the date counts as checked in, and is not released again', async () => {
    const { house, booking } = await awaiting(api);
    at_('09:15');
    await release();
    at_('09:20');
    expect((await read(house, booking)).occurrences[0]?.may.reinstate).toBe(true);
    const { status, body } = await reinstate(house, booking);
    expect([status, body.occurrences[0]?.status]).toEqual([200, 'checked_in']);
    expect(await onTheDay(house)).toEqual(['checked_in 09:00–11:00']);
    at_('10:00');
    expect(await release()).toBe(0);
    expect(await lettersTo(house, house.member)).toEqual(['booking-no-show', 'booking-reinstated']);
    expect((await reinstate(house, booking)).body.code).toBe('booking/not-released');
  });

  it('is not undone when somebody else has the room, and says who', async () => {
    const { house, room, booking } = await awaiting(api);
    at_('09:15');
    await release();
    await neighbourBooks(house, { roomIds: [room], title: 'Chorale', ...at('11:00–12:00') });
    const { status, body } = await reinstate(house, booking);
    expect([status, body.reasons?.[0]]).toMatchObject([409, { code: 'ROOM_TAKEN', by: { title: 'Chorale' } }]);
    expect(await onTheDay(house)).toEqual(['no_show 09:00–09:15', 'confirmed 10:00–11:00']);
  });

  it('is not undone once the time is over', async () => {
    const { house, booking } = await awaiting(api);
    at_('09:15');
    await release();
    at_('11:00');
    expect((await reinstate(house, booking)).body.code).toBe('booking/check-in-over');
  });
});

describe('with two processes', () => {
  let second: INestApplication;
  beforeAll(async () => {
    second = await createServer(
      readConfig({ DATABASE_URL: api.databaseUrl, PORT: '0', BOTA_DEMO: 'off', BOTA_JOBS: 'off', LOG_LEVEL: 'silent' }),
    );
    second.get(Clock).now = () => api.app.get(Clock).now();
    await second.init();
  });
  afterAll(() => second.close());
  const there = () => second.get(NoShows).release();

  it('many dates are each released once, and their bookers hear of it once', async () => {
    const house = await api.house();
    for (const name of ['Un', 'Deux', 'Trois', 'Quatre'])
      await book(house, { roomIds: [await house.room({ name, rules: { checkIn: QUARTER } })], end: '2026-03-16T12:00' });
    at_('09:15');
    const counts = await Promise.all([release(), there(), release(), there()]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(await lettersTo(house, house.member)).toEqual(Array(4).fill('booking-no-show'));
    expect(await logged(house, 'booking.released')).toHaveLength(4);
  });

  it('one that dies in the middle leaves nothing half done, and the other releases', async () => {
    const { house, booking } = await awaiting(api);
    at_('09:15');
    const blocker = api.db.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query('SELECT FROM booking WHERE id = $1 FOR UPDATE', [booking.id]);
    const dying = release();
    const WAITING = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND pid <> pg_backend_pid()`;
    while ((await api.db.query(WAITING)).length === 0) await new Promise((done) => setTimeout(done, 10));
    expect(await dying).toBe(0);
    await blocker.commitTransaction();
    await blocker.release();
    expect(await onTheDay(house)).toEqual(['confirmed 09:00–11:00']);
    expect(await there()).toBe(1);
    expect(await lettersTo(house, house.member)).toEqual(['booking-no-show']);
  });

  it('checked in and released at once, it is one of both, and the room tells the same', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const { house, booking } = await awaiting(api);
      at_('09:15');
      const [answer, count] = await Promise.all([checkIn(house, booking), there()]);
      const came = answer.status === 200;
      expect(count).toBe(came ? 0 : 1);
      expect(await onTheDay(house)).toEqual([came ? 'checked_in 09:00–11:00' : 'no_show 09:00–09:15']);
      at_('07:00');
    }
  });
});

it('the database itself keeps who came from being released, and a release from lying outside its date', async () => {
  const { house, booking } = await awaiting(api);
  const set = (what: string) =>
    api.db.query(`UPDATE occurrence SET ${what} WHERE space_id = $1 AND booking_id = $2`, [house.id, booking.id]);
  await expect(set(`status = 'no_show'`)).rejects.toThrow('occurrence_no_show_released');
  await expect(set(`released_at = starts_at + interval '1 minute'`)).rejects.toThrow('occurrence_no_show_released');
  await expect(set(`status = 'no_show', released_at = ends_at`)).rejects.toThrow('occurrence_released_meanwhile');
  await expect(
    set(
      `status = 'no_show', released_at = starts_at + interval '1 minute', checked_in_at = now(), checked_in_by = (SELECT id FROM person LIMIT 1)`,
    ),
  ).rejects.toThrow('occurrence_no_show_never_came');
  await expect(set('checked_in_at = now()')).rejects.toThrow('occurrence_checked_in_by_somebody');
});
