import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import type { SignInWays } from '@bota/people/domain';
import { provideFixedTexts, provideIcons } from '@bota/shared/ui';
import people from './i18n/people.fr.json' with { type: 'json' };
import ui from '../../shared/ui/i18n/ui.fr.json' with { type: 'json' };
import { aMember, aProblem } from './me.fixture';
import { Session } from './session';
import { SignIn } from './sign-in';

const demo = {
  enabled: true,
  needsSetup: false,
  password: 'bota75-demo',
  accounts: [{ email: 'coordination@bota75.example', label: { fr: 'Coordination' } }],
};

async function open(address: string, ways: SignInWays = { passkey: true, provider: null }) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [
          { path: 'sign-in', component: SignIn },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
      provideFixedTexts('fr', { ui, people }),
      provideIcons(),
    ],
  });
  const harness = await RouterTestingHarness.create(address);
  const page = harness.fixture.nativeElement as HTMLElement;
  const http = TestBed.inject(HttpTestingController);
  http.expectOne('/api/me').flush(aProblem(401, 'not-signed-in'), { status: 401, statusText: 'x' });
  http.expectOne('/api/demo').flush(demo);
  http.expectOne('/api/auth/ways').flush(ways);
  await harness.fixture.whenStable();
  const loader = TestbedHarnessEnvironment.loader(harness.fixture);
  const type = async (id: string, text: string) => (await loader.getHarness(MatInputHarness.with({ selector: `#${id}` }))).setValue(text);
  const submit = async () => (await loader.getHarness(MatButtonHarness.with({ text: people.signIn.submit }))).click();
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await harness.fixture.whenStable();
  };
  return { page, http, type, submit, settled };
}

it('signs in and goes back to where one came from', async () => {
  const { http, type, submit, settled } = await open('/sign-in?return=%2Fbota-75%2Fagenda%3Fview%3Dweek');
  await type('email', 'membre.racines@bota75.example');
  await type('password', 'bota75-demo');
  await submit();
  const request = http.expectOne({ method: 'POST', url: '/api/auth/session' });
  expect(request.request.body).toEqual({ email: 'membre.racines@bota75.example', password: 'bota75-demo' });
  request.flush(aMember);
  await settled();
  expect(TestBed.inject(Session).me()?.person.displayName).toBe('Membre Racines');
  expect(TestBed.inject(Router).url).toBe('/bota-75/agenda?view=week');
});

it('does not lead to other sites', async () => {
  const { http, page, settled } = await open('/sign-in?return=%2F%2Felsewhere.example');
  page.querySelector<HTMLButtonElement>('b75-demo-accounts button')?.click();
  http.expectOne({ method: 'POST', url: '/api/auth/session' }).flush(aMember);
  await settled();
  expect(TestBed.inject(Router).url).toBe('/');
});

it('an empty form says what is missing, above and at the fields, and asks nobody', async () => {
  const { http, page, submit, settled } = await open('/sign-in');
  await submit();
  await settled();
  expect(page.querySelector('ui-error-summary')?.textContent).toContain(people.signIn.emailNeeded);
  expect([...page.querySelectorAll('mat-error')].map((error) => error.textContent?.trim())).toEqual([
    people.signIn.emailNeeded,
    people.signIn.passwordNeeded,
  ]);
  http.expectNone('/api/auth/session');
});

it.each([
  [401, 'wrong-credentials', people.signIn.wrong],
  [429, 'too-many-attempts', ui.problem.tooMany.title],
  [503, 'unavailable', ui.problem.server.title],
])('a refusal with %i is explained', async (status, code, words) => {
  const { http, page, type, submit, settled } = await open('/sign-in');
  await type('email', 'a@b.example');
  await type('password', 'x');
  await submit();
  http.expectOne({ method: 'POST', url: '/api/auth/session' }).flush(aProblem(status, code), { status, statusText: code });
  await settled();
  expect(page.querySelector('[role=alert] .note')?.textContent).toContain(words);
});

it('a session that ended says so', async () => {
  const { page } = await open('/sign-in?expired=1');
  expect(page.textContent).toContain(people.signIn.expired);
});

it('leads to the provider of the house, and back to where one came from', async () => {
  const { page } = await open('/sign-in?return=%2Fbota-75%2Fagenda', { passkey: false, provider: { name: 'la Fédération' } });
  const link = page.querySelector<HTMLAnchorElement>('b75-other-ways a');
  expect(link?.textContent).toContain('Continuer avec la Fédération');
  expect(link?.getAttribute('href')).toBe('/api/auth/oidc?return=%2Fbota-75%2Fagenda');
  expect(page.querySelector('b75-other-ways button')).toBeNull();
});

it('a browser without passkeys is not offered one', async () => {
  const { page } = await open('/sign-in');
  expect(page.querySelector('b75-other-ways')?.textContent).toBe('');
});

it.each([
  ['provider%2Funverified', people.problem['provider/unverified']],
  ['too-many-attempts', ui.problem.tooMany.text],
])('coming back from the provider with %s says why', async (refused, words) => {
  const { page } = await open(`/sign-in?refused=${refused}`);
  expect(page.querySelector('[role=alert] .note')?.textContent).toContain(words);
});

it('an address with words of somebody else says nothing', async () => {
  const { page } = await open('/sign-in?refused=booking%2Frefused');
  expect(page.querySelector('[role=alert] .note')).toBeNull();
});
