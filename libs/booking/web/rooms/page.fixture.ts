import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { jest } from '@jest/globals';
import type { CalendarItem } from '@bota/booking/domain';
import type { Me, Organisation } from '@bota/people/domain';
import { provideFixedTexts, provideIcons } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Subject } from 'rxjs';
import spaces from '../../../spaces/web/i18n/spaces.fr.json' with { type: 'json' };
import ui from '../../../shared/ui/i18n/ui.fr.json' with { type: 'json' };
import manageTexts from '../i18n/manage.fr.json' with { type: 'json' };
import planTexts from '../i18n/plan.fr.json' with { type: 'json' };
import roomsTexts from '../i18n/rooms.fr.json' with { type: 'json' };
import todayTexts from '../i18n/today.fr.json' with { type: 'json' };
import { Live, type LiveNews } from '../live';
import { at, FLOORS, house, ZONE } from './house.fixture';

const ID = '00000000-0000-7000-8000-000000000501';
const racines: Organisation = {
  id: ID,
  slug: 'racines',
  name: 'Racines & Finances',
  initials: 'RF',
  hue: 1,
  pattern: 1,
  demo: true,
  description: {},
};
const me: Me = {
  person: { id: ID, email: 'a@b75.example', displayName: 'Membre', language: 'fr', hasPassword: true },
  memberships: [],
  houseRoles: [],
};
const looks = { colour: null, logo: null, hours: null, version: 1 };
const space = { ...looks, id: ID, slug: 'bota-75', name: 'Bota 75', address: '', zone: ZONE, languages: ['fr'], horizonDays: 365 };

type Answers = { items?: CalendarItem[]; mine?: CalendarItem[]; mayBook?: boolean; others?: Record<string, object> };

/** What is faked: the clock only. Everything that waits goes on waiting really. */
const NOT_FAKED = [
  'nextTick',
  'hrtime',
  'performance',
  'queueMicrotask',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'setImmediate',
] as const;
const TIMERS = [
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
  'requestIdleCallback',
  'cancelIdleCallback',
] as const;

/** A page of the house in a test: real stores and texts, answers of the server by hand. It is 13:20 on the day of the fixture. */
export class PageInHouse {
  readonly news = new Subject<LiveNews>();
  private readonly http: HttpTestingController;
  private readonly harness: Promise<RouterTestingHarness>;

  constructor(path: string, page: Type<unknown>) {
    jest.useFakeTimers({ now: at('13:20'), doNotFake: [...NOT_FAKED, ...TIMERS] });
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter(
          [
            { path, component: page },
            { path: '**', children: [] },
          ],
          withComponentInputBinding(),
        ),
        provideFixedTexts('fr', { ui, spaces, rooms: roomsTexts, today: todayTexts, plan: planTexts, manage: manageTexts }),
        provideIcons(),
        { provide: Live, useValue: { of: () => this.news } },
      ],
    });
    this.http = TestBed.inject(HttpTestingController);
    this.harness = RouterTestingHarness.create();
  }

  /** Opens the page and answers what it asks. */
  async open(url: string, answers: Answers = {}): Promise<HTMLElement> {
    const page = await this.load(url);
    await this.answer(answers);
    return page;
  }

  /** Opens the page; the house is known, nothing else is answered yet. */
  async load(url: string): Promise<HTMLElement> {
    void TestBed.inject(SpaceStore).open('bota-75');
    const harness = await this.harness;
    await harness.navigateByUrl(url);
    harness.detectChanges();
    return this.element();
  }

  loader = async () => TestbedHarnessEnvironment.loader((await this.harness).fixture);

  element = async (): Promise<HTMLElement> => (await this.harness).fixture.nativeElement as HTMLElement;

  /** So much later, with everything that waited for it. */
  async later(milliseconds: number): Promise<void> {
    jest.setSystemTime(Date.now() + milliseconds);
    await new Promise((done) => setTimeout(done, milliseconds));
  }

  /** Answers until nothing more is asked; `others` by the end of their address. */
  async answer({ items = [], mine = [], mayBook = true, others = {} }: Answers = {}): Promise<void> {
    const { rooms } = house();
    const body = (url: string): object => {
      const other = Object.entries(others).find(([end]) => url.endsWith(end));
      if (other) return other[1];
      if (url === '/api/me') return me;
      if (url.endsWith('/rooms')) return { items: rooms, floors: FLOORS };
      if (url.endsWith('/residents'))
        return {
          items: [
            { residencyId: ID, organisation: racines, from: '2026-01-01', to: null, status: 'active', occupies: [], isArchived: false },
          ],
        };
      if (url.includes('/calendar?')) return { items, closures: [] };
      if (url.includes('/bookings?')) return { items: mine };
      return url === '/api/spaces' ? { items: [] } : { ...space, may: { book: mayBook, configure: false } };
    };
    await this.settle((request) => request.flush(body(request.request.urlWithParams)));
  }

  /** The server does not manage. */
  fail = (): Promise<void> =>
    this.settle((request) =>
      request.request.url === '/api/me' ? request.flush(me) : request.flush({ instance: '7f2c' }, { status: 503, statusText: 'no' }),
    );

  private async settle(reply: (request: TestRequest) => void): Promise<void> {
    for (let round = 0; round < 6; round += 1) {
      TestBed.tick();
      for (const request of this.http.match(() => true)) if (!request.cancelled) reply(request);
      await new Promise((done) => setTimeout(done));
    }
    (await this.harness).detectChanges();
  }
}

/** The visible words of an element, with single spaces, each piece of text apart. */
export function words(element: Element | null): string {
  const pieces = element ? document.createTreeWalker(element, NodeFilter.SHOW_TEXT) : null;
  const said: string[] = [];
  while (pieces?.nextNode()) said.push(pieces.currentNode.textContent ?? '');
  return said
    .join(' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ (?=[.,])/g, '')
    .trim();
}
