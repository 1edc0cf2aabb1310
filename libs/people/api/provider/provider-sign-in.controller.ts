import { Controller, Get, Inject, Query, Redirect, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProviderBeginning, ProviderCallback } from '@bota/people/domain';
import { Answers, CONFIG, type Config, Public } from '@bota/shared/api';
import { ComesFrom } from '../sessions/comes-from';
import { ownOrigin } from '../sessions/own-origin';
import { setSessionCookie } from '../sessions/session.cookie';
import type { From } from '../sessions/sessions.service';
import { browserSecret, forgetBrowserSecret, keepBrowserSecret } from './provider.cookie';
import { ProviderSignIn } from './provider-sign-in.service';

@ApiTags('people')
@Controller('api/auth/oidc')
export class ProviderSignInController {
  constructor(
    private readonly signIns: ProviderSignIn,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Redirect()
  @Public('one signs in here')
  @Answers('Sign in at the provider of the house; a refusal leads back to the sign-in page with its code', { status: 302 })
  async begin(
    @Query({ schema: ProviderBeginning }) { return: to }: ProviderBeginning,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ url: string }> {
    const { url, browser } = await this.signIns.begin(to, ownOrigin(this.config, request), request.ip);
    keepBrowserSecret(reply, this.config, browser);
    return { url };
  }

  @Get('callback')
  @Redirect()
  @Public('one signs in here')
  @Answers('Back from the provider: opens a session and sets its cookie', { status: 302 })
  async end(
    @Query({ schema: ProviderCallback }) _: ProviderCallback,
    @Req() request: FastifyRequest,
    @ComesFrom() from: From,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ url: string }> {
    const callback = new URL(request.url, ownOrigin(this.config, request));
    const { url, token } = await this.signIns.end(callback, browserSecret(request, this.config), from);
    forgetBrowserSecret(reply, this.config);
    if (token) setSessionCookie(reply, this.config, token);
    return { url };
  }
}
