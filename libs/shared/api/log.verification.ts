type Queryable = { query<T = never>(sql: string, parameters?: unknown[]): Promise<T> };

const BATCH = 10_000;

/**
 * Walks the hash chain of the log from its beginning: the first position that is missing or whose hash does not follow
 * from its entry and the hash before it, or null when all of it holds. Entries not yet sealed are no part of the chain.
 */
export async function verifyLog(db: Queryable, batch = BATCH): Promise<number | null> {
  for (let verified = 0; ;) {
    const [row] = await db.query<{ broken: number | null; last: number | null }[]>(VERIFY, [verified, batch]);
    if (row?.broken != null) return row.broken;
    if (row?.last == null) return null;
    verified = row.last;
  }
}

// Row n of a batch must have position $1 + n: the first that has not comes after the missing one.
const VERIFY = `
  WITH part AS (
    SELECT l.entry, l.position, l.hash, $1::bigint + row_number() OVER w AS expected,
      coalesce(lag(l.hash) OVER w, (SELECT hash FROM log WHERE position = $1), '\\x00') AS previous
    FROM (SELECT log AS entry, position, hash FROM log WHERE position > $1 ORDER BY position LIMIT $2) l
    WINDOW w AS (ORDER BY l.position)
  )
  SELECT max(position)::int AS last,
    (min(expected) FILTER (WHERE position <> expected OR hash IS DISTINCT FROM log_digest(entry, previous)))::int AS broken
  FROM part`;
