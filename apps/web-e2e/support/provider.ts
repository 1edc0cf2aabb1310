import { fork } from 'node:child_process';
import path from 'node:path';

export type Provider = { issuer: string; env: Record<string, string>; close: () => void };

/** A real identity provider in a process of its own, and what a house is told to trust it. */
export async function startProvider(name: string): Promise<Provider> {
  const script = path.resolve(__dirname, '../../../tools/identity/provider.mjs');
  const child = fork(script, { stdio: 'ignore', env: { ...process.env, NODE_OPTIONS: '' } });
  const issuer = await new Promise<string>((done, fail) => {
    child.once('message', (told) => done((told as { issuer: string }).issuer));
    child.once('exit', (code) => fail(new Error(`the provider ended with ${code}`)));
  });
  const client = { OIDC_CLIENT_ID: 'bota75', OIDC_CLIENT_SECRET: 'a secret between both' };
  return { issuer, env: { OIDC_ISSUER: issuer, OIDC_NAME: name, ...client }, close: () => void child.kill() };
}
