import { hashPassword } from '@bota/people/api';
import type { Me } from '@bota/people/domain';
import type { HttpClient } from '@bota/shared/testing';
import { TODAY, useApi } from './api.fixture';
import { type Someone, person } from './people.fixture';

const PASSWORD = 'a long enough password';
const api = useApi();
let passwordHash: string;
let someone: Someone;
let browser: HttpClient;

beforeAll(async () => void (passwordHash = await hashPassword(PASSWORD)));
beforeEach(async () => {
  someone = await person({ db: api.db, url: api.url, now: new Date(TODAY) }, 'Amal', passwordHash);
  browser = api.anonymous();
});

const signIn = (who: HttpClient, email: string, password = PASSWORD) => who.post<Me>('/api/auth/session', { email, password });

describe('signing in', () => {
  it('answers the same to a wrong password, an unknown address and an account without password', async () => {
    const without = await person({ db: api.db, url: api.url, now: new Date(TODAY) }, 'Without');
    const answers = await Promise.all([
      browser.post('/api/auth/session', { email: someone.email, password: 'wrong' }),
      browser.post('/api/auth/session', { email: 'nobody@example.org', password: 'wrong' }),
      browser.post('/api/auth/session', { email: without.email, password: 'wrong' }),
    ]);
    for (const { status, body, headers } of answers) {
      expect(status).toBe(401);
      expect(headers.get('set-cookie')).toBeNull();
      expect({ ...body, instance: '' }).toEqual({ ...answers[0].body, instance: '' });
    }
    expect(answers[0].body.code).toBe('wrong-credentials');
  });

  it('works as much for an unknown address as for a wrong password', async () => {
    // Computing time, not waiting time: a busy machine changes nothing of it.
    const workFor = async (email: string) => {
      const start = process.cpuUsage();
      await browser.post('/api/auth/session', { email, password: 'wrong' });
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    const least = { known: Infinity, unknown: Infinity };
    for (let turn = 0; turn < 5; turn++) {
      least.known = Math.min(least.known, await workFor(someone.email));
      least.unknown = Math.min(least.unknown, await workFor(`nobody${turn}@example.org`));
    }
    // Hashing is most of the work of both; without it, an unknown address would cost several times less.
    expect(least.unknown / least.known).toBeGreaterThan(0.5);
    expect(least.unknown / least.known).toBeLessThan(2);
  });

  it.each([
    ['no e-mail', { password: 'x' }, 'email'],
    ['no address', { email: 'amal', password: 'x' }, 'email'],
    ['no password', { email: 'amal@example.org', password: '' }, 'password'],
    ['an endless password', { email: 'amal@example.org', password: 'x'.repeat(201) }, 'password'],
  ])('refuses %s, naming the field', async (_, credentials, path) => {
    const { status, body } = await browser.post('/api/auth/session', credentials);
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ path, message: expect.any(String) }]);
  });

  it('answers who I am and sets a cookie that scripts and other sites do not get', async () => {
    const { status, body, headers } = await signIn(browser, someone.email.toUpperCase());
    expect(status).toBe(200);
    expect(body).toEqual({
      person: { id: someone.id, email: someone.email, displayName: 'Amal', language: 'fr', hasPassword: true },
      memberships: [],
      houseRoles: [],
    });
    expect(headers.get('set-cookie')).toMatch(/^bota75=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await browser.get('/api/me')).status).toBe(200);
  });

  it('takes an address with spaces around it, as phones write it', async () => {
    expect((await signIn(browser, ` ${someone.email} `)).status).toBe(200);
  });

  it('gives a new token each time, so that a planted one is worth nothing', async () => {
    browser.cookies.set('bota75', 'planted-by-somebody-else');
    await signIn(browser, someone.email);
    const first = browser.cookies.get('bota75');
    await signIn(browser, someone.email);
    const second = browser.cookies.get('bota75');
    expect(new Set(['planted-by-somebody-else', first, second]).size).toBe(3);
    browser.cookies.set('bota75', 'planted-by-somebody-else');
    expect((await browser.get('/api/me')).status).toBe(401);
  });

  it('keeps only a digest of the token', async () => {
    await signIn(browser, someone.email);
    const token = browser.cookies.get('bota75') ?? '';
    const rows: { session: string }[] = await api.db.query('SELECT session::text AS session FROM session');
    expect(rows.filter(({ session }) => session.includes(token) || session.includes(Buffer.from(token).toString('hex')))).toEqual([]);
  });

  it('is refused for a while after ten failures, also with the right password', async () => {
    for (let turn = 0; turn < 10; turn++) await signIn(browser, someone.email, 'wrong');
    const { status, headers, body } = await browser.post('/api/auth/session', { email: someone.email, password: PASSWORD });
    expect(status).toBe(429);
    expect(body.code).toBe('too-many-attempts');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(900);
  });

  it('lets no burst of guesses through before it counts', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => signIn(browser, someone.email, 'wrong')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('forgets the failures of who gets in', async () => {
    for (let turn = 0; turn < 9; turn++) await signIn(browser, someone.email, 'wrong');
    await signIn(browser, someone.email);
    for (let turn = 0; turn < 9; turn++) await signIn(browser, someone.email, 'wrong');
    expect((await signIn(browser, someone.email)).status).toBe(200);
  });

  it('refuses a request from another site', async () => {
    for (const origin of ['https://elsewhere.example', 'null', `${api.url}0`]) {
      const { status, body } = await browser.post('/api/auth/session', { email: 'a@example.org', password: 'x' }, { headers: { origin } });
      expect([origin, status, body.code]).toEqual([origin, 403, 'foreign-origin']);
    }
    const own = await browser.post('/api/auth/session', { email: someone.email, password: PASSWORD }, { headers: { origin: api.url } });
    expect(own.status).toBe(200);
  });
});

