import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LinkUse, LinkWish, Me } from '@bota/people/domain';
import { Answers, CONFIG, type Config, Public, RequestId } from '@bota/shared/api';
import { MeService } from '../account/me.service';
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
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @RequestId() requestId: string,
  ): Promise<Me> {
    const from = { address: request.ip, userAgent: request.headers['user-agent'] ?? '', requestId };
    const session = await this.links.use(token, from);
    setSessionCookie(reply, this.config, session.token);
    return this.people.read(session.personId);
  }
}
