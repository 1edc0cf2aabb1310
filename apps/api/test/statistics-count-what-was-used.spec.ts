import type { Booking, Statistics } from '@bota/booking/domain';
import { type Problem, addMinutes, dateOf, wallOf, weekdayOf } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { type Wish, at, book } from './booking.fixture';
import { takesPart } from './charges.fixture';
import type { House } from './house.fixture';
import { person } from './people.fixture';

const api = useApi();
beforeEach(() => api.setNow('2026-03-10T08:00Z'));

const MARCH = 'from=2026-03-16&to=2026-03-31';
const statistics = async (house: House, query = MARCH) => (await house.coordinator.get<Statistics>(house.path(`statistics?${query}`))).body;
const csv = async (house: House, table: string, language = 'fr') =>
  (await house.coordinator.get<string>(house.path(`statistics/${table}/csv?${MARCH}&language=${language}`))).text;
const roomOf = (all: Statistics, id: string) => all.rooms.find(({ roomId }) => roomId === id);
const day = (date: string, from: string, to: string): Wish => ({ start: `${date}T${from}`, end: `${date}T${to}` });

it('counts what takes place, a composed room as its parts, and nothing that is cancelled, declined or waits', async () => {
  const house = await api.house();
  await api.db.query(`UPDATE room SET rules = '{"approval": {"always": true}}' WHERE id = $1`, [house.studio]);
  await book(house, at('10:00–12:00'));
  await book(house, { ...at('14:00–15:30'), roomIds: [house.hall], setUpMinutes: 30 });
  const gone = await book(house, day('2026-03-17', '10:00', '12:00'));
  await house.member.post(house.path(`bookings/${gone.id}/cancellation`));
  await book(house, { ...at('10:00–12:00'), roomIds: [house.studio] });
  const { rooms } = await statistics(house);
  expect(rooms.map(({ name, usedMinutes, dates }) => [name, usedMinutes, dates])).toEqual([
    ['Salle A', 210, 2],
    ['Salle B', 90, 1],
    ['Studio', 0, 0],
  ]);
});

it('cuts at the first and the last midnight of the house', async () => {
  const house = await api.house();
  await book(house, { start: '2026-03-15T23:00', end: '2026-03-16T01:00' });
  await book(house, { start: '2026-03-31T22:00', end: '2026-04-01T02:00' });
  expect(roomOf(await statistics(house), house.a)?.usedMinutes).toBe(60 + 120);
});

it('hours of the week are those of the house, as a naive count by the minute finds, also when an hour is skipped or comes twice', async () => {
  for (const [window, nights] of [
    [
      'from=2026-03-27&to=2026-03-30',
      [
        ['2026-03-28T22:10', '2026-03-29T06:25'],
        ['2026-03-27T09:30', '2026-03-27T11:00'],
      ],
    ],
    [
      'from=2026-10-23&to=2026-10-26',
      [
        ['2026-10-24T22:10', '2026-10-25T06:25'],
        ['2026-10-26T00:00', '2026-10-26T00:45'],
      ],
    ],
  ] as const) {
    const house = await api.house();
    const booked: Booking[] = [];
    for (const [start, end] of nights) booked.push(await book(house, { start, end, roomIds: [house.hall] }));
    const naive = new Map<string, number>();
    for (const { start, end } of booked)
      for (let moment = new Date(start); moment < new Date(end); moment = addMinutes(moment, 1)) {
        const key = `${weekdayOf(dateOf(moment, 'Europe/Brussels'))} ${Number(wallOf(moment, 'Europe/Brussels').slice(11, 13))}`;
        naive.set(key, (naive.get(key) ?? 0) + 2);
      }
    const { hours } = await statistics(house, window);
    expect(new Map(hours.map(({ weekday, hour, usedMinutes }) => [`${weekday} ${hour}`, usedMinutes]))).toEqual(naive);
    const ofA = await statistics(house, `${window}&room=${house.a}`);
    expect(ofA.hours.reduce((sum, { usedMinutes }) => sum + usedMinutes, 0)).toBe([...naive.values()].reduce((a, b) => a + b, 0) / 2);
  }
});

it('says the share of an hour of the week of all such hours, and of the opening hours of a room without its closures', async () => {
  const house = await api.house();
  const hours = JSON.stringify({ hours: [['09:00', '13:00'], null, null, null, null, null, null] });
  await api.db.query('UPDATE room SET rules = $2::jsonb WHERE id = $1', [house.a, hours]);
  await house.close('2026-03-23T08:00Z', '2026-03-23T10:00Z', house.a);
  await book(house, at('10:00–11:00'));
  const all = await statistics(house, `${MARCH}&room=${house.a}`);
  expect(all.hours).toEqual([{ weekday: 1, hour: 10, usedMinutes: 60, share: 1 / 3 }]);
  // Three Mondays of four hours, two of them closed once.
  expect(roomOf(all, house.a)?.openMinutes).toBe(3 * 240 - 120);
});

