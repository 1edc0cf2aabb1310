import { useApi } from './api.fixture';
import { ask, draft } from './booking.fixture';

const api = useApi();

describe('an error', () => {
  it.each([
    ['an unknown address', 'GET', '/api/nothing', undefined, 404, 'not-found'],
    ['an unknown page of the API', 'GET', '/api', undefined, 404, 'not-found'],
    ['an address that cannot be read', 'GET', '/api/spaces/%zz', undefined, 400, 'malformed-request'],
    ['a body that cannot be read', 'POST', '/api/auth/session', '{"email":', 400, 'malformed-request'],
    ['no body', 'POST', '/api/auth/session', undefined, 400, 'invalid-input'],
    ['an endless body', 'POST', '/api/auth/session', JSON.stringify({ email: 'x'.repeat(1_100_000) }), 413, 'payload-too-large'],
  ])('%s is a problem', async (_, method, path, body, status, code) => {
    const answer = await api.anonymous().ask(method, path, body, {});
    expect([answer.status, answer.body.code, answer.body.type]).toEqual([status, code, `/problems/${code}`]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
    expect(answer.body.instance).toBe(answer.headers.get('x-request-id'));
  });

  it.each([
    ['DELETE', '/api/spaces', 'GET, HEAD, POST'],
    ['GET', '/api/auth/session?x=1', 'DELETE, POST'],
    ['PUT', '/api/spaces/somewhere/closures/01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10', 'DELETE'],
  ])('a wrong method is told which ones are right: %s %s', async (method, path, allow) => {
    const { status, body, headers } = await api.anonymous().ask(method, path, undefined, {});
    expect([status, body.code, headers.get('allow')]).toEqual([405, 'method-not-allowed', allow]);
  });

  it.each(['null', '[]', '"x"', '1'])('a body that is no object is named as such: %s', async (body) => {
    const house = await api.house();
    const answer = await house.member.post(house.path('bookings'), body);
    expect([answer.status, answer.body.code, answer.body.errors?.map(({ path }) => path)]).toEqual([400, 'invalid-input', ['body']]);
  });

  it.each([
    ['lists', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['objects', '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)],
  ])('%s within each other without end are refused as such', async (_, value) => {
    const house = await api.house();
    const answer = await house.member.post(house.path('bookings'), `{"description":${value}}`);
    expect([answer.status, answer.body.code, answer.body.errors?.[0]?.path]).toEqual([400, 'invalid-input', 'description']);
  });

  it.each([
    ['rooms', { name: 'Loge', description: { fr: 'x'.repeat(4001) } }, 'description.fr'],
    ['floors', { level: 3, name: { nl: 'x'.repeat(81) } }, 'name.nl'],
    ['closures', { start: '2026-03-16T10:00', end: '2026-03-16T11:00', reason: { en: 'x'.repeat(501) } }, 'reason.en'],
    ['exclusion-calendars', { name: { fr: 'x'.repeat(81) }, ranges: [] }, 'name.fr'],
  ])('what is written has a length: %s', async (where, body, path) => {
    const house = await api.house();
    const answer = await house.coordinator.post(house.path(where), body);
    expect([answer.status, answer.body.errors?.map((error) => error.path)]).toEqual([400, [path]]);
  });

  it.each([
    ['rooms', { name: 'Loge\r\nBcc: a@b.be' }, /"name":"Loge Bcc: a@b.be"/],
    ['floors', { level: 3, name: { fr: 'Grenier\n2' } }, /"Grenier 2"/],
    ['exclusion-calendars', { name: { fr: 'Congés\n2' }, ranges: [] }, /"Congés 2"/],
    ['saved-views', { name: 'Ma\nsemaine', query: '' }, /"Ma semaine"/],
  ])('a name is one line, whatever was pasted: %s', async (where, body, said) => {
    const house = await api.house();
    const answer = await house.coordinator.post(house.path(where), body);
    expect([answer.status, answer.text]).toEqual([201, expect.stringMatching(said)]);
  });

  it('a body that is no JSON is refused', async () => {
    const house = await api.house();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const { status, body } = await house.member.post(house.path('bookings'), 'title=x', { headers });
    expect([status, body.code]).toEqual([415, 'unsupported-media-type']);
  });

  it('inside tells nothing of the inside', async () => {
    const house = await api.house();
    await api.db.query('ALTER TABLE booking RENAME TO hidden');
    try {
      const { status, body, text } = await ask(house);
      expect([status, body.code]).toEqual([500, 'internal']);
      expect(text).not.toMatch(/booking|relation|select|at .*\.ts/i);
    } finally {
      await api.db.query('ALTER TABLE hidden RENAME TO booking');
    }
  });
});

describe('every answer', () => {
  it('carries the request id, ours or a sensible one given', async () => {
    const id = async (given?: string) =>
      (await api.anonymous().get('/health/live', { headers: given ? { 'x-request-id': given } : {} })).headers.get('x-request-id');
    expect(await id()).toMatch(/^[0-9a-f-]{36}$/);
    expect(await id('trace-12345')).toBe('trace-12345');
    expect(await id('a b; c'.repeat(30))).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('carries security headers', async () => {
    const { headers } = await api.anonymous().get('/api/spaces');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('that depends on who asks is kept by no shared cache', async () => {
    const house = await api.house();
    for (const path of ['/api/me', house.path('calendar?from=2026-03-16&to=2026-03-17'), house.path('bookings')]) {
      expect([path, (await house.member.get(path)).headers.get('cache-control')]).toEqual([path, 'no-store']);
    }
  });
});

it('is alive and ready, and says so to whoever watches', async () => {
  for (const path of ['/health/live', '/health/ready']) {
    const { status, body } = await api.anonymous().get<object>(path);
    expect([status, body]).toEqual([200, { status: 'ok' }]);
  }
});

it('documents itself', async () => {
  const document = await api.anonymous().get<{ openapi: string }>('/api/openapi.json');
  expect([document.status, document.body.openapi.slice(0, 1)]).toEqual([200, '3']);
  const page = await api.anonymous().get('/api/docs');
  expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
});

it('unknown properties are left out, not written', async () => {
  const house = await api.house();
  const { status, text } = await house.member.post(house.path('bookings'), {
    ...draft(house),
    version: 99,
    bookedBy: house.admin.id,
    status: 'x',
  });
  expect([status, JSON.parse(text).version, JSON.parse(text).bookedBy.id]).toEqual([201, 1, house.member.id]);
});

it.each(['__proto__', 'constructor', 'prototype'])('a property called %s does no harm', async (name) => {
  const house = await api.house();
  const body = JSON.stringify(draft(house)).replace('{', `{"${name}":{"isAdmin":true},`);
  expect([201, 400]).toContain((await house.member.post(house.path('bookings'), body)).status);
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
});
