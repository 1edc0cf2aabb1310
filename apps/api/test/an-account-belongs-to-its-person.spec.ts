import type { Booking } from '@bota/booking/domain';
import type { Me, OpenSession, PersonalExport } from '@bota/people/domain';
import { PersonEntity, hashPassword } from '@bota/people/api';
import { verifyLog } from '@bota/shared/api';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import type { House } from './house.fixture';
import { useMailServer } from './mail.fixture';
import type { Someone } from './people.fixture';

const env: Record<string, string> = {};
const mail = useMailServer(env);
const api = useApi(env);
const OLD = 'le mot de passe d’avant';
const NEXT = 'un mot de passe nouveau';

const givePassword = async ({ id }: Someone) => {
  await api.db.manager.update(PersonEntity, { id }, { passwordHash: await hashPassword(OLD) });
};
const signIn = (email: string, password: string, browser = api.anonymous()) => browser.post<Me>('/api/auth/session', { email, password });
const sessions = async (who: Someone) => (await who.get<{ items: OpenSession[] }>('/api/me/sessions')).body.items;

describe('name and language', () => {
  it('change, each alone', async () => {
    const { member } = await api.house();
    expect((await member.patch<Me>('/api/me', { displayName: '  Membre renommé ' })).body.person).toMatchObject({
      displayName: 'Membre renommé',
      language: 'fr',
    });
    expect((await member.patch<Me>('/api/me', { language: 'nl' })).body.person).toMatchObject({
      displayName: 'Membre renommé',
      language: 'nl',
    });
    for (const bad of [{}, { displayName: 'x' }, { language: 'de' }]) expect((await member.patch('/api/me', bad)).status).toBe(400);
  });
});

describe('the password', () => {
  it('changes knowing the present one; other sessions end and a letter tells', async () => {
    const { member } = await api.house();
    await givePassword(member);
    const other = api.anonymous();
    await signIn(member.email, OLD, other);
    const wrong = await member.post('/api/me/password', { current: 'something else', next: NEXT });
    expect([wrong.status, wrong.body]).toMatchObject([403, { code: 'password/wrong', errors: [{ path: 'current' }] }]);
    expect((await member.post('/api/me/password', { next: NEXT })).status).toBe(403);
    expect((await member.post('/api/me/password', { current: OLD, next: 'court' })).status).toBe(400);
    expect((await member.post('/api/me/password', { current: OLD, next: NEXT })).status).toBe(204);
    expect((await other.get('/api/me')).status).toBe(401);
    expect((await member.get('/api/me')).status).toBe(200);
    expect([(await signIn(member.email, OLD)).status, (await signIn(member.email, NEXT)).status]).toEqual([401, 200]);
    expect((await mail.to(member.email))[0]?.subject).toBe('Votre mot de passe a été changé');
  });

  it('is chosen without knowing one by who has none', async () => {
    const { member } = await api.house();
    expect((await member.get<Me>('/api/me')).body.person.hasPassword).toBe(false);
    expect((await member.post('/api/me/password', { next: NEXT })).status).toBe(204);
    expect((await signIn(member.email, NEXT)).body.person.hasPassword).toBe(true);
  });
});

describe('sessions', () => {
  it('are listed and ended, one’s own only', async () => {
    const { member, admin } = await api.house();
    await givePassword(member);
    const other = api.anonymous();
    await other.post('/api/auth/session', { email: member.email, password: OLD }, { headers: { 'user-agent': 'Firefox/150' } });
    const mine = await sessions(member);
    expect(mine.map(({ isThis }) => isThis).sort()).toEqual([false, true]);
    const theirs = mine.find(({ isThis }) => !isThis) as OpenSession;
    expect(theirs.userAgent).toBe('Firefox/150');
    expect((await admin.delete(`/api/me/sessions/${theirs.id}`)).status).toBe(404);
    expect((await member.delete(`/api/me/sessions/${theirs.id}`)).status).toBe(204);
    expect((await other.get('/api/me')).status).toBe(401);
    expect(await sessions(member)).toHaveLength(1);
  });
});

