import type { MyWays, SignInWays } from '@bota/people/domain';
import account from '../../i18n/account.fr.json' with { type: 'json' };
import people from '../../i18n/people.fr.json' with { type: 'json' };
import { aReader, openPage } from '../../page.fixture';
import { AccountPage } from '../account';

const id = (n: number) => `01939b1e-7c00-7d3e-9c1a-${String(n).padStart(12, '0')}`;
const at = '2026-11-24T12:00:00.000Z';
const phone = { id: id(1), name: 'Téléphone', addedAt: at, usedAt: null };
const identity = { id: id(2), name: 'la Fédération', linkedAt: at, usedAt: at };
const path = `/api/me/passkeys/${phone.id}`;
const NOTHING: MyWays = { hasPassword: false, passkeys: [], identities: [] };

async function open(ways: Partial<MyWays>, offered: Partial<SignInWays> = {}) {
  const opened = await openPage('/account', [{ path: 'account', component: AccountPage }], aReader);
  await opened.answer('/api/me/sessions', { items: [] });
  await opened.answer('/api/auth/ways', { passkey: true, provider: null, ...offered });
  const answerWays = (now: Partial<MyWays>) => opened.answer('/api/me/ways', { ...NOTHING, ...now });
  await answerWays(ways);
  const pressLabelled = async (label: string) => {
    document.querySelector<HTMLButtonElement>(`[aria-label="${label}"]`)?.click();
    await opened.settled();
  };
  const dialog = () => document.querySelector('ui-confirm-dialog');
  const confirm = async (choice: '.keep' | '.lose') => {
    dialog()?.querySelector<HTMLButtonElement>(choice)?.click();
    await opened.settled();
    await opened.settled();
  };
  return { ...opened, answerWays, pressLabelled, dialog, confirm };
}

afterEach(() => {
  document.querySelector('.cdk-overlay-container')?.remove();
  Reflect.deleteProperty(window, 'PublicKeyCredential');
});

it('a browser without passkeys is told so, and offered nothing', async () => {
  const { page } = await open({});
  expect(page.querySelector('b75-passkey-list .note')?.textContent).toContain(account.passkeys.unsupported);
  expect(page.querySelector('b75-passkey-list button')).toBeNull();
});

it('at an address of numbers passkeys ask for a name', async () => {
  const { page } = await open({}, { passkey: false });
  expect(page.querySelector('b75-passkey-list .note')?.textContent).toContain(account.passkeys.needsName);
});

it('a browser with passkeys offers to add one, and says what stands against it', async () => {
  Object.assign(window, { PublicKeyCredential: class {} });
  const { page, press, refuse, settled } = await open({});
  await press(account.passkeys.add);
  await settled();
  await refuse('/api/me/passkeys/options', 409, 'passkey/needs-name');
  expect(page.querySelector('b75-passkey-list [role=alert]')?.textContent).toContain(people.problem['passkey/needs-name']);
});

it('a passkey is renamed in place', async () => {
  const { page, pressLabelled, type, press, answer, answerWays } = await open({ passkeys: [phone] });
  await pressLabelled('Renommer Téléphone');
  await type(`passkey-${phone.id}`, ' Clé bleue ');
  await press(account.passkeys.save);
  expect(await answer(path, null)).toEqual({ name: 'Clé bleue' });
  await answerWays({ passkeys: [{ ...phone, name: 'Clé bleue' }] });
  expect(page.querySelector('b75-passkey-list li .t')?.textContent).toBe('Clé bleue');
});

it.each([
  ['the last way in', {}, true],
  ['one beside a password', { hasPassword: true }, false],
  ['one beside a linked identity', { identities: [identity] }, false],
])('removing %s asks first', async (_, more, isLast) => {
  const { pressLabelled, dialog, confirm, answer, answerWays, notices } = await open({ passkeys: [phone], ...more });
  await pressLabelled('Retirer Téléphone');
  expect(dialog()?.textContent?.includes('il restera le lien envoyé à membre.racines@bota75.example')).toBe(isLast);
  await confirm('.lose');
  await answer(path, null);
  await answerWays(more);
  expect(notices()).toContainEqual(expect.stringContaining('est retirée'));
});

it('a linked identity is unlinked, after asking', async () => {
  const { page, http, pressLabelled, confirm, answer, answerWays } = await open({ identities: [identity] });
  await pressLabelled('Délier la Fédération');
  await confirm('.keep');
  http.expectNone(`/api/me/identities/${identity.id}`);
  await pressLabelled('Délier la Fédération');
  await confirm('.lose');
  await answer(`/api/me/identities/${identity.id}`, null);
  await answerWays({});
  expect(page.querySelector('b75-identity-list section')).toBeNull();
});

it('where the house has a provider, it is said how an identity gets linked', async () => {
  const { page } = await open({}, { provider: { name: 'la Fédération' } });
  expect(page.querySelector('b75-identity-list')?.textContent).toContain('quand vous vous connectez avec la Fédération');
});
