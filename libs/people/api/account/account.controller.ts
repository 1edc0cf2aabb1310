import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Erasure, type OpenSession, OpenSessionList, PasswordChange, PersonalExport } from '@bota/people/domain';
import { Allow, Answers, CONFIG, type Config, CurrentPerson, RequestId } from '@bota/shared/api';
import { Id, type SignedIn } from '@bota/shared/domain';
import { AccountService } from './account.service';
import { clearSessionCookie, sessionToken } from '../sessions/session.cookie';

@ApiTags('people')
@Controller('api/me')
export class AccountController {
  constructor(
    private readonly accounts: AccountService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('password')
  @HttpCode(204)
  @Allow('password:change')
  @Answers('Change my password; my other sessions end', { status: 204 }, 'not-signed-in', 'password/wrong')
  changePassword(
    @CurrentPerson() person: SignedIn,
    @Body({ schema: PasswordChange }) change: PasswordChange,
    @Req() request: FastifyRequest,
    @RequestId() requestId: string,
  ): Promise<void> {
    return this.accounts.changePassword(this.asking(person, request, requestId), change);
  }

  @Get('sessions')
  @Allow('sessions:read')
  @Answers('Where I am signed in', { schema: OpenSessionList }, 'not-signed-in')
  sessions(
    @CurrentPerson() person: SignedIn,
    @Req() request: FastifyRequest,
    @RequestId() requestId: string,
  ): Promise<{ items: OpenSession[] }> {
    return this.accounts.sessions(this.asking(person, request, requestId));
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @Allow('sessions:end')
  @Answers('End one of my sessions', { status: 204 }, 'not-signed-in', 'not-found')
  endSession(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: Id }) id: string,
    @Req() request: FastifyRequest,
    @RequestId() requestId: string,
  ): Promise<void> {
    return this.accounts.endSession(this.asking(person, request, requestId), id);
  }

  @Get('export')
  @Allow('me:export')
  @Answers('Everything kept about me', { schema: PersonalExport }, 'not-signed-in')
  export(@CurrentPerson() person: SignedIn): Promise<PersonalExport> {
    return this.accounts.export(person.personId);
  }

  @Post('erasure')
  @HttpCode(204)
  @Allow('me:erase')
  @Answers(
    'Erase my account, having just signed in or by my password; what I did stays in the record without my name',
    { status: 204 },
    'not-signed-in',
    'erasure/other-address',
    'erasure/proof-needed',
    'password/wrong',
    'too-many-attempts',
    'membership/last-admin',
    'team/last-coordinator',
  )
  async erase(
    @CurrentPerson() person: SignedIn,
    @Body({ schema: Erasure }) erasure: Erasure,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @RequestId() requestId: string,
  ): Promise<void> {
    await this.accounts.erase({ ...this.asking(person, request, requestId), address: request.ip }, erasure);
    clearSessionCookie(reply, this.config);
  }

  private asking({ personId }: SignedIn, request: FastifyRequest, requestId: string) {
    return { personId, token: sessionToken(request, this.config) ?? '', requestId };
  }
}