describe('a sign-in link', () => {
  it('opens a session once, for a quarter of an hour', async () => {
    const { member } = await api.house();
    expect((await api.anonymous().post('/api/auth/link', { email: member.email.toUpperCase() })).status).toBe(202);
    const token = await mail.secretTo(member.email);
    const browser = api.anonymous();
    const answers = await Promise.all([browser, api.anonymous()].map((who) => who.post('/api/auth/link/session', { token })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
    await api.anonymous().post('/api/auth/link', { email: member.email });
    const late = await mail.secretTo(member.email, 2);
    api.setNow('2026-01-05T08:15:00Z');
    expect((await browser.post('/api/auth/link/session', { token: late })).body).toMatchObject({ code: 'link/over' });
  });

  it('plants no session: a cookie set before is replaced', async () => {
    const { member } = await api.house();
    await api.anonymous().post('/api/auth/link', { email: member.email });
    const browser = api.anonymous();
    browser.cookies.set('bota75', 'planted');
    await browser.post('/api/auth/link/session', { token: await mail.secretTo(member.email) });
    expect(browser.cookies.get('bota75')).not.toBe('planted');
  });

  it('asked for an unknown address gives the same answer and sends nothing', async () => {
    const { member } = await api.house();
    const [known, unknown] = await Promise.all(
      [member.email, 'nobody@example.org'].map((email) => api.anonymous().post('/api/auth/link', { email })),
    );
    const shape = ({ status, text, headers }: { status: number; text: string; headers: Headers }) => [
      status,
      text,
      [...headers.keys()].filter((name) => name !== 'date').sort(),
    ];
    expect(shape(known as never)).toEqual(shape(unknown as never));
    await mail.to(member.email);
    expect(mail.received).toHaveLength(1);
  });

  it('is sent to one address a few times an hour', async () => {
    const { member } = await api.house();
    const statuses: number[] = [];
    for (let turn = 0; turn < 7; turn++) statuses.push((await api.anonymous().post('/api/auth/link', { email: member.email })).status);
    expect(statuses).toEqual([...Array(6).fill(202), 429]);
  });
});

describe('what is kept about a person', () => {
  it('is handed out to them: account, bookings, roles', async () => {
    const house = await api.house();
    await book(house);
    const { body } = await house.member.get<PersonalExport>('/api/me/export');
    expect(body.data).toMatchObject({
      account: { email: house.member.email, memberships: [{ role: 'member' }], deeds: [{ kind: 'booking.created' }] },
      bookings: [{ title: 'Assemblée', organisation: 'Racines' }],
      houseRoles: [],
    });
    expect(JSON.stringify(body)).not.toMatch(/password|token/i);
  });

  it('is erased on wish; records stay, without name, and the log’s hashes hold', async () => {
    const house = await api.house();
    const booking = await book(house);
    await givePassword(house.member);
    expect((await house.member.post('/api/me/erasure', { email: 'other@example.org' })).body.code).toBe('erasure/other-address');
    expect((await house.member.post('/api/me/erasure', { email: house.member.email })).status).toBe(204);
    expect((await house.member.get('/api/me')).status).toBe(401);
    expect((await signIn(house.member.email, OLD)).status).toBe(401);
    const { body } = await house.admin.get<Booking>(house.path(`bookings/${booking.id}`));
    expect(body).toMatchObject({ title: 'Assemblée', bookedBy: { id: house.member.id, displayName: '' } });
    await sealed();
    expect(await verifyLog(api.db)).toBeNull();
    expect(await everywhere(house.member.email)).toEqual([]);
  });

  it('is erased by who just signed in, else only with the password', async () => {
    const house = await api.house();
    await givePassword(house.member);
    const erase = (who: Someone, proof = {}) => who.post('/api/me/erasure', { email: who.email, ...proof });
    api.setNow('2026-01-05T08:10:01Z');
    const asked = await erase(house.member);
    expect([asked.status, asked.body]).toMatchObject([403, { code: 'erasure/proof-needed', errors: [{ path: 'password' }] }]);
    const wrong = await erase(house.member, { password: 'pas le bon' });
    expect([wrong.status, wrong.body]).toMatchObject([403, { code: 'password/wrong', errors: [{ path: 'password' }] }]);
    const without = await erase(house.neighbour, { password: 'n’importe quoi' });
    expect([without.status, without.body]).toMatchObject([403, { code: 'erasure/proof-needed', errors: [] }]);
    for (let turn = 0; turn < 9; turn++) await erase(house.member, { password: 'pas le bon' });
    expect((await erase(house.member, { password: OLD })).body.code).toBe('too-many-attempts');
    await givePassword(house.colleague);
    expect((await erase(house.colleague, { password: OLD })).status).toBe(204);
    api.setNow('2026-01-05T08:10:00Z');
    expect((await erase(house.neighbour)).status).toBe(204);
  });

  it('stays while an organisation or the house would be left without who runs it', async () => {
    const house = await api.house();
    expect((await house.admin.post('/api/me/erasure', { email: house.admin.email })).body.code).toBe('membership/last-admin');
    const { coordinator } = house;
    expect((await coordinator.post('/api/me/erasure', { email: coordinator.email })).body.code).toBe('team/last-coordinator');
    expect((await coordinator.get<Me>('/api/me')).body.person.email).toBe(coordinator.email);
  });
});

describe('the team of the house', () => {
  const give = (house: House, who: Someone, to: { id: string }, roles: string[]) =>
    who.ask('PUT', house.path(`team/${to.id}`), { roles }, {});

  it('is given by coordinators to people of the house; one coordinator stays', async () => {
    const house = await api.house();
    for (const who of ['member', 'admin', 'neighbour', 'stranger'] as const) {
      expect((await give(house, house[who], house.member, ['coordinator'])).status).toBe(403);
      expect((await house[who].get(house.path('team'))).status).toBe(403);
    }
    expect((await give(house, house.coordinator, house.stranger, ['coordinator'])).status).toBe(404);
    expect((await give(house, house.coordinator, house.coordinator, ['steering'])).body.code).toBe('team/last-coordinator');
    expect((await give(house, house.coordinator, house.member, ['coordinator', 'researcher'])).status).toBe(204);
    expect((await give(house, house.member, house.coordinator, [])).status).toBe(204);
    const { body } = await house.member.get<{ items: object[] }>(house.path('team'));
    expect(body.items).toMatchObject([{ personId: house.member.id, roles: ['coordinator', 'researcher'], isMe: true }]);
  });
});

/** Waits until all of the log is in the chain. */
async function sealed(): Promise<void> {
  const open = 'SELECT FROM log WHERE position IS NULL';
  while ((await api.db.query(open)).length > 0) await new Promise((done) => setTimeout(done, 20));
}

/** The tables in which a text still stands. */
async function everywhere(text: string): Promise<string[]> {
  const tables = await api.db.query<{ name: string }[]>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await api.db.query<unknown[]>(`SELECT FROM "${name}" t WHERE to_jsonb(t)::text ILIKE '%' || $1 || '%' LIMIT 1`, [text]);
      return rows.length > 0 ? [name] : [];
    }),
  );
  return found.flat();
}
