import type { INestApplication } from '@nestjs/common';
import type { Notification, NotificationCount, NotificationList } from '@bota/notifications/domain';
import { Clock, readConfig } from '@bota/shared/api';
import { createServer } from '../server';
import type { Api } from './api.fixture';
import type { House } from './house.fixture';
import type { Someone } from './people.fixture';

export const toldTo = async (house: House, who: Someone, query = ''): Promise<Notification[]> =>
  (await who.get<NotificationList>(house.path(`notifications${query}`))).body.items;
export const titlesTo = async (house: House, who: Someone): Promise<string[]> => (await toldTo(house, who)).map(({ title }) => title);
export const unreadOf = async (house: House, who: Someone): Promise<number> =>
  (await who.get<NotificationCount>(house.path('notifications/count'))).body.unread;

/** Subjects of the letters to somebody, in the order they were written. */
export async function lettersTo({ db }: Api, { email }: Someone): Promise<{ kind: string; subject: string; text: string }[]> {
  return db.query('SELECT kind, subject, body_text AS text FROM letter WHERE recipient = $1 ORDER BY created_at, id', [email]);
}

/** A second process on the same database; the test ends it. */
export async function anotherProcess(api: Api): Promise<INestApplication> {
  const config = { DATABASE_URL: api.databaseUrl, PORT: '0', BOTA_DEMO: 'off', BOTA_JOBS: 'off', LOG_LEVEL: 'silent' };
  const app = await createServer(readConfig(config));
  app.get(Clock).now = () => api.app.get(Clock).now();
  await app.init();
  return app;
}
