import { Body, Controller, Delete, Get, HttpCode, Inject, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Credentials, Me, MeEdit } from '@bota/people/domain';
import { Allow, Answers, CONFIG, type Config, CurrentPerson, Public, RequestId } from '@bota/shared/api';
import type { SignedIn } from '@bota/shared/domain';
import { MeService } from '../account/me.service';
import { ComesFrom } from './comes-from';
import type { From } from './sessions.service';
import { clearSessionCookie, sessionToken, setSessionCookie } from './session.cookie';
import { SignInService } from './sign-in.service';

@ApiTags('people')
@Controller('api')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly people: MeService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('auth/session')
  @HttpCode(200)
  @Public('one signs in here')
  @Answers('Sign in: opens a session and sets its cookie', { schema: Me }, 'wrong-credentials', 'foreign-origin', 'too-many-attempts')
  async signIn(
    @Body({ schema: Credentials }) credentials: Credentials,
    @ComesFrom() from: From,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const { token, personId } = await this.signIns.signIn(credentials, from);
    setSessionCookie(reply, this.config, token);
    return this.people.read(personId);
  }

  @Delete('auth/session')
  @HttpCode(204)
  @Allow('session:end')
  @Answers('Sign out: ends this session', { status: 204 }, 'not-signed-in')
  async signOut(
    @CurrentPerson() person: SignedIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @RequestId() requestId: string,
  ): Promise<void> {
    await this.signIns.signOut(sessionToken(request, this.config), person.personId, requestId);
    clearSessionCookie(reply, this.config);
  }

  @Get('me')
  @Allow('me:read')
  @Answers('Who I am: person, memberships, house roles', { schema: Me }, 'not-signed-in')
  me(@CurrentPerson() person: SignedIn): Promise<Me> {
    return this.people.read(person.personId);
  }

  @Patch('me')
  @Allow('me:edit')
  @Answers('Change my name or language', { schema: Me }, 'not-signed-in')
  edit(@CurrentPerson() person: SignedIn, @Body({ schema: MeEdit }) edit: MeEdit, @RequestId() requestId: string): Promise<Me> {
    return this.people.edit(person.personId, edit, requestId);
  }
}
