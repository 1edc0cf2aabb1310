import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CalendarItem } from '@bota/booking/domain';
import { hashPassword } from '@bota/people/api';
import type { RoomList } from '@bota/spaces/domain';
import { importCalendar } from '../../../tools/import/import.mjs';
import { useApi } from './api.fixture';
import type { House } from './house.fixture';

const PASSWORD = 'a long enough password';
const api = useApi();
const folder = mkdtempSync(path.join(tmpdir(), 'bota-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const event = (uid: string, hours: [string, string], location: string) =>
  ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20250101T000000Z', `DTSTART;TZID=Europe/Brussels:20250201T${hours[0]}00`].concat([
    `DTEND;TZID=Europe/Brussels:20250201T${hours[1]}00`,
    `SUMMARY:Talk ${uid}`,
    `LOCATION:${location}`,
    'END:VEVENT',
  ]);

function calendar(...events: string[][]): string {
  const file = path.join(folder, 'talks.ics');
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//bota75//test//EN', ...events.flat(), 'END:VCALENDAR', ''];
  writeFileSync(file, lines.join('\r\n'));
  return file;
}

async function run(house: House, file: string, wish: object = {}) {
  await api.db.query('UPDATE person SET password_hash = $2 WHERE id = $1', [house.coordinator.id, await hashPassword(PASSWORD)]);
  const account = { email: house.coordinator.email, password: PASSWORD, organisation: 'Racines' };
  return importCalendar({ file, url: api.url, space: house.slug, createRooms: true, ...account, ...wish });
}

it('books every event in the past, creates the rooms, and a second run changes nothing', async () => {
  const house = await api.house();
  const file = calendar(
    event('a', ['1000', '1030'], 'Janson'),
    event('b', ['1030', '1100'], 'Janson'),
    event('c', ['1000', '1100'], 'Salle A'),
  );
  expect(await run(house, file)).toMatchObject({ created: 3, unchanged: 0, refused: [] });
  const rooms = await api.anonymous().get<RoomList>(house.path('rooms'));
  expect(rooms.body.items.map(({ name }) => name)).toContain('Janson');
  expect(await run(house, file)).toMatchObject({ created: 0, unchanged: 3, refused: [], roomsCreated: [] });
  const { body } = await api.anonymous().get<{ items: CalendarItem[] }>(house.path('calendar?from=2025-02-01&to=2025-02-02'));
  expect(body.items.map(({ start, title }) => `${start.slice(11, 16)} ${title}`).sort()).toEqual([
    '09:00 Talk a',
    '09:00 Talk c',
    '09:30 Talk b',
  ]);
});

it('moves everything by weeks, in wall time across the change to summer time', async () => {
  const house = await api.house();
  await run(house, calendar(event('a', ['1000', '1030'], 'Salle A')), { shiftWeeks: 12 });
  const { body } = await api.anonymous().get<{ items: CalendarItem[] }>(house.path('calendar?from=2025-04-26&to=2025-04-27'));
  expect(body.items.map(({ start }) => start)).toEqual(['2025-04-26T08:00:00.000Z']);
});

it('what is private there is private here', async () => {
  const house = await api.house();
  const [start = [], end = []] = [event('a', ['1000', '1030'], 'Salle A').slice(0, -1), ['CLASS:PRIVATE', 'END:VEVENT']];
  expect(await run(house, calendar([...start, ...end]))).toMatchObject({ created: 1 });
  const { body } = await api.anonymous().get<{ items: CalendarItem[] }>(house.path('calendar?from=2025-02-01&to=2025-02-02'));
  expect(body.items.map(({ title }) => title ?? null)).toEqual([null]);
});

it('says which events are refused, and by what', async () => {
  const house = await api.house();
  const file = calendar(
    event('a', ['1000', '1030'], 'Salle A'),
    event('b', ['1000', '1030'], 'Salle A'),
    event('c', ['1000', '1030'], 'Nulle part'),
  );
  const { created, refused } = await run(house, file, { createRooms: false });
  expect(created).toBe(1);
  expect(refused.map(({ reason }) => reason).sort()).toEqual([
    expect.stringMatching(/ROOM_TAKEN by Talk [ab]/),
    expect.stringMatching(/no room Nulle part/),
  ]);
});
