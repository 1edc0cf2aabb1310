import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me, PasskeyAssertion, PasskeyOptions } from '@bota/people/domain';
import { Answers, CONFIG, type Config, Public } from '@bota/shared/api';
import { MeService } from '../account/me.service';
import { ComesFrom } from '../sessions/comes-from';
import { ownOrigin } from '../sessions/own-origin';
import { setSessionCookie } from '../sessions/session.cookie';
import type { From } from '../sessions/sessions.service';
import { PasskeySignIn } from './passkey-sign-in.service';

@ApiTags('people')
@Controller('api/auth/passkey')
export class PasskeySignInController {
  constructor(
    private readonly signIns: PasskeySignIn,
    private readonly people: MeService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('options')
  @HttpCode(200)
  @Public('one signs in here')
  @Answers(
    'Begin to sign in with a passkey: what the browser is to sign',
    { schema: PasskeyOptions },
    'passkey/needs-name',
    'too-many-attempts',
  )
  options(@Req() request: FastifyRequest): Promise<object> {
    return this.signIns.begin(ownOrigin(this.config, request), request.ip);
  }

  @Post('session')
  @HttpCode(200)
  @Public('one signs in here')
  @Answers(
    'Sign in with a passkey',
    { schema: Me },
    'passkey/needs-name',
    'passkey/over',
    'passkey/unknown',
    'passkey/refused',
    'passkey/copied',
    'too-many-attempts',
  )
  async use(
    @Body({ schema: PasskeyAssertion }) assertion: PasskeyAssertion,
    @Req() request: FastifyRequest,
    @ComesFrom() from: From,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const session = await this.signIns.signIn(assertion, ownOrigin(this.config, request), from);
    setSessionCookie(reply, this.config, session.token);
    return this.people.read(session.personId);
  }
}
