import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Config, isHttps } from '@bota/shared/api';

// As browsers keep cookies at most; each time the screen is paired it begins anew.
const DAYS = 400;

/** Beside a session, never instead of one: no other route reads it. */
const nameOf = (config: Config): string => (isHttps(config) ? '__Host-bota75-display' : 'bota75-display');

export const displayToken = (request: FastifyRequest, config: Config): string | undefined => request.cookies[nameOf(config)];

export function setDisplayCookie(reply: FastifyReply, config: Config, token: string): void {
  reply.setCookie(nameOf(config), token, { path: '/', httpOnly: true, sameSite: 'strict', secure: isHttps(config), maxAge: DAYS * 86_400 });
}