it('is full when an hour that comes twice is used twice, and when one is used that comes but once', async () => {
  api.setNow('2026-10-19T08:00Z');
  const house = await api.house();
  await book(house, { start: '2026-10-25T01:00', end: '2026-10-25T04:00' });
  const sunday = (await statistics(house, `from=2026-10-25&to=2026-10-25&room=${house.a}`)).hours;
  expect(sunday.map(({ hour, usedMinutes, share }) => [hour, usedMinutes, share])).toEqual([
    [1, 60, 1],
    [2, 120, 1],
    [3, 60, 1],
  ]);
});

it('counts apart who cancelled too late, and who did not come', async () => {
  const house = await api.house();
  await api.db.query(`UPDATE room SET rules = '{"cancelMinutes": 14400}' WHERE id = $1`, [house.a]);
  const late = await book(house, at('10:00–11:00'));
  await house.member.post(house.path(`bookings/${late.id}/cancellation`));
  const missed = await book(house, at('12:00–14:00'));
  const release = `UPDATE occurrence SET status = 'no_show', released_at = starts_at + interval '20 minutes' WHERE booking_id = $1`;
  await api.db.query(release, [missed.id]);
  expect(roomOf(await statistics(house), house.a)).toMatchObject({ lateCancellations: 1, noShows: 1, usedMinutes: 0, dates: 0 });
});

it('sets the part of each organisation beside that of its residency, by name', async () => {
  const house = await api.house();
  await takesPart(house, house.racines, 'm2', 30);
  await takesPart(house, house.voisins, 'm2', 10);
  await book(house, { ...at('10:00–11:00'), roomIds: [house.b], organisationId: house.voisins }, house.neighbour);
  await book(house, at('10:00–13:00'));
  expect((await statistics(house)).organisations).toMatchObject([
    { name: 'Racines', usedMinutes: 180, share: 0.75, residency: { key: 'm2', share: 0.75 } },
    { name: 'Voisins', usedMinutes: 60, share: 0.25, residency: { key: 'm2', share: 0.25 } },
  ]);
});

it('is of who runs, steers or studies the house, and names neither titles nor people', async () => {
  const house = await api.house();
  await book(house, { ...at('10:00–12:00'), title: 'Secret', visibility: 'private' });
  for (const who of [house.member, house.admin, house.stranger]) {
    expect((await who.get(house.path(`statistics?${MARCH}`))).status).toBe(403);
    expect((await who.get(house.path(`statistics/rooms/csv?${MARCH}`))).status).toBe(403);
  }
  const researcher = await person(house.ground, 'Chercheuse');
  await api.db.query(`INSERT INTO house_role (space_id, person_id, role) VALUES ($1, $2, 'researcher')`, [house.id, researcher.id]);
  const { status, text } = await researcher.get(house.path(`statistics?${MARCH}`));
  expect(status).toBe(200);
  for (const all of [text, await csv(house, 'rooms'), await csv(house, 'organisations')]) {
    expect(all).not.toContain('Secret');
    expect(all).not.toContain('Member');
  }
});

it('tables open in a spreadsheet, and run nothing there', async () => {
  const house = await api.house();
  await api.db.query(`UPDATE room SET name = '=HYPERLINK("x";"y")' WHERE id = $1`, [house.a]);
  await api.db.query(`UPDATE organisation SET name = '@SUM(1)' WHERE id = $1`, [house.racines]);
  await book(house, at('10:00–11:30'));
  const [head, first] = (await csv(house, 'rooms')).replace('\ufeff', '').split('\r\n');
  expect(head).toBe('Salle;Heures d’ouverture;Heures utilisées;Part (%);Dates;Absences;Annulations tardives');
  expect(first).toMatch(/^"'=HYPERLINK\(""x"";""y""\)";383;1,5;0,4;1;0;0$/);
  expect(await csv(house, 'organisations')).toContain("\r\n'@SUM(1);1,5;100;");
  expect(await csv(house, 'hours', 'nl')).toContain('Dag (1 = maandag);Uur;Gebruikte uren;Aandeel (%)\r\n1;10;1;');
});

it.each(['unknown', 'of another house'])('refuses a room that is %s', async (which) => {
  const [house, other] = [await api.house(), await api.house()];
  const room = which === 'unknown' ? '01a00000-0000-7000-8000-000000000001' : other.a;
  const { status, body } = await house.coordinator.get<Problem>(house.path(`statistics?${MARCH}&room=${room}`));
  expect([status, body.code, body.errors?.[0]?.path]).toEqual([422, 'booking/unknown-room', 'room']);
});

it.each([
  ['from=2026-03-31&to=2026-03-01', 'to'],
  ['from=2025-01-01&to=2026-03-01', 'to'],
  ['from=hier&to=2026-03-01', 'from'],
])('refuses %s, and says where', async (query, path) => {
  const house = await api.house();
  const { status, body } = await house.coordinator.get<Problem>(house.path(`statistics?${query}`));
  expect([status, body.errors?.[0]?.path]).toEqual([400, path]);
});
