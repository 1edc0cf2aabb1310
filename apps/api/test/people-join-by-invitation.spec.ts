import type { Invitation, InvitationOffer, Me, MemberList } from '@bota/people/domain';
import { useApi } from './api.fixture';
import { ask } from './booking.fixture';
import type { House } from './house.fixture';
import { useMailServer } from './mail.fixture';
import type { Someone } from './people.fixture';

const env: Record<string, string> = {};
const mail = useMailServer(env);
const api = useApi(env);
const account = { displayName: 'Nouvelle recrue', password: 'un long mot de passe', language: 'nl' };
let count = 0;
const fresh = () => `recrue.${(count += 1)}.${Date.now()}@example.org`;

const invite = (house: House, email: string, who: Someone = house.admin, more = {}) =>
  who.post<Invitation>(`/api/organisations/${house.racines}/invitations`, { email, ...more });
const accept = (token: string, who = api.anonymous(), wish: object = { account }) =>
  who.post<Me & { code: string }>('/api/invitations/acceptance', { token, ...wish });

async function invited(more = {}) {
  const house = await api.house();
  const email = fresh();
  const { status, body, text } = await invite(house, email, house.admin, more);
  if (status !== 201) throw new Error(`not invited: ${status} ${text}`);
  return { house, email, invitation: body, token: await mail.secretTo(email) };
}

it('a coordinator invites, the person joins by the link of the letter, and books', async () => {
  const house = await api.house();
  const email = fresh();
  expect((await invite(house, email, house.coordinator)).status).toBe(201);
  const token = await mail.secretTo(email);
  const browser = api.anonymous();
  const offer = await browser.post<InvitationOffer>('/api/invitations/reading', { token });
  expect(offer.body).toMatchObject({ email, role: 'member', hasAccount: false, organisation: { id: house.racines } });
  const me = await accept(token, browser);
  expect(me.body).toMatchObject({
    person: { email, displayName: 'Nouvelle recrue', language: 'nl' },
    memberships: [{ organisationId: house.racines, role: 'member' }],
  });
  expect((await browser.get<Me>('/api/me')).body.person.email).toBe(email);
  expect((await ask(house, {}, browser)).status).toBe(201);
  const again = await api.anonymous().post<Me>('/api/auth/session', { email, password: account.password });
  expect(again.status).toBe(200);
});

describe('who may invite', () => {
  it.each([
    ['admin', 201],
    ['coordinator', 201],
    ['member', 403],
    ['neighbour', 403],
    ['stranger', 403],
  ] as const)('%s: %i', async (who, status) => {
    const house = await api.house();
    expect((await invite(house, fresh(), house[who])).status).toBe(status);
  });

  it('no coordinator of another house', async () => {
    const [house, elsewhere] = [await api.house(), await api.house()];
    expect((await invite(house, fresh(), elsewhere.coordinator)).status).toBe(403);
    expect((await house.admin.get(`/api/organisations/${elsewhere.racines}/invitations`)).status).toBe(403);
  });
});

describe('an invitation', () => {
  it('is accepted once, also by many at once', async () => {
    const { house, token } = await invited();
    const answers = await Promise.all(Array.from({ length: 8 }, () => accept(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    expect(new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body.code))).toEqual(new Set(['invitation/used']));
    const { items } = (await house.admin.get<MemberList>(`/api/organisations/${house.racines}/members`)).body;
    expect(items.filter(({ displayName }) => displayName === 'Nouvelle recrue')).toHaveLength(1);
  });

  it('expires at its very instant', async () => {
    const { invitation, token } = await invited();
    api.setNow(invitation.expiresAt);
    expect((await accept(token)).body.code).toBe('invitation/over');
    api.setNow(new Date(Date.parse(invitation.expiresAt) - 1).toISOString());
    expect((await accept(token)).status).toBe(200);
  });

  it('is withdrawn, and then offers nothing', async () => {
    const { house, invitation, token } = await invited();
    const path = `/api/organisations/${house.racines}/invitations/${invitation.id}`;
    expect((await house.member.delete(path)).status).toBe(403);
    expect((await house.admin.delete(path)).status).toBe(204);
    expect((await house.admin.delete(path)).status).toBe(204);
    expect((await api.anonymous().post('/api/invitations/reading', { token })).body.code).toBe('invitation/over');
    expect((await accept(token)).body.code).toBe('invitation/over');
  });

  it('with a token that was never given is none', async () => {
    expect((await accept('A'.repeat(43))).status).toBe(404);
    expect((await accept('short')).body.code).toBe('invalid-input');
  });

  it('stands once per address, and again after it expired', async () => {
    const { house, email, invitation } = await invited();
    expect(await invite(house, email.toUpperCase())).toMatchObject({ status: 409, body: { code: 'invitation/already-invited' } });
    api.setNow(invitation.expiresAt);
    expect((await invite(house, email)).status).toBe(201);
    const { body } = await house.admin.get<{ items: Invitation[] }>(`/api/organisations/${house.racines}/invitations`);
    expect(body.items.map(({ state }) => state)).toEqual(['open', 'withdrawn']);
  });

  it('needs a name and a good password from who has no account', async () => {
    const { token } = await invited();
    expect((await accept(token, api.anonymous(), {})).body.code).toBe('invitation/account-needed');
    const short = await accept(token, api.anonymous(), { account: { ...account, password: 'court' } });
    expect([short.status, short.body]).toMatchObject([400, { errors: [{ path: 'account.password' }] }]);
    expect((await accept(token)).status).toBe(200);
  });

  it('goes not to who is a member already', async () => {
    const house = await api.house();
    expect((await invite(house, house.member.email)).body).toMatchObject({ code: 'membership/already' });
  });

  it('comes in the language asked, with text and HTML, and its secret after #', async () => {
    const { email } = await invited({ language: 'en', role: 'admin' });
    const [letter] = await mail.to(email);
    expect(letter?.subject).toMatch(/^Invitation to join Racines/);
    expect(letter?.text).toMatch(/Admin invites you to join Racines as an admin[^]*\/invitation#[\w-]{43}/);
    expect(letter?.html).toMatch(/<html lang="en">[^]*<a href="[^"]+\/invitation#/);
  });
});

describe('who has an account', () => {
  const known = async () => {
    const house = await api.house();
    await invite(house, house.stranger.email);
    return { house, token: await mail.secretTo(house.stranger.email) };
  };

  it('signs in first, and accepts as themself', async () => {
    const { house, token } = await known();
    const offer = await api.anonymous().post<InvitationOffer>('/api/invitations/reading', { token });
    expect(offer.body.hasAccount).toBe(true);
    expect((await accept(token)).body.code).toBe('invitation/sign-in-first');
    expect((await accept(token, house.member)).body.code).toBe('invitation/other-address');
    const cookie = house.stranger.cookie;
    expect((await accept(token, house.stranger)).body.memberships).toHaveLength(1);
    expect(house.stranger.cookies.get('bota75')).toBe(cookie);
  });

  it('cannot have the account taken over by naming a password', async () => {
    const { house, token } = await known();
    await accept(token);
    const { status } = await api.anonymous().post('/api/auth/session', { email: house.stranger.email, password: account.password });
    expect(status).toBe(401);
  });
});
