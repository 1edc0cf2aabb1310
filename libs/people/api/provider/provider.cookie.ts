import type { FastifyReply, FastifyRequest } from 'fastify';
import { CEREMONY_MINUTES } from '@bota/people/domain';
import { type Config, isHttps } from '@bota/shared/api';

/** Holds the secret of the browser that began, so that the way back works in no other. */
const nameOf = (config: Config): string => (isHttps(config) ? '__Host-bota75-provider' : 'bota75-provider');
const attributes = (config: Config) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps(config) }) as const;

export const browserSecret = (request: FastifyRequest, config: Config): string | undefined => request.cookies[nameOf(config)];

export function keepBrowserSecret(reply: FastifyReply, config: Config, secret: string): void {
  reply.setCookie(nameOf(config), secret, { ...attributes(config), maxAge: CEREMONY_MINUTES * 60 });
}

export function forgetBrowserSecret(reply: FastifyReply, config: Config): void {
  reply.clearCookie(nameOf(config), attributes(config));
}
