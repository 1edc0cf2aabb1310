import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Integrity } from '@bota/booking/domain';
import { record, verifyLog } from '@bota/shared/api';
import { migrate } from '../database';
import { seedDemo } from '../demo/seed';
import { useApi } from './api.fixture';
import { sumsOf, useBackups } from './backup.fixture';
import { book } from './booking.fixture';

const api = useApi();
const backups = useBackups();

/** The demonstration, beside a house whose bookings the test makes: everything that happens in a house happened. */
beforeAll(async () => {
  await seedDemo(api.app);
  const house = await api.house();
  const booking = await book(house, { title: 'Café "du coin"; \\N\ttab\nligne' });
  await house.coordinator.post(house.path(`bookings/${booking.id}/cancellation`), {});
  await house.admin.post(`/api/organisations/${house.racines}/invitations`, { email: 'recrue.sauvegarde@example.org' });
  const bytes = Buffer.from([0, 1, 92, 10, 255]);
  await api.db.query(`INSERT INTO file (id, media_type, name, bytes, kept_at) VALUES (gen_random_uuid(), 'image/png', 'é', $1, now())`, [
    bytes,
  ]);
  await sealed();
}, 60_000);

async function sealed(): Promise<void> {
  for (let left = 1; left > 0;) {
    await api.db.query('SELECT seal_log(1000)');
    [{ left }] = await api.db.query<[{ left: number }]>('SELECT count(*)::int AS left FROM log WHERE position IS NULL');
  }
}

it('a backup restored into a new database is the same in every table, and its log goes on', async () => {
  const before = await sumsOf(api.db);
  const made = await backups.make(api.databaseUrl);
  const { url } = await backups.emptied();
  const restored = await backups.restore(url, made.folder);
  expect(restored).toMatchObject({ rows: made.rows, tables: made.tables, digest: made.digest });
  const db = await backups.look(url);
  expect(await sumsOf(db)).toEqual(before);
  expect(Object.keys(before)).toHaveLength(made.tables);
  expect(await verifyLog(db)).toBeNull();
  const [space] = await db.query<[{ id: string }]>('SELECT id FROM space LIMIT 1');
  await record(db.manager, { kind: 'space.edited', entityId: space.id, spaceId: space.id });
  await db.query('SELECT seal_log(10)');
  expect(await verifyLog(db)).toBeNull();
  await expect(db.query('UPDATE log SET kind = $1', ['forged'])).rejects.toThrow('append-only');
});

it('a backup is readable by nobody else, says what it holds, and is known to the house', async () => {
  const made = await backups.make(api.databaseUrl);
  expect(statSync(made.folder).mode & 0o077).toBe(0);
  expect(statSync(path.join(made.folder, 'person.copy.gz')).mode & 0o077).toBe(0);
  const organisations = gunzipSync(readFileSync(path.join(made.folder, 'organisation.copy.gz'))).toString();
  expect(organisations).toContain('Racines');
  const [known] = await api.db.query('SELECT name, rows::int, log_position::int AS position, digest FROM backup ORDER BY at DESC LIMIT 1');
  expect(known).toEqual({ name: made.name, rows: made.rows, position: made.position, digest: made.digest });
});

it('a database that is migrated and empty takes a backup, one with a row does not', async () => {
  const { folder } = await backups.make(api.databaseUrl);
  const { url } = await backups.emptied();
  await migrate(url);
  const db = await backups.look(url);
  await db.query(`INSERT INTO person (id, email, display_name) VALUES (gen_random_uuid(), 'first@example.org', 'First')`);
  await expect(backups.restore(url, folder)).rejects.toThrow('not empty (there are rows in person)');
  expect(await db.query('SELECT email FROM person')).toEqual([{ email: 'first@example.org' }]);
  await db.query('DELETE FROM person');
  await backups.restore(url, folder);
  expect((await db.query<unknown[]>('SELECT FROM person')).length).toBeGreaterThan(5);
});

it('a backup of an older version is brought up to date, one of a newer version is refused', async () => {
  const old = await backups.emptied();
  await migrate(old.url, 'Imports1700000000008');
  const made = await backups.make(old.url);
  const { url } = await backups.emptied();
  await backups.restore(url, made.folder);
  const names = (await (await backups.look(url)).query<{ name: string }[]>('SELECT name FROM migration')).map(({ name }) => name);
  expect(names).toContain('Search1700000000009');
  await (await backups.look(old.url)).query(`INSERT INTO migration (timestamp, name) VALUES (1800000000000, 'Later1800000000000')`);
  const later = await backups.make(old.url);
  await expect(backups.restore((await backups.emptied()).url, later.folder)).rejects.toThrow('no migration Later1800000000000');
  await expect(backups.restore((await migratedFurther()).url, made.folder)).rejects.toThrow('another version');
});

async function migratedFurther() {
  const database = await backups.emptied();
  await migrate(database.url);
  return database;
}

