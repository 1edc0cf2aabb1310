import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { type Provider, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Me } from '@bota/people/domain';
import { provideFixedTexts, provideIcons } from '@bota/shared/ui';
import { NEVER } from 'rxjs';
import { LiveStream } from './live-stream';
import { SpaceStore } from './space-store';

export const READER_ID = '00000000-0000-7000-8000-000000000501';
/** Who reads: nobody’s member, without a role in the house. */
export const aReader: Me = {
  person: { id: READER_ID, email: 'a@b75.example', displayName: 'Membre', language: 'fr', hasPassword: true },
  memberships: [],
  houseRoles: [],
};
export const aSpace = {
  ...{
    id: READER_ID,
    slug: 'bota-75',
    name: 'Bota 75',
    address: '',
    zone: 'Europe/Brussels',
    languages: ['fr'],
    horizonDays: 365,
    neighboursMayAsk: false,
  },
  ...{ colour: null, logo: null, hours: null, version: 1 },
};

type Shown = { path: string; page: Type<unknown>; texts: Parameters<typeof provideFixedTexts>[1]; providers?: Provider[] };

/** A page of the house in a test: real stores and French texts, the server by hand. For specs only. */
export class HousePageTest {
  private readonly http: HttpTestingController;
  private readonly harness: Promise<RouterTestingHarness>;

  constructor({ path, page, texts, providers = [] }: Shown) {
    const routes = [
      { path, component: page },
      { path: '**', children: [] },
    ];
    TestBed.configureTestingModule({
      providers: [
        ...[provideHttpClient(), provideHttpClientTesting(), provideRouter(routes, withComponentInputBinding())],
        ...[provideFixedTexts('fr', texts), provideIcons(), { provide: LiveStream, useValue: { of: () => NEVER } }, ...providers],
      ],
    });
    this.http = TestBed.inject(HttpTestingController);
    this.harness = RouterTestingHarness.create();
  }

  /** Opens the page in the house; nothing is answered yet. */
  async load(url: string): Promise<HTMLElement> {
    void TestBed.inject(SpaceStore).open(aSpace.slug);
    const harness = await this.harness;
    await harness.navigateByUrl(url);
    harness.detectChanges();
    return this.element();
  }

  shown = async () => (await this.harness).fixture;
  element = async (): Promise<HTMLElement> => (await this.shown()).nativeElement as HTMLElement;

  /** Answers until nothing more is asked. */
  protected async settle(reply: (request: TestRequest) => void): Promise<void> {
    for (let round = 0; round < 6; round += 1) {
      TestBed.tick();
      for (const request of this.http.match(() => true)) if (!request.cancelled) reply(request);
      await new Promise((done) => setTimeout(done));
    }
    (await this.harness).detectChanges();
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
    .replace(/ (?=[.,])/g, '')
    .trim();
}
