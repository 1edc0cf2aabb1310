/** Somebody was told something in a house, or read it: their open pages look again. */
export type ToldPerson = { spaceId: string; personId: string };

export const TOLD_CHANNEL = 'told';
/** A letter is in the outbox: whoever can, sends it. */
export const POSTED_CHANNEL = 'posted';
/** A payload of PostgreSQL holds 8000 bytes, an id takes 37. */
const AT_ONCE = 200;

type Queryable = { query<T = never>(sql: string, parameters?: unknown[]): Promise<T> };

/** Says it to every process, at the commit. */
export async function sayTold(tx: Queryable, spaceId: string, personIds: readonly string[]): Promise<void> {
  for (let from = 0; from < personIds.length; from += AT_ONCE)
    await tx.query('SELECT pg_notify($1, $2)', [TOLD_CHANNEL, [spaceId, ...personIds.slice(from, from + AT_ONCE)].join()]);
}

export function toldIn(payload = ''): ToldPerson[] {
  const [spaceId = '', ...personIds] = payload.split(',');
  return personIds.map((personId) => ({ spaceId, personId }));
}
