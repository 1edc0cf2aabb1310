import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type Type } from '@angular/core';
import { jest } from '@jest/globals';
import type { CalendarItem, RoomFindings } from '@bota/booking/domain';
import type { Organisation } from '@bota/people/domain';
import { aReader, aSpace, HousePageTest, READER_ID } from '@bota/spaces/web/testing';
import { Subject } from 'rxjs';
import spaces from '../../../spaces/web/i18n/spaces.fr.json' with { type: 'json' };
import ui from '../../../shared/ui/i18n/ui.fr.json' with { type: 'json' };
import bookingTexts from '../i18n/booking.fr.json' with { type: 'json' };
import daysheetTexts from '../i18n/daysheet.fr.json' with { type: 'json' };
import manageTexts from '../i18n/manage.fr.json' with { type: 'json' };
import planTexts from '../i18n/plan.fr.json' with { type: 'json' };
import requestsTexts from '../i18n/requests.fr.json' with { type: 'json' };
import roomsTexts from '../i18n/rooms.fr.json' with { type: 'json' };
import seasonTexts from '../i18n/season.fr.json' with { type: 'json' };
import todayTexts from '../i18n/today.fr.json' with { type: 'json' };
import { Live, type LiveNews } from '../live';
import { at, FLOORS, house } from './house.fixture';

export { words } from '@bota/spaces/web/testing';
const racines: Organisation = {
  id: READER_ID,
  slug: 'racines',
  name: 'Racines & Finances',
  initials: 'RF',
  hue: 1,
  pattern: 1,
  demo: true,
  description: {},
};

type Answers = {
  items?: CalendarItem[];
  found?: Partial<RoomFindings>;
  mine?: CalendarItem[];
  mayBook?: boolean;
  mayConfigure?: boolean;
  others?: Record<string, object>;
};

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

/** It is this moment; timers go on. */
export const setClock = (now: Date): void => void jest.useFakeTimers({ now, doNotFake: [...NOT_FAKED, ...TIMERS] });

/** A page of the house in a test: real stores and texts, answers of the server by hand. It is 13:20 on the day of the fixture. */
export class PageInHouse extends HousePageTest {
  readonly news: Subject<LiveNews>;
  /** Somebody did something in a round. */
  readonly seasons: Subject<void>;

  constructor(path: string, page: Type<unknown>) {
    setClock(at('13:20'));
    const news = new Subject<LiveNews>();
    const seasons = new Subject<void>();
    const texts = {
      ui,
      spaces,
      booking: bookingTexts,
      rooms: roomsTexts,
      today: todayTexts,
      plan: planTexts,
      manage: manageTexts,
      requests: requestsTexts,
      season: seasonTexts,
      daysheet: daysheetTexts,
      house: { nav: { rooms: 'Salles' } },
    };
    super({ path, page, texts, providers: [{ provide: Live, useValue: { of: () => news, ofSeasons: () => seasons } }] });
    this.news = news;
    this.seasons = seasons;
  }

  /** Opens the page and answers what it asks. */
  async open(url: string, answers: Answers = {}): Promise<HTMLElement> {
    const page = await this.load(url);
    await this.answer(answers);
    return page;
  }

  loader = async () => TestbedHarnessEnvironment.loader(await this.shown());

  /** So much later, with everything that waited for it. */
  async later(milliseconds: number): Promise<void> {
    jest.setSystemTime(Date.now() + milliseconds);
    await new Promise((done) => setTimeout(done, milliseconds));
  }

  /** Answers until nothing more is asked; `others` by the end of their address. `hears`: what is written meanwhile. */
  async answer(
    { items = [], found = {}, mine = [], mayBook = true, mayConfigure = false, others = {} }: Answers = {},
    hears: (body: unknown) => void = () => undefined,
  ): Promise<void> {
    const { rooms } = house();
    const body = (url: string): object => {
      const other = Object.entries(others).find(([end]) => url.endsWith(end));
      if (other) return other[1];
      if (url === '/api/me') return aReader;
      if (url.endsWith('/rooms')) return { items: rooms, floors: FLOORS };
      if (url.endsWith('/residents'))
        return {
          items: [
            {
              residencyId: READER_ID,
              organisation: racines,
              from: '2026-01-01',
              to: null,
              status: 'active',
              occupies: [],
              isArchived: false,
            },
          ],
        };
      if (url.includes('/room-finding?')) return { free: [], near: [], not: [], ...found };
      if (url.includes('/calendar?')) return { items, closures: [] };
      if (url.includes('/bookings?')) return { items: mine };
      return url === '/api/spaces' ? { items: [] } : { ...aSpace, may: { book: mayBook, configure: mayConfigure } };
    };
    await this.settle((request) => {
      if (request.request.body !== null) hears(request.request.body);
      request.flush(body(request.request.urlWithParams));
    });
  }

  /** What was just asked to be written is refused. */
  refuse = (problem: object): Promise<void> => this.settle((request) => request.flush(problem, { status: 409, statusText: 'no' }));

  /** The server does not manage. */
  fail = (): Promise<void> =>
    this.settle((request) =>
      request.request.url === '/api/me' ? request.flush(aReader) : request.flush({ instance: '7f2c' }, { status: 503, statusText: 'no' }),
    );
}
