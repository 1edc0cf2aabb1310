import 'reflect-metadata';
import type { INestApplication } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, readConfig } from '@bota/shared/api';
import { HttpClient, type TestDatabase, migratedDatabase } from '@bota/shared/testing';
import { migrate } from '../database';
import { createServer } from '../server';
import { type House, type HouseWish, buildHouse } from './house.fixture';

/** Monday 5 January 2026, 09:00 in Brussels: before every date the tests book, unless they set another. */
export const TODAY = '2026-01-05T08:00:00Z';

export type Api = {
  readonly url: string;
  readonly app: INestApplication;
  readonly db: DataSource;
  readonly databaseUrl: string;
  anonymous: () => HttpClient;
  /** A space of its own for the test. */
  house: (wish?: HouseWish) => Promise<House>;
  /** Sets the clock of the API; it stands still. Every test begins on `TODAY`. */
  setNow: (instant: string) => void;
};

type Running = { app: INestApplication; database: TestDatabase; url: string };

/** Boots the whole application once for the spec file, on a database of its own. */
export function useApi(env: Record<string, string> = {}): Api {
  let running: Running;
  let now = new Date(TODAY);

  beforeAll(async () => {
    const database = await migratedDatabase(migrate);
    const config = { DATABASE_URL: database.url, PORT: '0', BOTA_DEMO: 'off', BOTA_JOBS: 'off', LOG_LEVEL: 'silent', ...env };
    const app = await createServer(readConfig(config));
    app.get(Clock).now = () => new Date(now);
    await app.listen(0, '127.0.0.1');
    running = { app, database, url: await app.getUrl() };
  });
  beforeEach(() => void (now = new Date(TODAY)));
  afterAll(async () => {
    await running.app.close();
    await running.database.drop();
  });

  return {
    get url() {
      return running.url;
    },
    get app() {
      return running.app;
    },
    get db() {
      return running.app.get(DataSource);
    },
    get databaseUrl() {
      return running.database.url;
    },
    anonymous: () => new HttpClient(running.url),
    house: (wish) => buildHouse({ db: running.app.get(DataSource), url: running.url, now }, wish),
    setNow: (instant) => void (now = new Date(instant)),
  };
}
