import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ALLOWED, type Asking, CONFIG, type Config, PUBLIC, refuse } from '@bota/shared/api';
import { ownOrigin } from './own-origin';
import { sessionToken } from './session.cookie';
import { SessionsService } from './sessions.service';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Fails closed: a handler without `@Allow` or `@Public` answers nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & Asking>();
    const targets = [context.getHandler(), context.getClass()];
    const isPublic = this.reflector.getAllAndOverride<string | undefined>(PUBLIC, targets) !== undefined;
    const permission = this.reflector.getAllAndOverride<string | undefined>(ALLOWED, targets);
    if (!isPublic && !permission) refuse('not-allowed');
    this.refuseForeignOrigin(request);
    const token = sessionToken(request, this.config);
    request.actor = token ? ((await this.sessions.actorOf(token)) ?? undefined) : undefined;
    if (!isPublic && !request.actor) refuse('not-signed-in');
    return true;
  }

  // Beside SameSite=Lax: a browser always says where an unsafe request comes from.
  private refuseForeignOrigin(request: FastifyRequest): void {
    const origin = request.headers.origin;
    if (SAFE.has(request.method) || !origin) return;
    const own = new URL(ownOrigin(this.config, request));
    if (!URL.canParse(origin) || new URL(origin).host !== own.host) refuse('foreign-origin');
  }
}
