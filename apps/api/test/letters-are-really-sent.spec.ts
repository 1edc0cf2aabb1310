import type { LetterList, LetterTemplate } from '@bota/residents/domain';
import { Clock, Postman, readConfig, post, postAll } from '@bota/shared/api';
import { useApi } from './api.fixture';
import { createServer } from '../server';
import { useMailServer } from './mail.fixture';

const env: Record<string, string> = {};
const mail = useMailServer(env);
const api = useApi(env);
const WORDS = { subject: 'Sujet à l’essai', hello: 'Bonjour,', paragraphs: ['Un & deux'] };
let count = 0;

async function write(spaceId?: string): Promise<string> {
  const to = `reader.${(count += 1)}@example.org`;
  await post(api.db.manager, { kind: 'trial', to, language: 'fr', spaceId, now: api.app.get(Clock).now() }, WORDS);
  return to;
}
const stateOf = async (to: string) =>
  (await api.db.query('SELECT attempts, sent_at, failed_at, last_error FROM letter WHERE recipient = $1', [to]))[0];

it('arrives with text and HTML, from the house, marked as automatic', async () => {
  const to = await write();
  await api.app.get(Postman).nudge();
  const [letter] = await mail.to(to);
  expect(letter).toMatchObject({ subject: 'Sujet à l’essai', text: 'Bonjour,\n\nUn & deux\n' });
  expect(letter?.html).toContain('<p style="margin:0 0 16px;font:16px/1.5 sans-serif">Un &amp; deux</p>');
  expect(letter?.from?.text).toContain('bota75@localhost');
  expect(letter?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(await stateOf(to)).toMatchObject({ attempts: 0, failed_at: null });
});

it('is written with what it tells of, or not at all', async () => {
  const to = 'never@example.org';
  const failing = api.db.transaction(async (tx) => {
    await post(tx, { kind: 'trial', to, language: 'fr', now: new Date() }, WORDS);
    throw new Error('the change failed');
  });
  await expect(failing).rejects.toThrow('the change failed');
  expect(await stateOf(to)).toBeUndefined();
});

it.each([
  ['sent', 0],
  ['refused for good', 1],
])('keeps the secret of its link no longer than until it is %s', async (_, refusals) => {
  const [to, secret] = [`reader.${(count += 1)}@example.org`, 'Aa0_-'.repeat(9).slice(0, 43)];
  const words = { ...WORDS, action: { label: 'Répondre', url: `https://maison.example/reply#${secret}` } };
  const calendars = [1, 2].map(() => ({ method: 'REQUEST' as const, text: `BEGIN:VCALENDAR\r\nX:${secret}\r\nEND:VCALENDAR\r\n` }));
  mail.refuseNext(refusals, 550);
  await post(api.db.manager, { kind: 'trial', to, language: 'fr', now: api.app.get(Clock).now(), calendars }, words);
  await api.app.get(Postman).nudge();
  if (refusals === 0) expect((await mail.to(to))[0]?.text).toContain(`#${secret}`);
  const [kept] = await api.db.query('SELECT * FROM letter WHERE recipient = $1', [to]);
  expect([kept.sent_at ?? kept.failed_at, kept.body_text]).toEqual([
    expect.any(Date),
    expect.stringContaining('https://maison.example/reply'),
  ]);
  expect(JSON.stringify(kept)).not.toContain(secret);
});

it('a busy server gets it later, each time twice as long', async () => {
  const to = await write();
  mail.refuseNext(2, 451);
  await api.app.get(Postman).nudge();
  expect(await stateOf(to)).toMatchObject({ attempts: 1, sent_at: null, failed_at: null });
  await api.app.get(Postman).nudge();
  expect(await stateOf(to)).toMatchObject({ attempts: 1 });
  api.setNow('2026-01-05T08:01:00Z');
  await api.app.get(Postman).nudge();
  expect(await stateOf(to)).toMatchObject({ attempts: 2, sent_at: null });
  api.setNow('2026-01-05T08:03:00Z');
  await api.app.get(Postman).nudge();
  expect(await mail.to(to)).toHaveLength(1);
});

it('what the server refuses for good is not tried again', async () => {
  const to = await write();
  mail.refuseNext(1, 550);
  await api.app.get(Postman).nudge();
  expect(await stateOf(to)).toMatchObject({
    attempts: 1,
    sent_at: null,
    failed_at: expect.any(Date),
    last_error: expect.stringContaining('not now'),
  });
  api.setNow('2026-01-06T08:00:00Z');
  await api.app.get(Postman).nudge();
  expect(mail.received).toEqual([]);
});

describe('a server that takes nothing from us', () => {
  it.each([[530], [421]])('with %i loses no letter, though it lasts all night, and is asked once for all of them', async (code) => {
    mail.turnAway(code);
    const about = { kind: 'trial', language: 'fr' as const, now: api.app.get(Clock).now() };
    const readers = Array.from({ length: 6 }, () => `reader.${(count += 1)}@example.org`);
    await postAll(
      api.db.manager,
      readers.map((to) => ({ to: { ...about, to }, words: WORDS })),
    );
    await api.app.get(Postman).nudge();
    const states = await Promise.all(readers.map(stateOf));
    expect(states.filter(({ failed_at }) => failed_at)).toEqual([]);
    expect(states.reduce((sum, { attempts }) => sum + attempts, 0)).toBeLessThan(4);
    for (let hour = 10; hour < 24; hour++) {
      api.setNow(`2026-01-05T${hour}:00:00Z`);
      for (let turn = 0; turn < 2; turn++) await api.app.get(Postman).nudge();
    }
    mail.turnAway(null);
    api.setNow('2026-01-06T06:00:00Z');
    await api.app.get(Postman).nudge();
    for (const to of readers) expect(await mail.to(to)).toHaveLength(1);
  });

  it('is given up after three days, and said', async () => {
    const to = await write();
    mail.turnAway(530);
    api.setNow('2026-01-08T09:00:00Z');
    await api.app.get(Postman).nudge();
    expect(await stateOf(to)).toMatchObject({ sent_at: null, failed_at: expect.any(Date) });
  });
});

describe('two processes', () => {
  let second: Awaited<ReturnType<typeof createServer>>;
  beforeAll(async () => {
    const config = { ...env, DATABASE_URL: api.databaseUrl, BOTA_DEMO: 'off', BOTA_JOBS: 'off', LOG_LEVEL: 'silent' };
    second = await createServer(readConfig(config));
    await second.init();
  });
  afterAll(() => second.close());
  const nudgeBoth = () => Promise.all([api.app.get(Postman).nudge(), second.get(Postman).nudge()]);

  it('share the work and send each letter once', async () => {
    const addresses = await Promise.all(Array.from({ length: 20 }, () => write()));
    await nudgeBoth();
    await Promise.all(addresses.map((to) => mail.to(to)));
    await nudgeBoth();
    expect(mail.received.map(({ rcpt }) => rcpt[0]).sort()).toEqual([...addresses].sort());
  });

  it('send what one person is told in the order it was written', async () => {
    const subjects = Array.from({ length: 4 }, (_, turn) => `${turn}`);
    const to = { kind: 'trial', to: 'one.reader@example.org', language: 'fr' as const, now: api.app.get(Clock).now() };
    const letters = subjects.map((subject) => ({ to, words: { ...WORDS, subject } }));
    mail.takeNextSlowly();
    await postAll(api.db.manager, letters);
    await nudgeBoth();
    expect((await mail.to(to.to, subjects.length)).map(({ subject }) => subject)).toEqual(subjects);
  });
});

it('coordinators see what went out, not its text: it holds secrets', async () => {
  const [house, elsewhere] = [await api.house(), await api.house()];
  const to = await write(house.id);
  await write(elsewhere.id);
  await api.app.get(Postman).nudge();
  const { body } = await house.coordinator.get<LetterList>(house.path('letters'));
  expect([body.sends, body.items]).toMatchObject([true, [{ recipient: to, state: 'sent', subject: 'Sujet à l’essai' }]]);
  expect(body.items[0]).not.toHaveProperty('text');
  for (const who of ['member', 'admin', 'stranger'] as const) {
    expect((await house[who].get(house.path('letters'))).status).toBe(403);
    expect((await house[who].get(house.path('letter-templates'))).status).toBe(403);
  }
});

it('every kind of letter exists in three languages, as text and as HTML, with nothing left unsaid', async () => {
  const house = await api.house();
  const { items } = (await house.coordinator.get<{ items: LetterTemplate[] }>(house.path('letter-templates'))).body;
  expect(new Set(items.map(({ kind }) => kind)).size * 3).toBe(items.length);
  for (const { kind, language, subject, text, html } of items) {
    expect([kind, language, `${subject} ${text} ${html}`]).toEqual([kind, language, expect.not.stringMatching(/undefined|\[object|\$\{/)]);
    expect(html).toContain(`<html lang="${language}">`);
    expect(text.length).toBeGreaterThan(40);
  }
});
