import 'reflect-metadata';
import cookie from '@fastify/cookie';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { PRICED_BOOKINGS, type PricedBookings } from '@bota/residents/api';
import type { PeriodDetail, PricedBooking, Statement } from '@bota/residents/domain';
import { Clock, readConfig } from '@bota/shared/api';
import { AppModule } from '../app.module';
import { Validation } from '../validation';
import { useApi } from './api.fixture';
import { LATE_NOVEMBER, houseWithBooks, rent, statementPath } from './charges.fixture';
import { type Someone } from './people.fixture';

const api = useApi();
const BOOKING = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10';

it('what a higher domain prices stands on the statement, and is frozen with it', async () => {
  const house = await houseWithBooks(api, [rent]);
  const priced: PricedBooking[] = ['2026-08-31', '2026-09-01', '2026-09-30', '2026-10-01'].map((on, index) => ({
    ...{ organisationId: house.voisins, bookingId: BOOKING, on, description: { fr: `Salle A, ${on}` }, cents: 1000 * (index + 1) },
  }));
  const asked: unknown[] = [];
  const pricedBookings: PricedBookings = async (_, question) => {
    asked.push(question);
    return question.spaceId === house.id ? priced.filter(({ on }) => on >= question.from && on <= question.to) : [];
  };
  @Global()
  @Module({ providers: [{ provide: PRICED_BOOKINGS, useValue: pricedBookings }], exports: [PRICED_BOOKINGS] })
  class Pricing {}
  const config = { DATABASE_URL: api.databaseUrl, BOTA_DEMO: 'off', BOTA_JOBS: 'off', LOG_LEVEL: 'silent' };
  // The first of two global answers is the one that is given.
  @Module({ imports: [Pricing, AppModule.with(readConfig(config))] })
  class WithPrices {}
  const app = await NestFactory.create<NestFastifyApplication>(WithPrices, new FastifyAdapter(), { logger: false });
  await app.register(cookie);
  app.useGlobalPipes(new Validation());
  app.get(Clock).now = () => new Date(LATE_NOVEMBER);
  try {
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    const ask = async <T>(who: Someone, method: string, path: string): Promise<T> =>
      (await (await fetch(url + path, { method, headers: who.cookieHeader })).json()) as T;
    const statement = () => ask<Statement>(house.coordinator, 'GET', statementPath(house, '2026-09', '', house.voisins));
    const lines = [
      { kind: 'booking', bookingId: BOOKING, on: '2026-09-01', cents: 2000, label: { fr: 'Salle A, 2026-09-01' } },
      { kind: 'booking', bookingId: BOOKING, on: '2026-09-30', cents: 3000, label: { fr: 'Salle A, 2026-09-30' } },
    ];
    await ask<PeriodDetail>(house.coordinator, 'POST', house.path('periods/2026-08/closing'));
    expect((await statement()).lines).toMatchObject(lines);
    const closed = await ask<PeriodDetail>(house.coordinator, 'POST', house.path('periods/2026-09/closing'));
    expect(closed.period).toMatchObject({ state: 'closed', totalCents: 17_000 + 5000 });
    priced.length = 0;
    expect((await statement()).lines).toMatchObject(lines);
    expect(asked).toContainEqual({ spaceId: house.id, from: '2026-09-01', to: '2026-09-30' });
  } finally {
    await app.close();
  }
});
