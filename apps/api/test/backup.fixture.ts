import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { verifyLog } from '@bota/shared/api';
import { type TestDatabase, emptyDatabase } from '@bota/shared/testing';
import { type Backup, makeBackup } from '../../../tools/backup/backup.mjs';
import { type Restored, restoreBackup } from '../../../tools/backup/restore.mjs';
import { databaseOptions, migrate } from '../database';

export type Backups = {
  readonly into: string;
  /** What lies in the folder of the backups. */
  names: () => string[];
  make: (url: string) => Promise<Backup>;
  /** An empty database without tables. */
  emptied: () => Promise<TestDatabase>;
  restore: (url: string, folder: string) => Promise<Restored>;
  look: (url: string) => Promise<DataSource>;
};

/** A folder for backups, databases to restore into, and connections that are closed at the end of the spec file. */
export function useBackups(): Backups {
  const into = mkdtempSync(path.join(tmpdir(), 'bota-backup-'));
  const databases: TestDatabase[] = [];
  const connections: DataSource[] = [];
  afterAll(async () => {
    for (const connection of connections) await connection.destroy();
    for (const database of databases) await database.drop();
    rmSync(into, { recursive: true, force: true });
  });
  return {
    into,
    names: () => readdirSync(into),
    make: (url) => makeBackup({ url, into }),
    emptied: async () => {
      const database = await emptyDatabase();
      databases.push(database);
      return database;
    },
    restore: (url, folder) => restoreBackup({ url, folder, migrate, verifyLog }),
    look: async (url) => {
      const db = await new DataSource({ ...databaseOptions(url, 2), migrations: [] }).initialize();
      connections.push(db);
      return db;
    },
  };
}

/** Rows and a checksum of everything in every table. */
export async function sumsOf(db: DataSource): Promise<Record<string, string>> {
  const tables = await db.query<{ name: string }[]>(TABLES);
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const sum = `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C")), '') AS sum FROM "${name}" t`;
    sums[name] = (await db.query<[{ sum: string }]>(sum))[0].sum;
  }
  return sums;
}

const TABLES = `
  SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migration' ORDER BY 1`;
