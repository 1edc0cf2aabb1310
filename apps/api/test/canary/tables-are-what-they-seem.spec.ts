import { DataSource } from 'typeorm';
import { type TestDatabase, emptyDatabase } from '@bota/shared/testing';
import 'reflect-metadata';
import { databaseOptions, migrate } from '../../database';
import { migrations } from '../../migrations';

let database: TestDatabase;
let db: DataSource;
beforeAll(async () => {
  database = await emptyDatabase();
  await Promise.all([migrate(database.url), migrate(database.url)]);
  db = await new DataSource(databaseOptions(database.url, 2)).initialize();
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

type Column = { table: string; column: string; type: string; isNullable: boolean };
const COLUMNS = `
  SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS "isNullable"
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`;
const NAMES: Record<string, string> = { timestamptz: 'timestamp with time zone' };
const said = ({ table, column, type, isNullable }: Column) => `${table}.${column} ${type}${isNullable ? ' null' : ''}`;

it('two processes that migrate an empty database at once leave it migrated once, and a third changes nothing', async () => {
  const before = await db.query('SELECT * FROM migration');
  expect(new Set(before.map(({ name }: { name: string }) => name)).size).toBe(before.length);
  expect(before.length).toBe(db.migrations.length);
  await migrate(database.url);
  expect(await db.query('SELECT * FROM migration')).toEqual(before);
});

it('migrations are listed in the order they run in, so that a backup finds the schema it was made of', () => {
  const names = migrations.map((Migration) => new Migration().name);
  expect(names).toEqual([...names].sort((a, b) => Number(a.slice(-13)) - Number(b.slice(-13))));
});

it('entities have the columns, types and nulls of their tables', async () => {
  const columns: Column[] = await db.query(COLUMNS);
  const real = new Set(columns.map(said));
  const mapped = db.entityMetadatas.flatMap(({ tableName: table, columns: ofEntity }) =>
    ofEntity.map(({ databaseName: column, type, isNullable, isArray }) => {
      const name = NAMES[String(type)] ?? String(type);
      return said({ table, column, type: isArray ? `${name}[]` : name, isNullable });
    }),
  );
  expect(mapped.filter((column) => !real.has(column))).toEqual([]);
});

it('every column without a default that a row needs is known to its entity', async () => {
  const needed: Column[] = await db.query(`${COLUMNS} AND a.attnotnull AND NOT a.atthasdef AND a.attidentity = ''`);
  const mapped = new Map(db.entityMetadatas.map(({ tableName, columns }) => [tableName, new Set(columns.map((one) => one.databaseName))]));
  expect(needed.filter(({ table, column }) => mapped.has(table) && !mapped.get(table)?.has(column))).toEqual([]);
});

const CONSTRAINTS = `
  SELECT c.conrelid::regclass::text || ' ' || c.conname AS name, c.contype AS kind,
    ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = c.conrelid AND attnum = ANY(c.conkey)) AS columns,
    c.confrelid <> 0 AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.confrelid AND attname = 'space_id') AS "toOwned"
  FROM pg_constraint c
  WHERE c.contype IN ('p', 'u', 'x', 'f') AND c.conrelid IN
    (SELECT attrelid FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid
     WHERE attname = 'space_id' AND NOT attisdropped AND t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace)`;
// The log is one chain for all spaces; a retry key belongs to a person, whatever they book; a letter to whom it is written.
const NOT_OWNED_BY_A_SPACE = /^(log|idempotency_key|letter) /;
type Constraint = { name: string; kind: string; columns: string[]; toOwned: boolean };

it('whatever a space owns is keyed by it, so that the database itself cannot mix two houses', async () => {
  const constraints: Constraint[] = (await db.query(CONSTRAINTS)).filter(({ name }: Constraint) => !NOT_OWNED_BY_A_SPACE.test(name));
  expect(constraints.filter(({ kind }) => kind === 'p').length).toBeGreaterThanOrEqual(11);
  // To what no space owns (a person, an organisation), there is no space to share.
  const without = constraints.filter(({ kind, columns, toOwned }) => (kind !== 'f' || toOwned) && !columns.includes('space_id'));
  expect(without.map(({ name }) => name)).toEqual([]);
});

it('every unique index of a space is keyed by it too', async () => {
  const loose = await db.query(`
    SELECT i.indexrelid::regclass::text AS name FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
    WHERE i.indisunique AND t.relnamespace = 'public'::regnamespace AND t.relname NOT IN ('log', 'idempotency_key', 'letter')
      AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = i.indrelid AND attname = 'space_id')
      AND NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = i.indrelid AND attname = 'space_id' AND attnum = ANY(i.indkey))`);
  expect(loose).toEqual([]);
});
