import type { Preview } from '@bota/booking/domain';
import type { RoomList } from '@bota/spaces/domain';
import { useApi } from './api.fixture';
import { type Wish, ask, at, book, draft } from './booking.fixture';
import type { House } from './house.fixture';

const api = useApi();

/** The hall is A and B; the floor is the hall and the studio; the corner is B and C. */
async function nested() {
  const house = await api.house();
  const c = await house.room({ name: 'Salle C' });
  const floor = await house.room({ name: 'Tout l’étage', partIds: [house.hall, house.studio] });
  const corner = await house.room({ name: 'B et C', partIds: [house.b, c] });
  return { house, rooms: { a: house.a, b: house.b, c, hall: house.hall, studio: house.studio, floor, corner } };
}
type Name = keyof Awaited<ReturnType<typeof nested>>['rooms'];

/** Asking and previewing agree. */
async function codes(house: House, wish: Wish): Promise<string[]> {
  const { body } = await house.member.post<Preview>(house.path('bookings/preview'), draft(house, wish));
  const answer = await ask(house, wish);
  const said = (answer.body.reasons ?? []).map(({ code }) => code);
  expect(said).toEqual(body.occurrences[0]?.reasons.map(({ code }) => code));
  return said;
}

const TAKES: Record<Name, Name[]> = {
  a: ['a', 'hall', 'floor'],
  b: ['b', 'hall', 'floor', 'corner'],
  c: ['c', 'corner'],
  hall: ['a', 'b', 'hall', 'floor', 'corner'],
  studio: ['studio', 'floor'],
  floor: ['a', 'b', 'hall', 'studio', 'floor', 'corner'],
  corner: ['b', 'c', 'hall', 'floor', 'corner'],
};

it.each(Object.entries(TAKES) as [Name, Name[]][])('%s takes %j and nothing else', async (booked, taken) => {
  const { house, rooms } = await nested();
  await book(house, { roomIds: [rooms[booked]] });
  for (const [name, id] of Object.entries(rooms)) {
    const { body } = await house.member.post<Preview>(house.path('bookings/preview'), draft(house, { roomIds: [id] }));
    expect([name, body.occurrences[0]?.verdict]).toEqual([name, taken.includes(name as Name) ? 'refused' : 'free']);
  }
  const { items } = (await house.member.get<RoomList>(house.path('rooms'))).body;
  expect(items.find(({ id }) => id === rooms.floor)?.unitIds.toSorted()).toEqual([rooms.a, rooms.b, rooms.studio].toSorted());
});

it('all of them at once have winners that take no unit twice', async () => {
  const { house, rooms } = await nested();
  const wishes = [...Object.values(rooms), ...Object.values(rooms)].map((id) => ({ roomIds: [id] }));
  const answers = await Promise.all(wishes.map((wish) => ask(house, wish)));
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  expect(answers.some(({ status }) => status === 201)).toBe(true);
  const [twice] = await api.db.query(
    `SELECT count(*)::int AS count FROM (SELECT unit_id FROM allocation WHERE space_id = $1 AND blocking GROUP BY unit_id HAVING count(*) > 1) t`,
    [house.id],
  );
  expect(twice.count).toBe(0);
});

describe('a buffer', () => {
  it.each([
    ['of the whole is kept by the part of a part booked after it', 'floor', 'a', 'floor'],
    ['of the whole is kept when it comes after the part of a part', 'floor', 'floor', 'a'],
    ['of a part is kept after the whole that holds it two levels up', 'a', 'a', 'floor'],
    ['of a part is kept when the whole two levels up comes after it', 'a', 'floor', 'a'],
    ['of a whole is kept after a larger whole that it is part of', 'hall', 'b', 'floor'],
    ['of a whole is kept when a larger whole comes after it', 'hall', 'floor', 'a'],
  ] as [string, Name, Name, Name][])('%s', async (_, ruled, later, first) => {
    const { house, rooms } = await nested();
    await house.coordinator.patch(house.path(`rooms/${rooms[ruled]}`), { rules: { bufferMinutes: 20 } });
    await book(house, { roomIds: [rooms[first]], ...at('10:00–11:00') });
    expect(await codes(house, { roomIds: [rooms[later]], ...at('11:19–12:00') })).toEqual(['BUFFER']);
    expect(await codes(house, { roomIds: [rooms[later]], ...at('11:20–12:00') })).toEqual([]);
  });

  it.each([
    ['of the whole is kept by a part booked before it', 'floor', 'floor', 'a'],
    ['of a part is kept by the whole booked before it', 'a', 'a', 'floor'],
    ['of a room is kept by what is booked before it', 'a', 'a', 'a'],
  ] as [string, Name, Name, Name][])('%s, though it was there first', async (_, ruled, first, earlier) => {
    const { house, rooms } = await nested();
    await house.coordinator.patch(house.path(`rooms/${rooms[ruled]}`), { rules: { bufferMinutes: 20 } });
    await book(house, { roomIds: [rooms[first]], setUpMinutes: 10, ...at('12:00–13:00') });
    expect(await codes(house, { roomIds: [rooms[earlier]], ...at('11:00–11:31') })).toEqual(['BUFFER']);
    expect(await codes(house, { roomIds: [rooms[earlier]], ...at('11:00–11:30') })).toEqual([]);
  });

  it('of a part leaves the other parts alone', async () => {
    const { house, rooms } = await nested();
    await house.coordinator.patch(house.path(`rooms/${rooms.a}`), { rules: { bufferMinutes: 20 } });
    await book(house, { roomIds: [rooms.a], ...at('10:00–11:00') });
    expect(await codes(house, { roomIds: [rooms.b], ...at('11:00–12:00') })).toEqual([]);
  });
});

it('setting up the whole takes its parts, and closing a part closes every whole it is in', async () => {
  const { house, rooms } = await nested();
  await book(house, { roomIds: [rooms.floor], setUpMinutes: 30, ...at('10:00–11:00') });
  expect(await codes(house, { roomIds: [rooms.studio], ...at('09:00–09:45') })).toEqual(['ROOM_TAKEN']);
  expect(await codes(house, { roomIds: [rooms.studio], ...at('09:00–09:30') })).toEqual([]);
  await house.close('2026-03-16T14:00:00Z', '2026-03-16T15:00:00Z', rooms.b);
  for (const name of ['hall', 'floor', 'corner'] as const)
    expect([name, await codes(house, { roomIds: [rooms[name]], ...at('15:00–16:00') })]).toEqual([name, ['CLOSED']]);
  expect(await codes(house, { roomIds: [rooms.a], ...at('15:00–16:00') })).toEqual([]);
});
