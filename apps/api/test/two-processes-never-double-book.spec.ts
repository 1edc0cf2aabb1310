import type { Booking } from '@bota/booking/domain';
import type { Answer } from '@bota/shared/testing';
import { type Wish, draft } from './booking.fixture';
import type { House } from './house.fixture';
import { useProcesses } from './processes.fixture';

const api = useProcesses();
const OVERLAPS = `
  SELECT count(*)::int AS count FROM allocation a JOIN allocation b ON b.space_id = a.space_id AND b.unit_id = a.unit_id
    AND b.occurrence_id > a.occurrence_id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
  WHERE a.blocking AND b.blocking`;
const overlaps = async () => (await api.db.query(OVERLAPS))[0].count;

// The real clock: the processes have no other.
const NEXT_YEAR = new Date().getFullYear() + 1;
const on = (hours: string, day = '03-16'): Wish => {
  const [start, end] = hours.split('–');
  return { start: `${NEXT_YEAR}-${day}T${start}`, end: `${NEXT_YEAR}-${day}T${end}` };
};
const TEN = on('10:00–11:00');

/** Asks at both processes in turn. */
const ask = (house: House, wish: Wish, index: number): Promise<Answer<Booking>> =>
  api.at(index % 2, house.member).post<Booking>(house.path('bookings'), draft(house, { ...TEN, ...wish }));
const statusesOf = (answers: Answer<unknown>[]) => answers.map(({ status }) => status);
const count = (statuses: number[], status: number) => statuses.filter((one) => one === status).length;

async function race(house: House, wishes: Wish[]): Promise<number[]> {
  return statusesOf(await Promise.all(wishes.map((wish, index) => ask(house, wish, index))));
}

it('7: fifty who ask for one slot get one booking and forty-nine refusals', async () => {
  const house = await api.house();
  const statuses = await race(house, Array(50).fill({}));
  expect([count(statuses, 201), count(statuses, 409)]).toEqual([1, 49]);
  expect(await overlaps()).toBe(0);
});

it('8: of two that overlap in part, one is booked', async () => {
  const house = await api.house();
  for (let turn = 0; turn < 8; turn++) {
    const day = `04-0${turn + 1}`;
    const [first, second] = [on('10:00–11:00', day), on('10:30–11:30', day)];
    expect((await race(house, [first, second])).sort()).toEqual([201, 409]);
  }
  expect(await overlaps()).toBe(0);
});

it('forty partial overlaps leave no overlap, and no free slot refused to all', async () => {
  const house = await api.house();
  const wishes = Array.from({ length: 40 }, (_, n) => on(`1${n % 4}:${(n % 3) * 2}0–1${(n % 4) + 1}:${(n % 3) * 2}0`));
  const statuses = await race(house, wishes);
  expect(count(statuses, 201) + count(statuses, 409)).toBe(40);
  expect(count(statuses, 201)).toBeGreaterThan(0);
  expect(await overlaps()).toBe(0);
});

it('of twelve series that send their refused date to one room, one gets it, and the others are told so', async () => {
  const house = await api.house();
  const wish = {
    recurrence: { rrule: 'FREQ=DAILY;COUNT=2' },
    substitutes: [{ date: `${NEXT_YEAR}-03-17T10:00`, roomIds: [house.studio] }],
  };
  const rooms = await Promise.all(Array.from({ length: 12 }, (_, n) => house.room({ name: `Salle ${n}` })));
  for (const roomId of rooms) await house.close(`${NEXT_YEAR}-03-17T00:00Z`, `${NEXT_YEAR}-03-18T00:00Z`, roomId);
  const answers = await Promise.all(rooms.map((roomId, index) => ask(house, { ...wish, roomIds: [roomId] }, index)));
  const statuses = statusesOf(answers);
  expect([count(statuses, 201), count(statuses, 409)]).toEqual([1, 11]);
  expect(await overlaps()).toBe(0);
});

it('9: the Grande salle and Salle A have one winner each time', async () => {
  const house = await api.house();
  for (let turn = 1; turn <= 8; turn++) {
    const day = on('10:00–11:00', `05-0${turn}`);
    const wishes = Array.from({ length: 6 }, (_, n) => ({ ...day, roomIds: [n % 2 ? house.hall : house.a] }));
    const statuses = await race(house, wishes);
    expect([count(statuses, 201), count(statuses, 409)]).toEqual([1, 5]);
  }
  expect(await overlaps()).toBe(0);
});

