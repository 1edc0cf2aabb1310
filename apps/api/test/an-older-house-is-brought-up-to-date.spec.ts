import { DataSource } from 'typeorm';
import { type TestDatabase, emptyDatabase } from '@bota/shared/testing';
import 'reflect-metadata';
import { databaseOptions, migrate } from '../database';

const BEFORE_GUARDS = 'Search1700000000009';
const ID = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a';

let database: TestDatabase;
let db: DataSource;
beforeAll(async () => {
  database = await emptyDatabase();
  await migrate(database.url, BEFORE_GUARDS);
  db = await new DataSource(databaseOptions(database.url, 2)).initialize();
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

/** A key of an older version went round: who had it from when to when, in the order in which it was written. */
async function wentRound(key: string, holdings: [string, string | null][]): Promise<void> {
  await db.query(`INSERT INTO house_key (space_id, id, label, kind) VALUES ('${ID}01', $1::uuid, ($1::uuid)::text, 'key')`, [key]);
  for (const [n, [since, end]] of holdings.entries())
    await db.query(
      `INSERT INTO key_holding (space_id, id, key_id, person_id, since, handed_by, ended_on, ending, ended_by, created_at)
       VALUES ('${ID}01', gen_random_uuid(), $1, '${ID}02', $2, '${ID}02', $3, $4, $5, $6)`,
      [key, since, end, end && 'returned', end && `${ID}02`, `2026-01-01T0${n}:00:00Z`],
    );
}
const read = async (key: string) =>
  (
    await db.query<{ since: string; end: string | null }[]>(
      'SELECT since::text, ended_on::text AS "end" FROM key_holding WHERE key_id = $1 ORDER BY created_at',
      [key],
    )
  ).map(({ since, end }) => `${since} ${end ?? '…'}`);

it('a key that was with two holders on one day stays with the first until it came back', async () => {
  await db.query(`INSERT INTO space (id, slug, name, address, zone) VALUES ('${ID}01', 'maison', 'Maison', '', 'Europe/Brussels')`);
  await db.query(`INSERT INTO person (id, email, display_name) VALUES ('${ID}02', 'someone@example.org', 'Someone')`);
  const [apart, early, within] = [`${ID}11`, `${ID}12`, `${ID}13`];
  await wentRound(apart, [
    ['2025-01-01', '2025-02-01'],
    ['2025-02-01', '2025-02-01'],
    ['2025-02-01', null],
  ]);
  await wentRound(early, [
    ['2025-01-01', '2025-02-01'],
    ['2025-01-20', null],
  ]);
  await wentRound(within, [
    ['2025-01-01', '2025-03-01'],
    ['2025-01-10', '2025-01-20'],
    ['2025-01-15', '2025-04-01'],
  ]);
  await migrate(database.url);
  expect(await read(apart)).toEqual(['2025-01-01 2025-02-01', '2025-02-01 2025-02-01', '2025-02-01 …']);
  expect(await read(early)).toEqual(['2025-01-01 2025-02-01', '2025-02-01 …']);
  expect(await read(within)).toEqual(['2025-01-01 2025-03-01', '2025-03-01 2025-03-01', '2025-03-01 2025-04-01']);
});
