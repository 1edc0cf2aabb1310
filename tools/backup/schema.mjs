// What a backup holds: every table of ours with its columns, in an order in which rows find what they refer to.

/** Name of the table in which TypeORM keeps what was migrated: told by the manifest, never copied. */
const HISTORY = 'migration';

/** Tables of ours, those that are referred to before those that refer; `columns` without generated ones. */
export async function tablesOf(client) {
  const { rows: tables } = await client.query(TABLES, [HISTORY]);
  const { rows: references } = await client.query(REFERENCES);
  return inOrder(tables, references);
}

export async function migrationsOf(client) {
  const { rows } = await client.query(`SELECT to_regclass('public.${HISTORY}') IS NOT NULL AS "isThere"`);
  if (!rows[0].isThere) return [];
  return (await client.query(`SELECT name FROM public.${HISTORY} ORDER BY timestamp`)).rows.map(({ name }) => name);
}

/** The last number each sequence gave; those that gave none are left out. */
export async function sequencesOf(client) {
  const { rows } = await client.query(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL`,
  );
  return Object.fromEntries(rows.filter(({ name }) => !name.startsWith(`${HISTORY}_`)).map(({ name, last }) => [name, last]));
}

/** Last place in the chain of the log, and its hash. */
export async function headOfLog(client) {
  const { rows } = await client.query(
    `SELECT position::int, encode(hash, 'hex') AS hash FROM log WHERE position IS NOT NULL ORDER BY log.position DESC LIMIT 1`,
  );
  return rows[0] ?? { position: 0, hash: null };
}

export const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
export const columnList = (columns) => columns.map(quoted).join(', ');

function inOrder(tables, references) {
  const ordered = [];
  let waiting = tables;
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const blocked = new Set(references.filter(({ to }) => names.has(to)).map(({ from }) => from));
    const next = waiting.filter(({ name }) => !blocked.has(name));
    if (next.length === 0) throw new Error(`These tables refer to each other in a circle: ${[...names].join(', ')}.`);
    ordered.push(...next);
    waiting = waiting.filter((table) => !next.includes(table));
  }
  return ordered;
}

const TABLES = `
  SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> $1
    AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  GROUP BY c.relname ORDER BY c.relname`;

const REFERENCES = `
  SELECT DISTINCT f.relname AS "from", t.relname AS "to" FROM pg_constraint c
  JOIN pg_class f ON f.oid = c.conrelid JOIN pg_class t ON t.oid = c.confrelid
  WHERE c.contype = 'f' AND f.relnamespace = 'public'::regnamespace AND f.oid <> t.oid`;
