export interface Restored {
  madeAt: string;
  rows: number;
  tables: number;
  log: { position: number; hash: string | null };
  digest: string;
}

type Queryable = { query<T = never>(sql: string, parameters?: unknown[]): Promise<T> };

export function restoreBackup(wish: {
  url: string;
  folder: string;
  migrate: (url: string, until?: string) => Promise<void>;
  verifyLog: (db: Queryable) => Promise<number | null>;
}): Promise<Restored>;
