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

type Waiting = { code: string; expiresAt: string };

/** A house that answers: no screen of its own yet, and each code with its ten minutes, for whichever page of the browser asked. */
class Server {
  asked = 0;
  isTooOften = false;
  keepsCookies = true;
  private waiting: (Waiting & { until: number }) | null = null;

  /** As if another page of the browser had asked. */
  give(code: string): Waiting {
    this.waiting = { code, expiresAt: '2026-11-24T12:10:00.000Z', until: performance.now() + 10 * MINUTE };
    return { code, expiresAt: this.waiting.expiresAt };
  }

  /** Lets so much time go by and answers. */
  async wait(minutes: number): Promise<void> {
    const http = TestBed.inject(HttpTestingController);
    for (let passed = 0; passed <= minutes * MINUTE; passed += 1000) {
      TestBed.tick();
      for (const request of http.match('/api/display/pairing')) {
        this.asked += 1;
        const answer = this.give(`CODE${this.asked}A`);
        if (this.isTooOften) request.flush({}, { status: 429, statusText: 'Too Many Requests' });
        else request.flush(answer);
        if (this.isTooOften || !this.keepsCookies) this.waiting = null;
      }
      await Promise.resolve();
      for (const request of http.match('/api/display')) if (!request.cancelled) request.flush({ shown: null, pairing: this.now() });
      await jest.advanceTimersByTimeAsync(1000);
    }
  }

  private now(): Waiting | null {
    if (!this.waiting || this.waiting.until <= performance.now()) return null;
    return { code: this.waiting.code, expiresAt: this.waiting.expiresAt };
  }
}

it('a code is shown for its ten minutes, whatever the clock of the screen says', async () => {
  const [store, server] = [TestBed.inject(DisplayStore), new Server()];
  await server.wait(9);
  expect([server.asked, store.pairing()?.code]).toEqual([1, 'CODE1A']);
  await server.wait(2);
  expect([server.asked, store.pairing()?.code]).toEqual([2, 'CODE2A']);
});

it('the code that another page of this browser has is shown here too, and none asked for', async () => {
  const [store, server] = [TestBed.inject(DisplayStore), new Server()];
  server.give('OTHERS');
  await server.wait(1);
  expect([server.asked, store.pairing()?.code]).toEqual([0, 'OTHERS']);
  server.give('NEWONE');
  await server.wait(0.1);
  expect([server.asked, store.pairing()?.code]).toEqual([0, 'NEWONE']);
});

it.each([
  ['that was refused is tried again after half a minute', { isTooOften: true }, 4],
  ['that a browser without cookies loses is not asked for all the time', { keepsCookies: false }, 1],
])('a code %s', async (_, how, asked) => {
  const [store, server] = [TestBed.inject(DisplayStore), Object.assign(new Server(), how)];
  await server.wait(1.8);
  expect([server.asked, store.pairing()]).toEqual([asked, null]);
});