describe('a backup that was tampered with is refused, and nothing of it is restored:', () => {
  let whole: string;
  beforeAll(async () => void (whole = (await backups.make(api.databaseUrl)).folder));
  const change = (folder: string, name: string, edit: (bytes: Buffer) => Buffer | string) => {
    const file = path.join(folder, name);
    writeFileSync(file, edit(readFileSync(file)));
  };
  const flipped = (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 40), Buffer.from([(bytes[40] ?? 0) ^ 1]), bytes.subarray(41)]);
  const edited = (from: RegExp, to: string) => (bytes: Buffer) => bytes.toString().replace(from, to);

  it.each([
    ['a bit of a table', 'booking.copy.gz', flipped, 'booking.copy.gz is not what was written'],
    ['a table cut short', 'log.copy.gz', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9), 'log.copy.gz is not what was written'],
    ['fewer rows promised', 'manifest.json', edited(/"rows": \d{3,}/, '"rows": 1'), 'rows instead of 1'],
    ['another end of the log', 'manifest.json', edited(/"hash": "\w{4}/, '"hash": "0000'), 'does not end where the backup says'],
    ['a manifest that is none', 'manifest.json', () => '{', 'cannot be read'],
    ['another format', 'manifest.json', edited(/"format": 1/, '"format": 2'), 'has format 2'],
  ])('%s', async (_, name, edit, reason) => {
    const folder = `${whole}-changed-${name}-${reason.length}`;
    cpSync(whole, folder, { recursive: true });
    change(folder, name, edit);
    const { url } = await backups.emptied();
    await expect(backups.restore(url, folder)).rejects.toThrow(reason);
    const db = await backups.look(url);
    const [{ isThere }] = await db.query<[{ isThere: boolean }]>(`SELECT to_regclass('person') IS NOT NULL AS "isThere"`);
    if (isThere) expect(await db.query('SELECT id FROM person')).toEqual([]);
  });

  it('a log that was changed before the backup', async () => {
    const forged = await backups.emptied();
    await backups.restore(forged.url, whole);
    const db = await backups.look(forged.url);
    await db.query('ALTER TABLE log DISABLE TRIGGER USER');
    await db.query(`UPDATE log SET kind = 'forged' WHERE position = 3`);
    const later = await backups.make(forged.url);
    await expect(backups.restore((await backups.emptied()).url, later.folder)).rejects.toThrow('broken at position 3');
  });

  it('what is no backup at all', async () => {
    await expect(backups.restore((await backups.emptied()).url, backups.into)).rejects.toThrow('is not a backup');
  });
});

it('an interrupted backup leaves nothing that looks like one, and what a killed one left goes with the next', async () => {
  const before = backups.names();
  const lock = api.db.createQueryRunner();
  await lock.startTransaction();
  await lock.query('LOCK TABLE session IN ACCESS EXCLUSIVE MODE');
  const interrupted = expect(backups.make(api.databaseUrl)).rejects.toThrow();
  const backend = `SELECT pid FROM pg_stat_activity WHERE application_name = 'bota75-backup' AND wait_event_type = 'Lock' AND datname = current_database()`;
  for (let pid = 0; !pid; pid = (await api.db.query<{ pid: number }[]>(backend))[0]?.pid ?? 0)
    await new Promise((done) => setTimeout(done, 20));
  await api.db.query(`SELECT pg_terminate_backend(pid) FROM (${backend}) b`);
  await interrupted;
  await lock.rollbackTransaction();
  await lock.release();
  expect(backups.names()).toEqual(before);
  mkdirSync(path.join(backups.into, '.unfinished-99999999-bota75'));
  const { name } = await backups.make(api.databaseUrl);
  expect(backups.names().sort()).toEqual([...before, name].sort());
});

it('two backups at once are one, and the other says why it is none', async () => {
  const results = await Promise.allSettled([backups.make(api.databaseUrl), backups.make(api.databaseUrl)]);
  const failed = results.filter((result) => result.status === 'rejected');
  for (const { reason } of failed) expect(String(reason)).toMatch('Another backup of this database is being made');
  expect(failed.length).toBeLessThan(2);
});

it('a backup made while people book is of one moment: every booking with all it needs, or not at all', async () => {
  const house = await api.house();
  let isOver = false;
  const writing = (async () => {
    for (let day = 0; !isOver; day += 1) {
      const date = new Date(Date.UTC(2026, 2, 1 + (day % 300))).toISOString().slice(0, 10);
      await house.member.post(house.path('bookings'), {
        ...{ title: `Date ${day}`, organisationId: house.racines, roomIds: [house.studio] },
        ...{
          start: `${date}T${String(8 + Math.floor(day / 300)).padStart(2, '0')}:00`,
          end: `${date}T${String(8 + Math.floor(day / 300)).padStart(2, '0')}:30`,
        },
      });
    }
  })();
  const made = [await backups.make(api.databaseUrl), await backups.make(api.databaseUrl)];
  isOver = true;
  await writing;
  for (const { folder } of made) {
    const { url } = await backups.emptied();
    await backups.restore(url, folder);
    const db = await backups.look(url);
    const [counts] = await db.query<[Record<string, number>]>(COUNTS, [house.id]);
    expect(counts).toMatchObject({ withoutDate: 0, withoutLog: 0 });
  }
  const { body } = await house.coordinator.get<Integrity>(house.path('integrity'));
  expect(body).toMatchObject({ overlaps: 0, orphans: 0, log: { brokenAt: null }, backup: { name: made[1]?.name } });
});

const COUNTS = `
  SELECT (SELECT count(*)::int FROM booking b WHERE space_id = $1 AND NOT EXISTS
            (SELECT FROM occurrence o JOIN allocation a ON a.occurrence_id = o.id WHERE o.booking_id = b.id)) AS "withoutDate",
         (SELECT count(*)::int FROM booking b WHERE space_id = $1 AND NOT EXISTS
            (SELECT FROM log WHERE entity_id = b.id AND kind = 'booking.created')) AS "withoutLog"`;
