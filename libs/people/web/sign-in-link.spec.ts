import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import people from './i18n/people.fr.json' with { type: 'json' };
import { tokenFromAddress } from './letter-tokens';
import { aReader, openPage } from './page.fixture';
import { SignIn } from './sign-in';

const token = 'b'.repeat(43);
const routes = [{ path: 'sign-in', component: SignIn, canActivate: [tokenFromAddress('signIn')] }];
const demo = { enabled: false, needsSetup: false, accounts: [] };

async function open(address: string) {
  const opened = await openPage(address, routes, null);
  await opened.answer('/api/demo', demo);
  return opened;
}

it('asks for a link, and says the same whether or not the address has an account', async () => {
  const { page, type, press, answer } = await open('/sign-in');
  await type('email', 'nour@bota75.example');
  await press(people.link.ask);
  await press(people.link.submit);
  expect(await answer('/api/auth/link', null)).toEqual({ email: 'nour@bota75.example' });
  expect(page.querySelector('b75-ask-link [role=status]')?.textContent).toContain('Si nour@bota75.example a un compte');
});

it('a link signs in at once, leaves no trace in the address and leads where one wanted to go', async () => {
  const { answer, settled } = await open(`/sign-in?return=%2Faccount#${token}`);
  expect(TestBed.inject(Router).url).toBe('/sign-in?return=%2Faccount');
  expect(await answer('/api/auth/link/session', aReader)).toEqual({ token });
  await settled();
  expect(TestBed.inject(Router).url).toBe('/account');
});

it('a link that no longer works says so, beside the way to a new one', async () => {
  const { page, refuse } = await open(`/sign-in#${token}`);
  await refuse('/api/auth/link/session', 410, 'link/over');
  expect(page.querySelector('[role=alert] .note')?.textContent).toContain(people.problem['link/over']);
  expect(page.querySelector('#link-email')).not.toBeNull();
});
