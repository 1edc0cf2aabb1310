import { hashPassword } from '@bota/people/api';
import type { Invitation, Me } from '@bota/people/domain';
import type { Answer, HttpClient } from '@bota/shared/testing';
import { useApi } from './api.fixture';
import type { House } from './house.fixture';
import { useMailServer } from './mail.fixture';
import { person } from './people.fixture';

const env: Record<string, string> = {};
const mail = useMailServer(env);
const api = useApi(env);
let count = 0;
const stranger = () => `nobody.${(count += 1)}.${Date.now()}@example.org`;

/** Everything of an answer that does not have to differ: instants, ids and what was sent are told by nobody else. */
const shape = ({ status, text, headers }: Answer<unknown>) => ({
  status,
  text: text.replace(/[\w.-]+@example\.org|[\w-]{8}-[\w-]{27}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…'),
  headers: [...headers].filter(([name]) => !['date', 'x-request-id', 'content-length'].includes(name)),
});

type Ask = (turn: number) => Promise<unknown>;
/**
 * How much longer one kind of question takes than another, asked in turns: the least of several times is that of the work itself, without
 * what a busy machine adds.
 */
async function ratioOf(turns: number, one: Ask, other: Ask): Promise<number> {
  const best = [Infinity, Infinity];
  for (let turn = 0; turn < turns; turn++) {
    for (const [which, ask] of [one, other].entries()) {
      const start = performance.now();
      await ask(turn);
      best[which] = Math.min(best[which] ?? Infinity, performance.now() - start);
    }
  }
  return (best[0] ?? 0) / (best[1] ?? 1);
}

it('asking for a sign-in link answers the same, and as fast', async () => {
  const { ground } = await api.house();
  const known = await Promise.all(Array.from({ length: 8 }, () => person(ground, 'Amal')));
  const ask = (email: string) => api.anonymous().post('/api/auth/link', { email });
  expect(shape(await ask(known[0]?.email ?? ''))).toEqual(shape(await ask(stranger())));
  const ratio = await ratioOf(
    8,
    (turn) => ask(known[turn]?.email ?? ''),
    () => ask(stranger()),
  );
  expect([ratio < 3, ratio > 1 / 3]).toEqual([true, true]);
});

it('inviting answers the same, and as fast, whether or not the address has an account', async () => {
  const house = await api.house();
  const path = `/api/organisations/${house.racines}/invitations`;
  const invite = (email: string) => house.admin.post<Invitation>(path, { email });
  const known = await Promise.all(Array.from({ length: 6 }, () => person(house.ground, 'Amal')));
  const first = await invite(known[0]?.email ?? '');
  expect(first.status).toBe(201);
  expect(shape(first)).toEqual(shape(await invite(stranger())));
  const ratio = await ratioOf(
    5,
    (turn) => invite(known[turn + 1]?.email ?? ''),
    () => invite(stranger()),
  );
  expect([ratio < 3, ratio > 1 / 3]).toEqual([true, true]);
});

describe('a cookie planted before signing in is not the session afterwards', () => {
  const PASSWORD = 'a long enough password';
  const ways: Record<string, (house: House, browser: HttpClient) => Promise<Answer<Me>>> = {
    'by password': async ({ ground }, browser) => {
      const { email } = await person(ground, 'Amal', await hashPassword(PASSWORD));
      return browser.post<Me>('/api/auth/session', { email, password: PASSWORD });
    },
    'by a link': async ({ member }, browser) => {
      await browser.post('/api/auth/link', { email: member.email });
      return browser.post<Me>('/api/auth/link/session', { token: await mail.secretTo(member.email) });
    },
    'by an invitation': async ({ racines, admin }, browser) => {
      const email = stranger();
      await admin.post(`/api/organisations/${racines}/invitations`, { email });
      const account = { displayName: 'Nouvelle', password: PASSWORD };
      return browser.post<Me>('/api/invitations/acceptance', { token: await mail.secretTo(email), account });
    },
  };

  it.each(Object.keys(ways))('%s', async (way) => {
    const [house, browser] = [await api.house(), api.anonymous()];
    browser.cookies.set('bota75', 'A'.repeat(43));
    const answer = await ways[way]?.(house, browser);
    const cookie = browser.cookies.get('bota75') ?? '';
    expect([answer?.status, cookie.length, cookie === 'A'.repeat(43)]).toEqual([200, 43, false]);
    browser.cookies.set('bota75', 'A'.repeat(43));
    expect((await browser.get('/api/me')).status).toBe(401);
  });
});
