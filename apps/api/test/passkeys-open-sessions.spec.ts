import type { Me, MyWays, Passkey, PersonalExport, SignInWays } from '@bota/people/domain';
import { HttpClient } from '@bota/shared/testing';
import { useApi } from './api.fixture';
import { Authenticator } from './authenticator.fixture';
import { useMailServer } from './mail.fixture';
import type { Someone } from './people.fixture';

type Options = { challenge: string; rpId: string; rp: { id: string }; user: { id: string }; excludeCredentials: { id: string }[] };

const env: Record<string, string> = {};
const mail = useMailServer(env);
const api = useApi(env);

/** Passkeys belong to a name, so the house is opened by its own. */
const home = () => api.url.replace('127.0.0.1', 'localhost');
const at = (someone: Someone): Someone => Object.assign(new HttpClient(home(), { bota75: someone.cookie }), someone, { url: home() });
const browser = () => new HttpClient(home());

const toMake = async (who: HttpClient) => (await who.post<Options>('/api/me/passkeys/options')).body;
const toSign = async (who: HttpClient = browser()) => (await who.post<Options>('/api/auth/passkey/options')).body;
const keep = (who: HttpClient, response: object, name = 'Téléphone') =>
  who.post<Passkey & { code: string }>('/api/me/passkeys', { name, response });
const enter = (response: object, who = browser()) => who.post<Me & { code: string }>('/api/auth/passkey/session', { response });
const ways = async (who: HttpClient) => (await who.get<MyWays>('/api/me/ways')).body;

/** A member with a passkey on their phone. */
async function holder() {
  const house = await api.house();
  const member = at(house.member);
  const phone = new Authenticator(home());
  const { body } = await keep(member, phone.create(await toMake(member)));
  return { house, member, phone, passkey: body };
}

