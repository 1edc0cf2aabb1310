import type { EntityManager } from 'typeorm';

/** One change: what, of which space, by whom in whose name, before and after. */
export type LogEntry = {
  kind: string;
  entityId: string;
  spaceId?: string;
  personId?: string | null;
  organisationId?: string | null;
  requestId?: string;
  before?: unknown;
  after?: unknown;
  /** What live calendars need: the window that changed. */
  facts?: Record<string, unknown>;
};

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

/** Writes the change into the append-only log, in the transaction of the change. */
export async function record(tx: Pick<EntityManager, 'query'>, entry: LogEntry): Promise<void> {
  await tx.query(
    `INSERT INTO log (kind, entity_id, space_id, person_id, organisation_id, request_id, before, after, facts)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      entry.kind,
      entry.entityId,
      entry.spaceId ?? null,
      entry.personId ?? null,
      entry.organisationId ?? null,
      entry.requestId ?? null,
      json(entry.before),
      json(entry.after),
      JSON.stringify(entry.facts ?? {}),
    ],
  );
}

/** Writes many changes at once, in one statement. */
export async function recordAll(tx: Pick<EntityManager, 'query'>, entries: readonly LogEntry[]): Promise<void> {
  if (entries.length > 0) await tx.query(RECORD_ALL, [JSON.stringify(entries)]);
}

const RECORD_ALL = `
  INSERT INTO log (kind, entity_id, space_id, person_id, organisation_id, request_id, before, after, facts)
  SELECT kind, "entityId", "spaceId", "personId", "organisationId", "requestId", before, after, coalesce(facts, '{}')
  FROM jsonb_to_recordset($1) AS r(kind text, "entityId" uuid, "spaceId" uuid, "personId" uuid, "organisationId" uuid, "requestId" text,
    before jsonb, after jsonb, facts jsonb)`;
