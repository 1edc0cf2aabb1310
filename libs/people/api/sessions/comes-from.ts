import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { From } from './sessions.service';

/** From where somebody signs in: address, browser and request. */
export const ComesFrom = createParamDecorator((_: unknown, context: ExecutionContext): From => {
  const { ip, headers, id } = context.switchToHttp().getRequest<FastifyRequest>();
  return { address: ip, userAgent: headers['user-agent'] ?? '', requestId: id };
});
