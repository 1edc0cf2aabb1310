import { jest } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { EMPTY } from 'rxjs';
import { Live } from '../live';
import { DisplayStore } from './display-store';

const MINUTE = 60_000;

beforeEach(() => {
  // The house says 12:00; this screen believes that it is an hour later.
  jest.useFakeTimers({ now: new Date('2026-11-24T13:00:00Z') });
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), DisplayStore, { provide: Live, useValue: { of: () => EMPTY } }],
  });
});
afterEach(() => jest.useRealTimers());

/** Lets so much time go by; what is asked for is answered: no house yet, and each code with the ten minutes it has. */
async function wait(minutes: number): Promise<number> {
  const http = TestBed.inject(HttpTestingController);
  let codes = 0;
  for (let passed = 0; passed <= minutes * MINUTE; passed += 1000) {
    TestBed.tick();
    for (const request of http.match('/api/display')) if (!request.cancelled) request.flush({ shown: null });
    for (const request of http.match('/api/display/pairing')) {
      codes += 1;
      request.flush({ code: 'ABCDEF', expiresAt: '2026-11-24T12:10:00.000Z' });
    }
    await jest.advanceTimersByTimeAsync(1000);
  }
  return codes;
}

it('a code is shown for its ten minutes, whatever the clock of the screen says', async () => {
  const store = TestBed.inject(DisplayStore);
  expect(await wait(9)).toBe(1);
  expect(store.pairing()?.code).toBe('ABCDEF');
  expect(await wait(2)).toBe(1);
});
