import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Me } from '@bota/people/domain';
import { provideFixedTexts, provideIcons } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import spaces from '../../spaces/web/i18n/spaces.fr.json' with { type: 'json' };
import ui from '../../shared/ui/i18n/ui.fr.json' with { type: 'json' };
import charges from './i18n/charges.fr.json' with { type: 'json' };
import house from './i18n/house.fr.json' with { type: 'json' };
import imports from './i18n/import.fr.json' with { type: 'json' };
import mandates from './i18n/mandates.fr.json' with { type: 'json' };
import residents from './i18n/residents.fr.json' with { type: 'json' };
import waiting from './i18n/waiting.fr.json' with { type: 'json' };
import { aPage, aResident } from './resident.fixture';

export const ID = aResident().residencyId;
const me: Me = {
  person: { id: ID, email: 'a@b75.example', displayName: 'Moi', language: 'fr', hasPassword: true },
  memberships: [],
  houseRoles: [],
};
const looks = { colour: null, logo: null, hours: null, version: 1 };
const space = {
  ...looks,
  id: ID,
  slug: 'bota-75',
  name: 'Bota 75',
  address: '',
  zone: 'Europe/Brussels',
  languages: ['fr'],
  horizonDays: 365,
};
const refusal = (code: string) => ({ type: `/problems/${code}`, code, title: code, detail: code, instance: '7f2c' });

/** What the server says at the end of an address: a body, or a status and a code. */
export type Answers = Record<string, object | [number, string]>;

/** A page of residents in a test: real stores and texts, the server by hand. */
export class ResidentsTest {
  readonly asked: TestRequest['request'][] = [];
  private readonly http: HttpTestingController;
  private harness?: RouterTestingHarness;
  private answers: Answers = {};

  constructor(path: string, page: Type<unknown>) {
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
        provideFixedTexts('fr', { ui, spaces, residents, mandates, house, import: imports, waiting, charges }),
        provideIcons(),
      ],
    });
    this.http = TestBed.inject(HttpTestingController);
  }

  async open(url: string, answers: Answers = {}): Promise<HTMLElement> {
    void TestBed.inject(SpaceStore).open('bota-75');
    this.harness = await RouterTestingHarness.create(url);
    await this.answer(answers);
    return this.harness.fixture.nativeElement as HTMLElement;
  }

  /** Answers until nothing more is asked; what was said before is said again. */
  async answer(answers: Answers = {}): Promise<void> {
    this.answers = { ...this.answers, ...answers };
    for (let round = 0; round < 6; round += 1) {
      TestBed.tick();
      for (const request of this.http.match(() => true)) if (!request.cancelled) this.reply(request);
      await new Promise((done) => setTimeout(done));
    }
    this.harness?.detectChanges();
  }

  private reply(test: TestRequest): void {
    const { method, url } = test.request;
    this.asked.push(test.request);
    const own = Object.entries(this.answers).find(([end]) => `${method} ${url}`.endsWith(end))?.[1];
    if (Array.isArray(own)) test.flush({ ...refusal(own[1]), status: own[0] }, { status: own[0], statusText: own[1] });
    else test.flush(own ?? this.usual(url));
  }

  private usual(url: string): object {
    if (url === '/api/me') return me;
    if (url.endsWith('/mandates')) return { items: [], today: '2026-11-24', may: { manage: false } };
    if (url.endsWith('/members')) return { items: [], may: { manage: false } };
    if (url.endsWith('/rooms')) return { items: [], floors: [] };
    if (/\/residents\/\w/.test(url))
      return aPage({ residencies: [], may: { edit: false, archive: false, manageResidencies: false, readKeys: false } });
    if (url.endsWith('/residents')) return { items: [aResident()] };
    if (url.includes('/calendar?')) return { items: [], closures: [] };
    if (url === '/api/spaces/bota-75') return { ...space, may: { book: true, configure: true } };
    if (url.includes('/statements/')) return { items: [], currency: 'EUR' };
    return { items: [] };
  }
}

/** The words of an element, with single spaces, each piece of text apart. */
export function words(element: Element | null): string {
  const pieces = element ? document.createTreeWalker(element, NodeFilter.SHOW_TEXT) : null;
  const said: string[] = [];
  while (pieces?.nextNode()) said.push(pieces.currentNode.textContent ?? '');
  return said
    .join(' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** Presses the button that says so. */
export function press(page: Element, text: string): void {
  const found = [...page.querySelectorAll('button')].find((button) => words(button).includes(text));
  if (!found) throw new Error(`No button says ${text}: ${words(page)}`);
  found.click();
}
