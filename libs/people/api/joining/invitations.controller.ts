import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  Invitation,
  InvitationAcceptance,
  InvitationDraft,
  InvitationList,
  InvitationOffer,
  InvitationReading,
  Me,
} from '@bota/people/domain';
import { Allow, Answers, CONFIG, type Config, CurrentActor, CurrentPerson, Public, RequestId } from '@bota/shared/api';
import { type Actor, Id, type SignedIn } from '@bota/shared/domain';
import { InvitationsService } from './invitations.service';
import { MeService } from '../account/me.service';
import { setSessionCookie } from '../sessions/session.cookie';

@ApiTags('people')
@Controller('api')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly people: MeService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('organisations/:organisation/invitations')
  @Allow('members:manage')
  @Answers('Invitations of an organisation, latest first', { schema: InvitationList }, 'not-signed-in', 'not-allowed', 'not-found')
  list(@CurrentPerson() person: SignedIn, @Param('organisation', { schema: Id }) organisation: string): Promise<{ items: Invitation[] }> {
    return this.invitations.list(person, organisation);
  }

  @Post('organisations/:organisation/invitations')
  @Allow('members:manage')
  @Answers(
    'Invite somebody by e-mail into an organisation',
    { status: 201, schema: Invitation },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'invitation/already-invited',
    'membership/already',
    'too-many-attempts',
  )
  invite(
    @CurrentPerson() person: SignedIn,
    @Param('organisation', { schema: Id }) organisation: string,
    @Body({ schema: InvitationDraft }) draft: InvitationDraft,
    @RequestId() requestId: string,
  ): Promise<Invitation> {
    return this.invitations.invite(person, organisation, draft, requestId);
  }

  @Delete('organisations/:organisation/invitations/:id')
  @HttpCode(204)
  @Allow('members:manage')
  @Answers('Withdraw an invitation', { status: 204 }, 'not-signed-in', 'not-allowed', 'not-found', 'invitation/used')
  withdraw(
    @CurrentPerson() person: SignedIn,
    @Param('organisation', { schema: Id }) organisation: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<void> {
    return this.invitations.withdraw(person, organisation, id, requestId);
  }

  @Post('invitations/reading')
  @HttpCode(200)
  @Public('who is invited may not have an account yet')
  @Answers('What an invitation offers', { schema: InvitationOffer }, 'not-found', 'invitation/used', 'invitation/over', 'too-many-attempts')
  read(@Body({ schema: InvitationReading }) { token }: InvitationReading, @Req() request: FastifyRequest): Promise<InvitationOffer> {
    return this.invitations.read(token, request.ip);
  }

  @Post('invitations/acceptance')
  @HttpCode(200)
  @Public('who is invited may not have an account yet')
  @Answers(
    'Accept an invitation: joins the organisation, and opens the account when there is none',
    { schema: Me },
    'not-found',
    'invitation/used',
    'invitation/over',
    'invitation/other-address',
    'invitation/sign-in-first',
    'invitation/account-needed',
    'too-many-attempts',
  )
  async accept(
    @CurrentActor() actor: Actor,
    @Body({ schema: InvitationAcceptance }) acceptance: InvitationAcceptance,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @RequestId() requestId: string,
  ): Promise<Me> {
    const from = { actor, address: request.ip, userAgent: request.headers['user-agent'] ?? '', requestId };
    const { personId, session } = await this.invitations.accept(acceptance, from);
    if (session) setSessionCookie(reply, this.config, session);
    return this.people.read(personId);
  }
}
