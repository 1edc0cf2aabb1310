import type { TestRequest } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { type LiveEvent, LiveStream } from '@bota/spaces/web';
import { aReader, aSpace, HousePageTest, words } from '@bota/spaces/web/testing';
import { Subject } from 'rxjs';
import spaces from '../../spaces/web/i18n/spaces.fr.json' with { type: 'json' };
import ui from '../../shared/ui/i18n/ui.fr.json' with { type: 'json' };
import charges from './i18n/charges.fr.json' with { type: 'json' };
import house from './i18n/house.fr.json' with { type: 'json' };
import imports from './i18n/import.fr.json' with { type: 'json' };
import mandates from './i18n/mandates.fr.json' with { type: 'json' };
import residents from './i18n/residents.fr.json' with { type: 'json' };
import waiting from './i18n/waiting.fr.json' with { type: 'json' };
import { aPage, aResident } from './resident.fixture';

export { words } from '@bota/spaces/web/testing';
export const ID = aResident().residencyId;
const refusal = (code: string) => ({ type: `/problems/${code}`, code, title: code, detail: code, instance: '7f2c' });

/** What the server says at the end of an address: a body, or a status, a code, and what more a problem says. */
export type Answers = Record<string, object | [number, string, object?]>;

/** A page of residents in a test. */
export class ResidentsTest extends HousePageTest {
  readonly asked: TestRequest['request'][] = [];
  /** What happens in the house. */
  readonly news: Subject<LiveEvent>;
  private answers: Answers = {};

  constructor(path: string, page: Type<unknown>) {
    const news = new Subject<LiveEvent>();
    const texts = { ui, spaces, residents, mandates, house, import: imports, waiting, charges };
    super({ path, page, texts, providers: [{ provide: LiveStream, useValue: { of: () => news } }] });
    this.news = news;
  }

  async open(url: string, answers: Answers = {}): Promise<HTMLElement> {
    const page = await this.load(url);
    await this.answer(answers);
    return page;
  }

  /** Answers until nothing more is asked; what was said before is said again. */
  async answer(answers: Answers = {}): Promise<void> {
    this.answers = { ...this.answers, ...answers };
    await this.settle((request) => this.reply(request));
  }

  private reply(test: TestRequest): void {
    const { method, url } = test.request;
    this.asked.push(test.request);
    const own = Object.entries(this.answers).find(([end]) => `${method} ${url}`.endsWith(end))?.[1];
    if (Array.isArray(own)) test.flush({ ...refusal(own[1]), status: own[0], ...own[2] }, { status: own[0], statusText: own[1] });
    else test.flush(own ?? this.usual(url));
  }

  private usual(url: string): object {
    if (url === '/api/me') return aReader;
    if (url.endsWith('/mandates')) return { items: [], today: '2026-11-24', may: { manage: false } };
    if (url.endsWith('/members')) return { items: [], may: { manage: false } };
    if (url.endsWith('/rooms')) return { items: [], floors: [] };
    if (/\/residents\/\w/.test(url))
      return aPage({ residencies: [], may: { edit: false, archive: false, manageResidencies: false, readKeys: false } });
    if (url.endsWith('/residents')) return { items: [aResident()] };
    if (url.includes('/calendar?')) return { items: [], closures: [] };
    if (url === '/api/spaces/bota-75') return { ...aSpace, may: { book: true, configure: true } };
    if (url.includes('/statements/')) return { items: [], currency: 'EUR' };
    return { items: [] };
  }
}

/** Presses the button that says so. */
export function press(page: Element, text: string): void {
  const found = [...page.querySelectorAll('button')].find((button) => words(button).includes(text));
  if (!found) throw new Error(`No button says ${text}: ${words(page)}`);
  found.click();
}
