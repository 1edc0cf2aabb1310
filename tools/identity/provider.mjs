// node provider.mjs: a real OpenID Connect provider for tests, which lets anybody in under the identity they type.
// Client `bota75`, secret `a secret between both`; tells its issuer to the process that started it, and ends with it.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const accounts = new Map();
const server = createServer((request, response) => void answer(request, response));
await new Promise((listening) => server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;

// Kept by who starts it again.
const signing = process.env.SIGNING_KEY ? JSON.parse(process.env.SIGNING_KEY) : newKey();
const provider = new Provider(issuer, {
  clients: [{ client_id: 'bota75', client_secret: 'a secret between both', redirect_uris: ['https://set.by.the.test/'] }],
  jwks: { keys: [{ ...signing, use: 'sig' }] },
  cookies: { keys: [randomBytes(16).toString('hex')] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'locale'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...accounts.get(sub) }) }),
  loadExistingGrant: consent,
});
// The house listens on a free port, which is known later than ours.
provider.Client.prototype.redirectUriAllowed = (uri) => /^http:\/\/(127\.0\.0\.1|localhost):\d+\/api\/auth\/oidc\/callback$/.test(uri);

function newKey() {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
}

async function consent({ oidc }) {
  const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope('openid email profile');
  await grant.save();
  return grant;
}

const page = (action) => `<!doctype html><html lang="en"><title>The provider of the house</title><h1>Sign in at the provider</h1>
<form method="post" action="${action}"><label>Subject <input name="subject"></label> <label>E-mail <input name="email"></label>
<label><input type="checkbox" name="verified" value="yes"> Verified</label> <label>Name <input name="name"></label>
<button>Sign in</button> <button name="refuse" value="yes">Refuse</button></form></html>`;

async function answer(request, response) {
  if (!request.url.startsWith('/interaction/')) return provider.callback()(request, response);
  if (request.method !== 'POST') return response.writeHead(200, { 'content-type': 'text/html' }).end(page(request.url));
  const chunks = await Array.fromAsync(request);
  const { subject, refuse, verified, ...told } = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
  if (refuse) return provider.interactionFinished(request, response, { error: 'access_denied' });
  accounts.set(subject, { ...told, locale: 'nl-BE', email_verified: verified === 'yes' });
  return provider.interactionFinished(request, response, { login: { accountId: subject } });
}

process.on('disconnect', () => process.exit());
process.send?.({ issuer, signing });
