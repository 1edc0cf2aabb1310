// The API as the import needs it: one session, JSON, and another try when a connection breaks.
import { setTimeout as sleep } from 'node:timers/promises';

const TRIES = 4;

/** A refusal by the API, with its problem details (RFC 9457). */
export class Problem extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title);
    Object.assign(this, problem);
  }
}

/** `api(path)` reads, `api(path, body)` writes; throws a Problem. */
export function apiAt(url, cookie, fetchIt = fetch) {
  return async (path, body, headers = {}) => {
    const options = {
      method: body ? 'POST' : 'GET',
      headers: { ...(cookie && { cookie }), ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    };
    const response = await persistently(() => fetchIt(`${url}${path}`, options), url);
    const answer = await response.json();
    if (!response.ok) throw new Problem(answer);
    return answer;
  };
}

/** Everything we ask may be asked twice: reading, signing in, and booking with its Idempotency-Key. */
async function persistently(ask, url) {
  for (let tries = 1; ; tries += 1) {
    const response = await ask().catch((error) => ({ error }));
    const isHopeful = response.error ?? response.status >= 502;
    if (!isHopeful) return response;
    if (tries === TRIES && !response.error) return response;
    if (tries === TRIES) throw new Error(`${url} does not answer: ${response.error.cause?.message ?? response.error.message}`);
    await sleep(250 * tries);
  }
}

/** A session for this account, or for the first one of the demonstration: its coordinator. */
export async function signIn(url, { email, password }, fetchIt = fetch) {
  const demo = email && password ? {} : await apiAt(url, undefined, fetchIt)('/api/demo');
  const account = { email: email ?? demo.accounts?.[0]?.email, password: password ?? demo.password };
  if (!account.email || !account.password) throw new Error('There are no demo accounts here: --email and --password are needed');
  const response = await persistently(
    () =>
      fetchIt(`${url}/api/auth/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(account),
      }),
    url,
  );
  if (!response.ok) throw new Error(`${account.email} cannot sign in: ${(await response.json()).detail}`);
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]);
  return apiAt(url, cookie.join('; '), fetchIt);
}