describe('adding a passkey', () => {
  it('keeps it under its name, and a letter tells its person', async () => {
    const { member, passkey } = await holder();
    expect(await ways(member)).toEqual({
      hasPassword: false,
      passkeys: [{ id: passkey.id, name: 'Téléphone', addedAt: '2026-01-05T08:00:00.000Z', usedAt: null }],
      identities: [],
    });
    const [letter] = await mail.to(member.email);
    expect(letter?.subject).toBe('Une clé d’accès a été ajoutée à votre compte');
    expect(letter?.text).toMatch(/«\sTéléphone\s»/);
    const kinds = await api.db.query(`SELECT kind FROM log WHERE person_id = $1`, [member.id]);
    expect(kinds).toContainEqual({ kind: 'passkey.added' });
  });

  it('asks the browser for one that recognises its holder and is not there yet', async () => {
    const { member, phone } = await holder();
    expect(await toMake(member)).toMatchObject({
      rp: { id: 'localhost' },
      excludeCredentials: [{ id: phone.id.toString('base64url') }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    });
  });

  it.each([
    ['made for another origin', { origin: 'https://elsewhere.example' }],
    ['made for another name', { rpId: 'elsewhere.example' }],
    ['made without recognising its holder', { recognises: false }],
  ])('is refused when %s', async (_, whim) => {
    const member = at((await api.house()).member);
    const { status, body } = await keep(member, new Authenticator(home()).create(await toMake(member), whim));
    expect([status, body.code]).toEqual([403, 'passkey/refused']);
    expect((await ways(member)).passkeys).toEqual([]);
  });

  it('ends what was begun: not twice, not late, not by somebody else', async () => {
    const { house, member } = await holder();
    const options = await toMake(member);
    const key = new Authenticator(home());
    expect((await keep(at(house.colleague), key.create(options))).body.code).toBe('passkey/over');
    expect((await keep(member, key.create(options))).body.code).toBe('passkey/over');
    const late = await toMake(member);
    api.setNow('2026-01-05T08:10:00Z');
    expect((await keep(member, key.create(late))).body.code).toBe('passkey/over');
    expect((await keep(member, key.create(await toSign()))).body.code).toBe('passkey/over');
  });

  it('takes the same one once', async () => {
    const { house, phone } = await holder();
    const colleague = at(house.colleague);
    const { status, body } = await keep(colleague, phone.create(await toMake(colleague)));
    expect([status, body.code]).toEqual([409, 'passkey/already']);
  });

  it('needs a name: at an address of numbers it says so', async () => {
    const { member } = await api.house();
    expect((await api.anonymous().get<SignInWays>('/api/auth/ways')).body).toEqual({ passkey: false, provider: null });
    expect((await browser().get<SignInWays>('/api/auth/ways')).body).toEqual({ passkey: true, provider: null });
    for (const path of ['/api/me/passkeys/options', '/api/auth/passkey/options'])
      expect(await member.post(path)).toMatchObject({ status: 409, body: { code: 'passkey/needs-name' } });
  });
});

describe('signing in with a passkey', () => {
  it('opens a session of its own, whatever cookie was there before', async () => {
    const { member, phone } = await holder();
    const who = browser();
    who.cookies.set('bota75', 'planted-by-somebody-else');
    const { status, body } = await enter(phone.get(await toSign(who)), who);
    expect([status, body.person.id]).toEqual([200, member.id]);
    expect(who.cookies.get('bota75')).toMatch(/^[\w-]{43}$/);
    expect((await who.get<Me>('/api/me')).body.person.id).toBe(member.id);
    expect((await ways(member)).passkeys[0]?.usedAt).toBe('2026-01-05T08:00:00.000Z');
    const [entry] = await api.db.query(`SELECT after FROM log WHERE kind = 'session.opened' AND person_id = $1`, [member.id]);
    expect(entry).toEqual({ after: { by: 'passkey' } });
  });

  it('works once for each beginning, also for two at once', async () => {
    const { phone } = await holder();
    const signed = phone.get(await toSign());
    const answers = await Promise.all([enter(signed), enter(signed), enter(signed)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
    expect((await enter(signed)).body.code).toBe('passkey/over');
    const late = phone.get(await toSign());
    api.setNow('2026-01-05T08:10:00Z');
    expect((await enter(late)).body.code).toBe('passkey/over');
  });

  it('ends what was begun also when it is refused', async () => {
    const { phone } = await holder();
    const options = await toSign();
    expect((await enter(phone.get(options, { recognises: false }))).body.code).toBe('passkey/refused');
    expect((await enter(phone.get(options))).body.code).toBe('passkey/over');
  });

  it.each([
    ['signed for another origin', { origin: 'https://elsewhere.example' }],
    ['signed for another port', { origin: 'http://localhost:1' }],
    ['signed for another name', { rpId: 'elsewhere.example' }],
    ['signed without recognising its holder', { recognises: false }],
    ['of another account', { userHandle: Buffer.from('01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10').toString('base64url') }],
  ])('is refused when %s', async (_, whim) => {
    const { phone } = await holder();
    const who = browser();
    const { status, body } = await enter(phone.get(await toSign(), whim), who);
    expect([status, body.code, who.cookies.has('bota75')]).toEqual([403, 'passkey/refused', false]);
  });

  it('is refused when the passkey counts backwards: there are two of it, and the log says so', async () => {
    const { member, phone } = await holder();
    await enter(phone.get(await toSign(), { counter: 7 }));
    for (const counter of [7, 3, 0]) {
      const { status, body } = await enter(phone.get(await toSign(), { counter }));
      expect([counter, status, body.code]).toEqual([counter, 403, 'passkey/copied']);
    }
    const doubts = await api.db.query(`SELECT FROM log WHERE kind = 'passkey.doubted' AND person_id = $1`, [member.id]);
    expect(doubts).toHaveLength(3);
    expect((await enter(phone.get(await toSign(), { counter: 8 }))).status).toBe(200);
  });

  it('knows whose passkey it is: another’s id under one’s own signature opens nothing', async () => {
    const [mine, theirs] = [await holder(), await holder()];
    const id = theirs.phone.id.toString('base64url');
    expect((await enter(mine.phone.get(await toSign(), { id, userHandle: '' }))).body.code).toBe('passkey/refused');
    expect((await enter(new Authenticator(home()).get(await toSign()))).body.code).toBe('passkey/unknown');
  });

  it.each([
    ['nothing', {}],
    ['no base64url', { id: 'é', rawId: 'é', type: 'public-key', response: {} }],
    ['a novel', { id: 'A'.repeat(9000) }],
  ])('with %s says what is wrong with it', async (_, response) => {
    expect((await enter(response)).body).toMatchObject({ code: 'invalid-input' });
  });

  it('is refused for a while after a hundred refusals from one address', async () => {
    await api.db.query('DELETE FROM sign_in_limit');
    const key = new Authenticator(home());
    const signed = key.get({ challenge: 'AA', rpId: 'localhost' });
    const answers = await Promise.all(Array.from({ length: 105 }, () => enter(signed)));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
    await api.db.query('DELETE FROM sign_in_limit');
  });
});

describe('one’s passkeys', () => {
  it('are renamed and removed, one’s own only; a removed one opens nothing', async () => {
    const { house, member, phone, passkey } = await holder();
    const path = `/api/me/passkeys/${passkey.id}`;
    const admin = at(house.admin);
    expect([(await admin.patch(path, { name: 'À moi' })).status, (await admin.delete(path)).status]).toEqual([404, 404]);
    expect((await member.patch(path, { name: ' ' })).status).toBe(400);
    expect((await member.patch(path, { name: 'Clé bleue' })).status).toBe(204);
    expect((await ways(member)).passkeys).toMatchObject([{ name: 'Clé bleue' }]);
    expect((await member.delete(path)).status).toBe(204);
    expect((await enter(phone.get(await toSign()))).body.code).toBe('passkey/unknown');
  });

  it('are part of what is handed out and erased', async () => {
    const { member } = await holder();
    const { body } = await member.get<PersonalExport>('/api/me/export');
    expect(body.data).toMatchObject({ passkeys: [{ name: 'Téléphone' }], identities: [] });
    expect((await member.post('/api/me/erasure', { email: member.email })).status).toBe(204);
    expect(await api.db.query('SELECT FROM passkey WHERE person_id = $1', [member.id])).toEqual([]);
  });
});
