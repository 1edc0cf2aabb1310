import type { Me, MyWays, SignInWays } from '@bota/people/domain';
import { HttpClient } from '@bota/shared/testing';
import { useApi } from './api.fixture';
import { type Identity, Wanderer, typed, useProvider } from './provider.fixture';

const env: Record<string, string> = {};
const provider = useProvider(env);
const api = useApi(env);
let count = 0;
const fresh = (more: Partial<Identity> = {}): Identity => {
  count += 1;
  return { subject: `s-${count}-${Date.now()}`, email: `venue.${count}.${Date.now()}@example.org`, name: 'Venue de Loin', ...more };
};

const start = (to = '/') => `${api.url}/api/auth/oidc?return=${encodeURIComponent(to)}`;
const CALLBACK = /\/api\/auth\/oidc\/callback/;
const tokenOf = (browser: Wanderer) => browser.jar(api.url).get('bota75');
const me = async (browser: Wanderer) => {
  const { body } = await new HttpClient(api.url, { bota75: tokenOf(browser) ?? '' }).get<Me>('/api/me');
  return body.person;
};

/** Up to the address that the provider sends the browser back to. */
async function answered(browser: Wanderer, identity: Identity, to?: string): Promise<string> {
  const page = await browser.go(start(to));
  expect(page.text).toContain('Sign in at the provider');
  return (await browser.go(page.url, { form: typed(identity), until: CALLBACK })).to ?? '';
}

/** All the way; answers the path one ends on. */
async function through(browser: Wanderer, identity: Identity, to?: string): Promise<string> {
  const { to: end } = await browser.ask(await answered(browser, identity, to));
  return (end ?? '').replace(api.url, '');
}

it('is offered on the sign-in page under its name', async () => {
  expect((await api.anonymous().get<SignInWays>('/api/auth/ways')).body.provider).toEqual({ name: 'la Fédération' });
});

describe('who comes for the first time', () => {
  it('gets an account with the address that the provider confirms, and goes on to where they were', async () => {
    const [browser, identity] = [new Wanderer(), fresh()];
    expect(await through(browser, identity, '/bota-75/agenda?view=week')).toBe('/bota-75/agenda?view=week');
    expect(await me(browser)).toMatchObject({ email: identity.email, displayName: 'Venue de Loin', language: 'nl', hasPassword: false });
  });

  it('is linked to the account of the confirmed address, whatever its capitals', async () => {
    const { member } = await api.house();
    const [browser, identity] = [new Wanderer(), fresh({ email: member.email.toUpperCase() })];
    await through(browser, identity);
    expect((await me(browser)).id).toBe(member.id);
    const { body } = await member.get<MyWays>('/api/me/ways');
    expect(body.identities).toMatchObject([{ name: 'la Fédération', linkedAt: '2026-01-05T08:00:00.000Z' }]);
    const kinds = await api.db.query<{ kind: string }[]>('SELECT kind FROM log WHERE person_id = $1 ORDER BY id', [member.id]);
    expect(kinds.map(({ kind }) => kind)).toEqual(['identity.linked', 'session.opened']);
  });

  it.each([
    ['not confirmed', { verified: false }],
    ['not told', { email: undefined }],
  ])('is refused with an address that is %s, also one that has an account', async (_, unsure) => {
    const { member } = await api.house();
    const browser = new Wanderer();
    expect(await through(browser, fresh({ email: member.email, ...unsure }), '/a')).toBe(
      '/sign-in?refused=provider%2Funverified&return=%2Fa',
    );
    expect(tokenOf(browser)).toBeUndefined();
    expect((await member.get<MyWays>('/api/me/ways')).body.identities).toEqual([]);
  });

  it('is one person, also when two browsers arrive at once', async () => {
    const identity = fresh();
    const browsers = [new Wanderer(), new Wanderer(), new Wanderer()];
    const addresses = await Promise.all(browsers.map((browser) => answered(browser, identity)));
    await Promise.all(browsers.map((browser, index) => browser.ask(addresses[index] ?? '')));
    const people = await Promise.all(browsers.map(me));
    expect(new Set(people.map(({ id }) => id)).size).toBe(1);
  });
});

