import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import account from '../i18n/account.fr.json' with { type: 'json' };
import ui from '../../../shared/ui/i18n/ui.fr.json' with { type: 'json' };
import { aReader, openPage } from '../page.fixture';
import { Session } from '../session';
import { signedIn } from '../signed-in';
import { AccountPage } from './account';

const id = (n: number) => `01939b1e-7c00-7d3e-9c1a-${String(n).padStart(12, '0')}`;
const at = '2026-11-24T12:00:00.000Z';
const sessions = {
  items: [
    { id: id(8), createdAt: at, seenAt: at, isThis: false, userAgent: 'Mozilla/5.0 (Linux; Android 14) Gecko/132.0 Firefox/132.0' },
    { id: id(9), createdAt: at, seenAt: at, isThis: true, userAgent: 'curl/8' },
  ],
};
const ways = { hasPassword: true, passkeys: [], identities: [] };
const routes = [{ path: 'account', component: AccountPage, canActivate: [signedIn] }];

async function open(me = aReader) {
  const opened = await openPage('/account', routes, me);
  await opened.answer('/api/me/sessions', sessions);
  await opened.answer('/api/me/ways', ways);
  return opened;
}

it('who is signed out signs in first, and comes back', async () => {
  await openPage('/account', routes, null);
  expect(TestBed.inject(Router).url).toBe('/sign-in?return=%2Faccount');
});

it('changes the name others see', async () => {
  const { type, press, answer, notices } = await open();
  await type('account-name', ' Nour ');
  await press(account.name.submit);
  expect(await answer('/api/me', { ...aReader, person: { ...aReader.person, displayName: 'Nour' } })).toEqual({ displayName: 'Nour' });
  expect(TestBed.inject(Session).me()?.person.displayName).toBe('Nour');
  expect(notices()).toContainEqual(expect.stringContaining(account.name.done));
});

it('a wrong present password is said at the form, and the right one changes it', async () => {
  const { page, type, press, answer, refuse } = await open();
  await type('account-current', 'pas le bon');
  await type('account-next', 'une phrase que je retiens');
  await press(account.password.change);
  await refuse('/api/me/password', 403, 'password/wrong');
  expect(page.querySelector('b75-password-form [role=alert] .note')?.textContent).toContain(account.problem['password/wrong']);
  await press(account.password.change);
  expect(await answer('/api/me/password', null)).toEqual({ current: 'pas le bon', next: 'une phrase que je retiens' });
  expect(page.querySelector<HTMLInputElement>('#account-next')?.value).toBe('');
  await answer('/api/me/sessions', sessions);
  await answer('/api/me/ways', ways);
});

it('who has no password yet is not asked for one', async () => {
  const { page, type, press, answer } = await open({ ...aReader, person: { ...aReader.person, hasPassword: false } });
  expect(page.querySelector('#account-current')).toBeNull();
  await type('account-next', 'une phrase que je retiens');
  await press(account.password.choose);
  expect(await answer('/api/me/password', null)).toEqual({ next: 'une phrase que je retiens' });
  expect(TestBed.inject(Session).me()?.person.hasPassword).toBe(true);
});

it('names the browsers, this one first, and ends another', async () => {
  const { page, press, answer } = await open();
  const rows = () => [...page.querySelectorAll('b75-session-list li')].map((row) => row.textContent ?? '');
  expect(rows()[0]).toContain(account.sessions.this);
  expect(rows()[1]).toContain('Firefox sur Android');
  await press(account.sessions.end);
  await answer(`/api/me/sessions/${id(8)}`, null);
  expect(rows()).toHaveLength(1);
});

it('sessions that cannot be loaded say so and can be tried again', async () => {
  const { page, press, refuse, answer } = await openPage('/account', routes, aReader);
  await refuse('/api/me/sessions', 503, 'unavailable');
  expect(page.querySelector('ui-failure')?.textContent).toContain(account.sessions.failed);
  await press(ui.retry);
  await answer('/api/me/sessions', sessions);
  expect(page.querySelectorAll('b75-session-list li')).toHaveLength(2);
});

it('erases the account only for who types its address, and says why when it may not be', async () => {
  const { http, settled, type, press, answer, refuse, notices } = await open();
  const dialog = () => document.querySelector('b75-erasure-dialog');
  const erase = async () => {
    dialog()?.querySelector<HTMLButtonElement>('[type=submit]')?.click();
    await settled();
  };
  await press(account.erasure.open);
  await settled();
  expect(dialog()?.textContent).toContain(account.erasure.stays);
  await type('erasure-email', 'autre@bota75.example');
  await erase();
  http.expectNone('/api/me/erasure');
  expect(dialog()?.querySelector('mat-error')?.textContent).toContain(account.erasure.other);
  await type('erasure-email', 'Membre.Racines@bota75.example');
  await erase();
  await refuse('/api/me/erasure', 409, 'membership/last-admin');
  expect(dialog()?.querySelector('[role=alert]')?.textContent).toContain(account.problem['membership/last-admin']);
  expect(dialog()?.querySelector('[type=password]')).toBeNull();
  await erase();
  await refuse('/api/me/erasure', 403, 'erasure/proof-needed', [{ path: 'password', message: 'signed in some time ago' }]);
  expect(dialog()?.querySelector('[role=alert]')?.textContent).toContain(account.problem['erasure/proof-needed']);
  await type('erasure-password', 'une phrase que je retiens');
  await erase();
  expect(await answer('/api/me/erasure', null)).toEqual({
    email: 'membre.racines@bota75.example',
    password: 'une phrase que je retiens',
  });
  await settled();
  expect(TestBed.inject(Session).isSignedIn()).toBe(false);
  expect(TestBed.inject(Router).url).toBe('/sign-in');
  expect(notices()).toContainEqual(expect.stringContaining(account.erasure.done));
});
