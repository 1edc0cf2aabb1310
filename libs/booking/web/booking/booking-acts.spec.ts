import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { Booking } from '@bota/booking/domain';
import { Confirm, provideFixedTexts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import booking from '../i18n/booking.fr.json' with { type: 'json' };
import { at, room } from '../rooms/house.fixture';
import { BookingActs } from './booking-acts';

const hall = room(3, 'Grande salle', { rules: { cancelMinutes: 2880 } });
const on = (wall: string) => ({
  ...{ id: wall, start: at(wall).toISOString(), end: at(wall).toISOString(), recurrenceId: wall, status: 'confirmed' },
  ...{ roomIds: [hall.id], may: { edit: true, cancel: true } },
});

async function asked(...walls: string[]): Promise<string> {
  jest.useFakeTimers({ now: at('2026-11-24T09:00') });
  const ask = jest.fn((_: { stays?: string }) => Promise.resolve(false));
  TestBed.configureTestingModule({
    providers: [
      ...[provideHttpClient(), provideHttpClientTesting(), provideFixedTexts('fr', { booking })],
      { provide: Confirm, useValue: { ask } },
      { provide: SpaceStore, useValue: { ref: () => 'bota-75', room: () => hall } },
    ],
  });
  const one = { title: 'Chorale', zone: 'Europe/Brussels', occurrences: walls.map(on), recurrence: walls[1] ? { rrule: '' } : null };
  await TestBed.inject(BookingActs).cancel(one as unknown as Booking, 'all', null);
  return ask.mock.calls[0]?.[0].stays?.replace(/\u00a0/g, ' ') ?? '';
}

it.each([
  ['a minute before the notice', '2026-11-26T08:59', 'C’est moins de 2 jours avant : la date comptera comme utilisée.'],
  ['in time', '2026-11-26T09:00', ''],
])('cancelling %s is told what it costs', async (_, wall, said) => expect(await asked(wall)).toBe(said));

it('says how many dates of a series come too late', async () =>
  expect(await asked('2026-11-24T10:00', '2026-11-25T10:00', '2026-12-24T10:00')).toBe(
    'C’est moins de 2 jours avant pour 2 dates : elles compteront comme utilisées. Celles qui ont eu lieu restent au registre.',
  ));
