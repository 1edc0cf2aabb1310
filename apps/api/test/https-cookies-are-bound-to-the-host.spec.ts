import { hashPassword } from '@bota/people/api';
import { TODAY, useApi } from './api.fixture';
import { person } from './people.fixture';

const PASSWORD = 'a long enough password';
const api = useApi({ PUBLIC_URL: 'https://bota75.example' });

const signedIn = async () => {
  const browser = api.anonymous();
  const { email } = await person({ db: api.db, url: api.url, now: new Date(TODAY) }, 'Amal', await hashPassword(PASSWORD));
  const origin = 'https://bota75.example';
  return { browser, answer: await browser.post('/api/auth/session', { email, password: PASSWORD }, { headers: { origin } }) };
};

it('on https the cookie is secure and bound to the host', async () => {
  const { browser, answer } = await signedIn();
  expect(answer.headers.get('set-cookie')).toMatch(/^__Host-bota75=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect((await browser.get('/api/me')).status).toBe(200);
  const out = await browser.delete('/api/auth/session');
  expect(out.headers.get('set-cookie')).toMatch(/^__Host-bota75=; .*Secure/);
});

it('on https a cookie without the prefix opens nothing', async () => {
  const { browser } = await signedIn();
  browser.cookies.set('bota75', browser.cookies.get('__Host-bota75') ?? '');
  browser.cookies.delete('__Host-bota75');
  expect((await browser.get('/api/me')).status).toBe(401);
});

it('on https the browser is told to stay there', async () => {
  const { headers } = await api.anonymous().get('/health/live');
  expect(headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
});

it('the own origin is the public one, not the address behind the proxy', async () => {
  const { status } = await api
    .anonymous()
    .post('/api/auth/session', { email: 'a@example.org', password: 'x' }, { headers: { origin: api.url } });
  expect(status).toBe(403);
});
