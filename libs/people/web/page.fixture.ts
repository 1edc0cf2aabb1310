import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { provideRouter, type Routes, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Me } from '@bota/people/domain';
import { provideFixedTexts, provideIcons } from '@bota/shared/ui';
import account from './i18n/account.fr.json' with { type: 'json' };
import invitation from './i18n/invitation.fr.json' with { type: 'json' };
import people from './i18n/people.fr.json' with { type: 'json' };
import ui from '../../shared/ui/i18n/ui.fr.json' with { type: 'json' };
import { aMember, aProblem } from './me.fixture';
import { Session } from './session';

export const aReader: Me = { ...aMember, person: { ...aMember.person, language: 'fr' } };

/** Opens a page of this library in French; any other address is an empty page. */
export async function openPage(address: string, routes: Routes, me: Me | null) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([...routes, { path: '**', children: [] }], withComponentInputBinding()),
      provideFixedTexts('fr', { ui, people, account, invitation }),
      provideIcons(),
      { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  TestBed.inject(Session);
  TestBed.tick();
  const whoAmI = http.expectOne('/api/me');
  if (me) whoAmI.flush(me);
  else whoAmI.flush(aProblem(401, 'not-signed-in'), { status: 401, statusText: 'x' });
  const harness = await RouterTestingHarness.create(address);
  const page = harness.fixture.nativeElement as HTMLElement;
  // Not `whenStable`, which waits for the answers that the test has still to give.
  const settled = async () => {
    for (let round = 0; round < 3; round++) {
      TestBed.tick();
      await new Promise((done) => setTimeout(done));
    }
  };
  const one = <T extends HTMLElement>(selector: string, text?: string): T => {
    const found = [...document.querySelectorAll<T>(selector)].find((element) => !text || element.textContent?.trim().includes(text));
    if (!found) throw new Error(`There is no ${selector} ${text ?? ''}`);
    return found;
  };
  await settled();
  return {
    ...{ page, http, settled },
    type: async (id: string, text: string) => {
      const input = one<HTMLInputElement>(`input#${id}`);
      input.value = text;
      input.dispatchEvent(new Event('input'));
      input.dispatchEvent(new Event('blur'));
      await settled();
    },
    press: async (text: string) => {
      one('button', text).click();
      await settled();
    },
    answer: async (url: string, body: Parameters<ReturnType<typeof http.expectOne>['flush']>[0]) => {
      const request = http.expectOne(url);
      request.flush(body);
      await settled();
      return request.request.body as unknown;
    },
    refuse: async (url: string, status: number, code: string, errors: { path: string; message: string }[] = []) => {
      http.expectOne(url).flush({ ...aProblem(status, code), errors }, { status, statusText: code });
      await settled();
    },
    notices: () => [...document.querySelectorAll('ui-notice')].map((notice) => notice.textContent?.trim() ?? ''),
  };
}
