import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LinkUse, LinkWish, Me } from '@bota/people/domain';
import { Answers, CONFIG, type Config, Public } from '@bota/shared/api';
import { MeService } from '../account/me.service';
import { ComesFrom } from './comes-from';
import type { From } from './sessions.service';
import { setSessionCookie } from './session.cookie';
import { SignInLinks } from './sign-in-links.service';

@ApiTags('people')
@Controller('api/auth/link')
export class SignInLinksController {
  constructor(
    private readonly links: SignInLinks,
    private readonly people: MeService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @HttpCode(202)
  @Public('one signs in here')
  @Answers('Ask for a one-time sign-in link by e-mail; the answer tells nothing about the address', { status: 202 }, 'too-many-attempts')
  async ask(@Body({ schema: LinkWish }) { email }: LinkWish, @Req() request: FastifyRequest): Promise<void> {
    await this.links.ask(email, request.ip);
  }

  @Post('session')
  @HttpCode(200)
  @Public('one signs in here')
  @Answers('Sign in with a link from a letter', { schema: Me }, 'link/over', 'too-many-attempts')
  async use(
    @Body({ schema: LinkUse }) { token }: LinkUse,
    @ComesFrom() from: From,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const session = await this.links.use(token, from);
    setSessionCookie(reply, this.config, session.token);
    return this.people.read(session.personId);
  }
}
