import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { type Config, refuse } from '@bota/shared/api';

type Asked = Pick<FastifyRequest, 'protocol' | 'headers'>;

/** Scheme, host and port the reader knows us by. */
export function ownOrigin({ PUBLIC_URL }: Config, { protocol, headers }: Asked): string {
  const address = PUBLIC_URL ?? `${protocol}://${headers.host}`;
  return URL.canParse(address) ? new URL(address).origin : refuse('malformed-request', { detail: 'the host is no address' });
}

/** Whom passkeys belong to. */
export type Party = { id: string; origin: string };

/** A name, with the origin it stands in; none at an address of numbers, which is no domain (WebAuthn 3, 5.1.3). */
export function partyAt(origin: string): Party | null {
  const { hostname } = new URL(origin);
  return isIP(hostname.replace(/^\[|\]$/g, '')) ? null : { id: hostname, origin };
}
