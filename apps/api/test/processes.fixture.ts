import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import 'reflect-metadata';
import { PgBoss } from 'pg-boss';
import { DataSource } from 'typeorm';
import { type TestDatabase, migratedDatabase } from '@bota/shared/testing';
import { type Served, serve } from '../../../tools/launcher/serve.mjs';
import { databaseOptions, migrate } from '../database';
import { type House, buildHouse } from './house.fixture';
import type { Someone } from './people.fixture';

// These processes have the clock of the machine until they leap, and their tests book in the next year, whenever they run.
const HORIZON_DAYS = 800;

export type Processes = {
  readonly db: DataSource;
  readonly urls: string[];
  readonly log: string;
  house: () => Promise<House>;
  /** The same person, in the same session, at another process. */
  at: (process: number, someone: Someone) => Someone;
  kill: (process: number) => void;
  /** Starts a killed process again, at a port of its own. */
  revive: (process: number) => Promise<void>;
  /** Kills them all and starts them again at another time, from which it goes on. */
  leap: (instant: Date) => Promise<void>;
  now: () => Date;
  /** Has jobs done as soon as a process looks for some: now, when it starts. */
  runJobs: (...names: string[]) => Promise<void>;
};

/** Two real API processes on one database, as they are built and started for people; killed ones come back before the next test. */
export function useProcesses({ jobs = 'off' }: { jobs?: 'on' | 'off' } = {}): Processes {
  const folder = mkdtempSync(path.join(tmpdir(), 'bota-api-'));
  const log = path.join(folder, 'api.log');
  const env = { BOTA_DEMO: 'off', BOTA_JOBS: jobs, LOG_LEVEL: 'error', WEB_ROOT: '', NODE_ENV: 'test' };
  let database: TestDatabase;
  let db: DataSource;
  const served: Served[] = [];
  const urls = () => served.flatMap((one) => one.urls);
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const start = () => serve({ databaseUrl: database.url, env: { ...env, ...(ahead !== 0 && { BOTA_NOW: now().toISOString() }) }, log });
  const kill = (index: number) => void process.kill(served[index]?.processes[0]?.pid as number, 'SIGKILL');

  beforeAll(async () => {
    database = await migratedDatabase(migrate);
    db = await new DataSource({ ...databaseOptions(database.url, 4), migrations: [] }).initialize();
    served.push(...(await Promise.all([start(), start()])));
  }, 60_000);
  beforeEach(async () => {
    for (const [index, one] of served.entries()) if (await isDown(one)) served[index] = await start();
  }, 60_000);
  afterAll(async () => {
    await Promise.all(served.map((one) => one.stop()));
    await db.destroy();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    get db() {
      return db;
    },
    get urls() {
      return urls();
    },
    get log() {
      return readFileSync(log, 'utf8');
    },
    house: () => buildHouse({ db, url: urls()[0] as string, now: now() }, { horizonDays: HORIZON_DAYS }),
    now,
    at: (index, someone) => Object.assign(Object.create(someone) as Someone, { url: urls()[index] }),
    kill,
    revive: async (index) => void (served[index] = await start()),
    leap: async (instant) => {
      for (const [index, one] of served.entries()) if (!(await isDown(one))) kill(index);
      ahead = instant.getTime() - Date.now();
      served.splice(0, served.length, ...(await Promise.all([start(), start()])));
    },
    runJobs: async (...names) => {
      const boss = new PgBoss({ connectionString: database.url, supervise: false, schedule: false, migrate: false });
      await boss.start();
      for (const name of names) await boss.send(name);
      await boss.stop({ graceful: false });
    },
  };
}

const isDown = (one: Served): Promise<boolean> =>
  Promise.race([
    one.processes[0]?.exited.then(() => true) ?? Promise.resolve(true),
    new Promise<boolean>((done) => setTimeout(() => done(false), 50)),
  ]);