describe('a session', () => {
  it('ends when signing out, for every copy of its cookie', async () => {
    await signIn(browser, someone.email);
    const copy = new Map(browser.cookies);
    const answer = await browser.delete('/api/auth/session');
    expect(answer.status).toBe(204);
    expect(browser.cookies.has('bota75')).toBe(false);
    for (const [name, value] of copy) browser.cookies.set(name, value);
    expect((await browser.get('/api/me')).status).toBe(401);
  });

  it('ends alone: other sessions of the person go on', async () => {
    const other = api.anonymous();
    await signIn(browser, someone.email);
    await signIn(other, someone.email);
    await browser.delete('/api/auth/session');
    expect((await other.get('/api/me')).status).toBe(200);
  });

  it.each([
    ['29 days', '2026-02-03T08:00:00Z', 200],
    ['30 days and a moment', '2026-02-04T08:00:01Z', 401],
  ])('unused for %s', async (_, now, status) => {
    await signIn(browser, someone.email);
    api.setNow(now);
    expect((await browser.get('/api/me')).status).toBe(status);
  });

  it('lives on while it is used', async () => {
    await signIn(browser, someone.email);
    for (const now of ['2026-01-25T08:00:00Z', '2026-02-20T08:00:00Z', '2026-03-20T08:00:00Z']) {
      api.setNow(now);
      expect((await browser.get('/api/me')).status).toBe(200);
    }
  });

  it('is asked for by whatever needs one', async () => {
    const { status, body, headers } = await browser.get('/api/me');
    expect([status, body.code]).toEqual([401, 'not-signed-in']);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect((await browser.delete('/api/auth/session')).status).toBe(401);
    expect((await browser.patch('/api/me', { language: 'nl' })).status).toBe(401);
  });
});

describe('my language', () => {
  it('changes, and the log says so', async () => {
    const { status, body } = await someone.patch<Me>('/api/me', { language: 'nl' });
    expect([status, body.person.language]).toEqual([200, 'nl']);
    const [entry] = await api.db.query(`SELECT * FROM log WHERE kind = 'person.edited' AND entity_id = $1`, [someone.id]);
    expect(entry).toMatchObject({ person_id: someone.id, before: null, after: { changed: ['language'] } });
  });

  it('is one of three', async () => {
    const { status, body } = await someone.patch('/api/me', { language: 'de' });
    expect([status, body.errors?.[0]?.path]).toEqual([400, 'language']);
  });
});
