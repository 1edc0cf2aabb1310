import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Config, isHttps } from '@bota/shared/api';
import { SESSION_DAYS } from './sessions.service';

// `__Host-` needs Secure, which plain http on a house's own machine does not have.
export const cookieName = (config: Config): string => (isHttps(config) ? '__Host-bota75' : 'bota75');

const attributes = (config: Config) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps(config) }) as const;

export const sessionToken = (request: FastifyRequest, config: Config): string | undefined => request.cookies[cookieName(config)];

export function setSessionCookie(reply: FastifyReply, config: Config, token: string): void {
  reply.setCookie(cookieName(config), token, { ...attributes(config), maxAge: SESSION_DAYS * 86_400 });
}

export function clearSessionCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(cookieName(config), attributes(config));
}
