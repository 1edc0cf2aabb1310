import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { InvitationOffer } from '@bota/people/domain';
import invitation from '../i18n/invitation.fr.json' with { type: 'json' };
import { LetterTokens, tokenFromAddress } from '../letter-tokens';
import { aReader, openPage } from '../page.fixture';
import { InvitationPage } from './invitation';

const token = 'a'.repeat(43);
const offer: InvitationOffer = {
  email: 'membre.racines@bota75.example',
  role: 'member',
  organisation: { ...aReader.memberships[0]!.organisation, description: { fr: 'Épargne solidaire' } },
  invitedBy: 'Coordination',
  expiresAt: '2099-01-01T12:00:00.000Z',
  hasAccount: false,
};
const routes = [{ path: 'invitation', component: InvitationPage, canActivate: [tokenFromAddress('invitation')] }];
const READING = '/api/invitations/reading';

async function open(me: typeof aReader | null, answered: Partial<InvitationOffer> = {}) {
  const opened = await openPage(`/invitation#${token}`, routes, me);
  expect(await opened.answer(READING, { ...offer, ...answered })).toEqual({ token });
  return opened;
}

beforeEach(() => sessionStorage.clear());

it('takes the secret out of the address, and keeps it for this tab', async () => {
  const { page } = await open(null);
  expect(TestBed.inject(Router).url).toBe('/invitation');
  expect(sessionStorage.getItem('b75.invitation')).toBe(token);
  expect(page.querySelector('h1')?.textContent).toBe('Rejoindre Racines & Finances');
  expect(page.textContent).toContain('Coordination vous invite');
});

it('a newcomer names themself, chooses a password and is in', async () => {
  const { type, press, answer, notices } = await open(null);
  await type('newcomer-name', 'Nour');
  await type('newcomer-password', 'une phrase que je retiens');
  await press(invitation.create);
  const account = { displayName: 'Nour', password: 'une phrase que je retiens', language: 'fr' };
  expect(await answer('/api/invitations/acceptance', aReader)).toEqual({ token, account });
  expect(TestBed.inject(Router).url).toBe('/');
  expect(TestBed.inject(LetterTokens).invitation()).toBeNull();
  expect(sessionStorage).toHaveLength(0);
  expect(notices()).toContainEqual(expect.stringContaining('Vous faites partie de Racines & Finances'));
});

it('a newcomer whom the one who invites called by name need not say it again', async () => {
  const { type, press, answer } = await open(null, { displayName: 'Nour Exemple' });
  await type('newcomer-password', 'une phrase que je retiens');
  await press(invitation.create);
  const account = { displayName: 'Nour Exemple', password: 'une phrase que je retiens', language: 'fr' };
  expect(await answer('/api/invitations/acceptance', aReader)).toEqual({ token, account });
});

it('a form without name or password says what is missing', async () => {
  const { page, http, press } = await open(null);
  await press(invitation.create);
  expect(page.querySelectorAll('ui-error-summary li')).toHaveLength(2);
  http.expectNone('/api/invitations/acceptance');
});

it('who has an account signs in and comes back, without the secret in the address', async () => {
  const { page } = await open(null, { hasAccount: true });
  const link = [...page.querySelectorAll('a')].find((one) => one.textContent?.includes(invitation.toSignIn));
  expect(link?.getAttribute('href')).toBe('/sign-in?return=%2Finvitation');
});

it('who is signed in joins with one button', async () => {
  const { press, answer } = await open(aReader, { hasAccount: true });
  await press(invitation.join);
  expect(await answer('/api/invitations/acceptance', aReader)).toEqual({ token });
});

it('somebody else signs out first', async () => {
  const { page, press, answer } = await open(aReader, { email: 'autre@bota75.example', hasAccount: true });
  expect(page.querySelector('.note.warn')?.textContent).toContain('membre.racines@bota75.example');
  await press(invitation.signOut);
  await answer('/api/auth/session', null);
  expect(page.textContent).toContain(invitation.toSignIn);
});

it.each([
  [409, 'invitation/used', invitation.end.used.heading],
  [410, 'invitation/over', invitation.end.over.heading],
  [404, 'not-found', invitation.end.unknown.heading],
  [503, 'unavailable', invitation.failed],
])('a refusal with %i %s is explained', async (status, code, words) => {
  const { page, refuse } = await openPage(`/invitation#${token}`, routes, null);
  await refuse(READING, status, code);
  expect(page.querySelector('h1, h2, h3')?.textContent).toContain(words);
});

it('without a secret there is nothing to find', async () => {
  const { page, http } = await openPage('/invitation', routes, null);
  http.expectNone(READING);
  expect(page.querySelector('h1')?.textContent).toContain(invitation.end.unknown.heading);
});

it('an invitation accepted elsewhere meanwhile is read again', async () => {
  const { page, press, refuse } = await open(aReader, { hasAccount: true });
  await press(invitation.join);
  await refuse('/api/invitations/acceptance', 409, 'invitation/used');
  await refuse(READING, 409, 'invitation/used');
  expect(page.querySelector('h1')?.textContent).toContain(invitation.end.used.heading);
});
