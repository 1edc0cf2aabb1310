import { readConfig } from '@bota/shared/api';
import { useApi } from './api.fixture';

const OIDC = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'bota75', OIDC_CLIENT_SECRET: 's', OIDC_NAME: 'Maison' };
const config = (more: Record<string, string>) => () => readConfig({ DATABASE_URL: 'postgresql://localhost/x', ...more });
// Nobody listens on the discard port.
const api = useApi({ ...OIDC, OIDC_ISSUER: 'http://127.0.0.1:9' });

it('its provider is told whole, or not at all', () => {
  expect(config(OIDC)).not.toThrow();
  expect(config({})).not.toThrow();
  expect(config({ ...OIDC, OIDC_CLIENT_SECRET: '' })).toThrow('OIDC_CLIENT_SECRET: needed beside OIDC_ISSUER');
});

it.each([
  ['http://127.0.0.1:4000', true],
  ['http://localhost:4000/realm', true],
  ['http://id.example', false],
  ['http://localhost.example', false],
  ['ftp://id.example', false],
])('its provider at %s: %s', (OIDC_ISSUER, isFine) => {
  const reading = expect(config({ ...OIDC, OIDC_ISSUER }));
  if (isFine) reading.not.toThrow();
  else reading.toThrow('OIDC_ISSUER');
});

it('a provider that was never there is said on the sign-in page', async () => {
  const { status, headers } = await api.anonymous().get('/api/auth/oidc?return=%2Faccount');
  expect([status, headers.get('location')]).toEqual([302, '/sign-in?refused=provider%2Funreachable&return=%2Faccount']);
});
