import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';

const script = path.resolve(__dirname, '../../../tools/identity/provider.mjs');

export type ProviderProcess = { readonly issuer: string; kill: () => Promise<void>; start: () => Promise<void> };

type Told = { issuer: string; signing: object };

/** A real identity provider, in a process of its own; tells the API that is declared after it where it is. */
export function useProvider(env: Record<string, string>): ProviderProcess {
  let child: ChildProcess;
  let issuer = '';
  let signing: object | undefined;
  const start = async () => {
    const port = issuer ? new URL(issuer).port : '0';
    const kept = { NODE_OPTIONS: '', PORT: port, SIGNING_KEY: signing ? JSON.stringify(signing) : '' };
    child = fork(script, { stdio: 'ignore', env: { ...process.env, ...kept } });
    ({ issuer, signing } = await new Promise<Told>((done, fail) => {
      child.once('message', (told) => done(told as Told));
      child.once('exit', (code) => fail(new Error(`the provider ended with ${code}`)));
    }));
  };
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
  };
  beforeAll(async () => {
    await start();
    const client = { OIDC_CLIENT_ID: 'bota75', OIDC_CLIENT_SECRET: 'a secret between both', OIDC_NAME: 'la Fédération' };
    Object.assign(env, { OIDC_ISSUER: issuer, ...client });
  });
  afterAll(() => kill());
  return {
    get issuer() {
      return issuer;
    },
    kill,
    start,
  };
}

export type Identity = { subject: string; email?: string; verified?: boolean; name?: string };
type Stop = { status: number; url: string; text: string; to: string | null };

/** A browser without a screen that goes where it is sent, with the cookies of each site. */
export class Wanderer {
  readonly jars = new Map<string, Map<string, string>>();

  /** One request; where it is sent to is told, not followed. */
  async ask(url: string, form?: Record<string, string>): Promise<Stop> {
    const jar = this.jar(url);
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
    const body = form && new URLSearchParams(form);
    const response = await fetch(url, { method: form ? 'POST' : 'GET', redirect: 'manual', headers: { cookie }, ...(body && { body }) });
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    const to = response.headers.get('location');
    return { status: response.status, url, text: await response.text(), to: to && new URL(to, url).href };
  }

  /** Follows redirects up to the last stop, or up to the first address that matches `until`, which is not asked. */
  async go(url: string, { form, until }: { form?: Record<string, string>; until?: RegExp } = {}): Promise<Stop> {
    let stop = await this.ask(url, form);
    while (stop.to && !until?.test(stop.to)) stop = await this.ask(stop.to);
    return stop;
  }

  jar(url: string): Map<string, string> {
    const { host } = new URL(url);
    const jar = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, jar);
    return jar;
  }
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const [name = '', value = ''] = pair.split(/=(.*)/);
  if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
  else jar.set(name, value);
}

/** What one types into the page of the provider. */
export const typed = ({ subject, email = '', verified = true, name = '' }: Identity): Record<string, string> => ({
  ...{ subject, name },
  ...(email && { email }),
  ...(verified && { verified: 'yes' }),
});
