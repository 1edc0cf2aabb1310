import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { provideFixedTexts } from '@bota/shared/ui';
import { expiredSession } from './expired-session';
import { aMember, aProblem } from './me.fixture';
import { ReadingLanguage } from './reading-language';
import { resourceFor } from './reader-resource';
import { Session } from './session';

function start() {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([expiredSession])),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', children: [] }]),
      provideFixedTexts('fr', {}),
    ],
  });
  const session = TestBed.inject(Session);
  TestBed.tick();
  return { session, http: TestBed.inject(HttpTestingController), router: TestBed.inject(Router) };
}

const signedOut = { status: 401, statusText: 'Unauthorized' };

it('nobody is signed in when the server says 401', async () => {
  const { session, http } = start();
  expect(session.isKnown()).toBe(false);
  http.expectOne('/api/me').flush(aProblem(401, 'not-signed-in'), signedOut);
  expect(await session.known()).toBeNull();
});

it('a session that ends while a page is open leads to signing in and back', async () => {
  const { session, http, router } = start();
  http.expectOne('/api/me').flush(aMember);
  await session.known();
  await router.navigateByUrl('/bota-75/agenda?date=2026-11-24');
  TestBed.inject(HttpClient)
    .get('/api/spaces/bota-75/bookings')
    .subscribe({ error: () => null });
  http.expectOne('/api/spaces/bota-75/bookings').flush(aProblem(401, 'not-signed-in'), signedOut);
  await new Promise((done) => setTimeout(done));
  expect(session.isSignedIn()).toBe(false);
  expect(router.parseUrl(router.url).queryParams).toEqual({ return: '/bota-75/agenda?date=2026-11-24', expired: '1' });
});

it('what one may see is asked again when somebody else reads', async () => {
  const { session, http } = start();
  TestBed.runInInjectionContext(() =>
    resourceFor(
      () => '/api/spaces',
      (answer) => answer,
    ),
  );
  TestBed.tick();
  http.expectNone('/api/spaces');
  http.expectOne('/api/me').flush(aProblem(401, 'not-signed-in'), signedOut);
  await session.known();
  TestBed.tick();
  http.expectOne('/api/spaces').flush({ items: [] });
  const signingIn = session.signIn({ email: 'a@b.example', password: 'x' });
  http.expectOne('/api/auth/session').flush(aMember);
  await signingIn;
  TestBed.tick();
  http.expectOne('/api/spaces').flush({ items: [] });
});

it('the interface speaks the language of the account, and a choice is remembered there', async () => {
  const { session, http } = start();
  const reading = TestBed.inject(ReadingLanguage);
  const begun = reading.begin();
  http.expectOne('/api/me').flush(aMember);
  await begun;
  TestBed.tick();
  expect(reading.current()).toBe('nl');
  expect(document.documentElement.lang).toBe('nl');
  const chosen = reading.choose('en');
  await new Promise((done) => setTimeout(done));
  const request = http.expectOne({ method: 'PATCH', url: '/api/me' });
  expect(request.request.body).toEqual({ language: 'en' });
  request.flush({ ...aMember, person: { ...aMember.person, language: 'en' } });
  await chosen;
  expect(reading.current()).toBe('en');
  expect(session.me()?.person.language).toBe('en');
});