describe('who came before', () => {
  it('is known by subject, not by address: the address may change, and pass to somebody else', async () => {
    const identity = fresh();
    const [first, again, other] = [new Wanderer(), new Wanderer(), new Wanderer()];
    await through(first, identity);
    await through(again, { ...identity, email: `moved.${identity.email}`, verified: false });
    expect((await me(again)).id).toBe((await me(first)).id);
    expect(await through(other, fresh({ email: identity.email }))).toBe('/sign-in?refused=provider%2Fother-identity&return=%2F');
    expect(tokenOf(other)).toBeUndefined();
  });

  it('unlinks the identity in their account, one’s own only', async () => {
    const { member, admin } = await api.house();
    await through(new Wanderer(), fresh({ email: member.email }));
    const [identity] = (await member.get<MyWays>('/api/me/ways')).body.identities;
    const path = `/api/me/identities/${identity?.id}`;
    expect((await admin.delete(path)).status).toBe(404);
    expect((await member.delete(path)).status).toBe(204);
    expect((await member.delete(path)).status).toBe(404);
    expect((await member.get<MyWays>('/api/me/ways')).body.identities).toEqual([]);
  });
});

describe('the way back', () => {
  it('gives a session of its own, whatever cookie was there before', async () => {
    const browser = new Wanderer();
    browser.jar(api.url).set('bota75', 'planted-by-somebody-else');
    await through(browser, fresh());
    expect(tokenOf(browser)).toMatch(/^[\w-]{43}$/);
  });

  it('works once: neither its address nor its code opens another session', async () => {
    const browser = new Wanderer();
    const address = await answered(browser, fresh());
    const kept = new Map(browser.jar(api.url));
    expect((await browser.ask(address)).to).toBe(`${api.url}/`);
    const replay = new Wanderer();
    replay.jars.set(new URL(api.url).host, kept);
    expect((await replay.ask(address)).to).toBe(`${api.url}/sign-in?refused=provider%2Fover`);
    // The old code under a new beginning.
    const next = new URL(await answered(replay, fresh()));
    next.searchParams.set('code', new URL(address).searchParams.get('code') ?? '');
    expect((await replay.ask(next.href)).to).toBe(`${api.url}/sign-in?refused=provider%2Frefused&return=%2F`);
    expect(tokenOf(replay)).toBeUndefined();
  });

  it('works in no other browser, not under another state, and not late', async () => {
    const over = `${api.url}/sign-in?refused=provider%2Fover`;
    expect((await new Wanderer().ask(await answered(new Wanderer(), fresh()))).to).toBe(over);
    const browser = new Wanderer();
    const address = new URL(await answered(browser, fresh()));
    for (const state of ['A'.repeat(43), '', 'x'.repeat(5000)]) {
      address.searchParams.set('state', state);
      expect((await browser.ask(address.href)).to).toBe(over);
    }
    const slow = new Wanderer();
    const late = await answered(slow, fresh());
    api.setNow('2026-01-05T08:10:00Z');
    expect((await slow.ask(late)).to).toBe(over);
    expect([tokenOf(browser), tokenOf(slow)]).toEqual([undefined, undefined]);
  });

  it('tells from whom it comes: an answer in the name of another provider is refused', async () => {
    const browser = new Wanderer();
    const address = new URL(await answered(browser, fresh()));
    address.searchParams.set('iss', 'https://elsewhere.example');
    expect((await browser.ask(address.href)).to).toContain('refused=provider%2Frefused');
  });

  it.each(['//elsewhere.example', 'https://elsewhere.example/', '/\\elsewhere.example', '/\t/elsewhere.example', 'javascript:alert(1)'])(
    'leads nowhere else: %j',
    async (to) => {
      expect(await through(new Wanderer(), fresh(), to)).toBe('/');
    },
  );

  it('says so when one refuses at the provider', async () => {
    const browser = new Wanderer();
    const page = await browser.go(start());
    const { to } = await browser.go(page.url, { form: { refuse: 'yes' }, until: /sign-in\?/ });
    expect(to).toBe(`${api.url}/sign-in?refused=provider%2Frefused&return=%2F`);
  });
});

describe('a provider that does not answer', () => {
  it('leads back to the sign-in page with the reason, and works again when it is back', async () => {
    const browser = new Wanderer();
    const address = await answered(browser, fresh());
    await provider.kill();
    expect((await browser.ask(address)).to).toBe(`${api.url}/sign-in?refused=provider%2Funreachable&return=%2F`);
    await provider.start();
    expect(await through(new Wanderer(), fresh(), '/b')).toBe('/b');
  });
});