it('of a room and the whole that needs more time between two bookings, asked for at once, one is booked', async () => {
  const house = await api.house();
  await house.coordinator.patch(house.path(`rooms/${house.hall}`), { rules: { bufferMinutes: 30 } });
  const rounds = Array.from({ length: 20 }, (_, turn) => `0${5 + (turn % 4)}-${10 + turn}`);
  for (const day of rounds) {
    const [before, after] = [on('09:00–10:00', day), on('10:15–11:00', day)];
    const [first, second] = Number(day.slice(-2)) % 2 ? [house.a, house.hall] : [house.hall, house.a];
    const wishes = [
      { ...before, roomIds: [first] },
      { ...after, roomIds: [second] },
    ];
    expect((await race(house, wishes)).sort()).toEqual([201, 409]);
  }
});

it('series over several rooms fight without a deadlock that anybody sees', async () => {
  const house = await api.house();
  const recurrence = { rrule: 'FREQ=WEEKLY;COUNT=6' };
  const rooms = [[house.hall], [house.a, house.studio], [house.b, house.studio], [house.studio, house.b]];
  const statuses = await race(
    house,
    Array.from({ length: 24 }, (_, n) => ({ recurrence, roomIds: rooms[n % 4] })),
  );
  expect(count(statuses, 201)).toBeGreaterThan(0);
  expect(count(statuses, 201) + count(statuses, 409)).toBe(24);
  expect(await overlaps()).toBe(0);
});

it('thirty-two at once get one booking and no error', async () => {
  const house = await api.house();
  const statuses = await race(house, Array(32).fill({}));
  expect([count(statuses, 201), count(statuses, 409)]).toEqual([1, 31]);
});

it('edits that swap two bookings never overlap', async () => {
  const house = await api.house();
  const first = await ask(house, on('10:00–11:00'), 0);
  const second = await ask(house, on('11:00–12:00'), 1);
  for (let turn = 0; turn < 4; turn++) {
    const answers = await Promise.all([
      api.at(0, house.member).patch(house.path(`bookings/${first.body.id}`), on('11:00–12:00')),
      api.at(1, house.member).patch(house.path(`bookings/${second.body.id}`), on('10:00–11:00')),
    ]);
    for (const { status } of answers) expect([200, 409]).toContain(status);
    expect(await overlaps()).toBe(0);
  }
});

it('edits that race for one free slot have one winner', async () => {
  const house = await api.house();
  const booked = await Promise.all([10, 11, 12, 13, 14].map((hour, n) => ask(house, on(`${hour}:00–${hour}:45`), n)));
  const answers = await Promise.all(
    booked.map(({ body }, n) => api.at(n % 2, house.member).patch(house.path(`bookings/${body.id}`), on('16:00–17:00'))),
  );
  expect(statusesOf(answers).sort()).toEqual([200, 409, 409, 409, 409]);
  expect(await overlaps()).toBe(0);
});

it('one retry key makes one booking, at whichever process it arrives', async () => {
  const house = await api.house();
  const headers = { 'idempotency-key': 'one' };
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => api.at(n % 2, house.member).post<Booking>(house.path('bookings'), draft(house, TEN), { headers })),
  );
  expect(statusesOf(answers)).toEqual(Array(20).fill(201));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
});

it('a process killed in the middle loses nothing it answered and leaves nothing half-written', async () => {
  const house = await api.house();
  const answered: string[] = [];
  const lost: unknown[] = [];
  let isKilled = false;
  const one = async (n: number) => {
    const day = `06-${String((n % 28) + 1).padStart(2, '0')}`;
    const wish = { ...on(`1${n % 8}:00–1${n % 8}:45`, day), roomIds: n % 3 ? [house.hall] : [house.a, house.studio] };
    const answer = await ask(house, wish, n).catch((error: unknown) => void lost.push(error));
    if (answer?.status === 201) answered.push(answer.body.id);
    if (answer) expect([201, 409]).toContain(answer.status);
    if (answered.length >= 40 && !isKilled) {
      isKilled = true;
      api.kill(0);
    }
  };
  for (let wave = 0; wave < 6; wave++) await Promise.all(Array.from({ length: 40 }, (_, n) => one(wave * 40 + n)));
  expect(lost.length).toBeGreaterThan(0);
  const found = await api.db.query('SELECT count(*)::int AS count FROM booking WHERE id = ANY($1)', [answered]);
  expect(found).toEqual([{ count: answered.length }]);
  expect(await overlaps()).toBe(0);
  const [half] = await api.db.query(
    `SELECT (SELECT count(*)::int FROM booking b WHERE NOT EXISTS (SELECT FROM occurrence o WHERE o.booking_id = b.id)) AS "withoutDates",
       (SELECT count(*)::int FROM occurrence o WHERE status = 'confirmed' AND NOT EXISTS (SELECT FROM allocation a WHERE a.occurrence_id = o.id)) AS "withoutRooms",
       (SELECT count(*)::int FROM booking b WHERE NOT EXISTS (SELECT FROM log l WHERE l.entity_id = b.id)) AS "unlogged"`,
  );
  expect(half).toEqual({ withoutDates: 0, withoutRooms: 0, unlogged: 0 });
});
