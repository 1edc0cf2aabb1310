import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { OutsideAnswer, OutsideAsk, OutsideConfirmation, OutsideDecision, OutsideForm, OutsideRequestList } from '@bota/booking/domain';
import { Allow, Answers, CurrentPerson, Public, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { OutsideAsks } from './outside-asks.service';
import { OutsideDecisions } from './outside-decisions.service';

@ApiTags('booking')
@Controller('api/spaces/:space/outside-requests')
export class OutsideController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly asks: OutsideAsks,
    private readonly decisions: OutsideDecisions,
  ) {}

  @Get('form')
  @Public('neighbours without an account ask here, where the house lets them')
  @Answers('A form to ask for a room with, stamped with the moment', { schema: OutsideForm }, 'not-found')
  async form(@Param('space', { schema: SpaceRef }) ref: string): Promise<OutsideForm> {
    return this.asks.form(await this.spaces.find(ref));
  }

  @Post()
  @HttpCode(202)
  @Public('neighbours without an account ask here, where the house lets them')
  @Answers(
    'Ask for a room without an account; a letter asks to confirm the address first, and the answer tells nothing about it',
    { status: 202 },
    'not-found',
    'outside/too-fast',
    'outside/form-over',
    'outside/not-ahead',
    'booking/ends-before-it-starts',
    'room/unknown',
    'too-many-attempts',
  )
  async ask(
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: OutsideAsk }) ask: OutsideAsk,
    @Req() { ip: address }: FastifyRequest,
    @RequestId() requestId: string,
  ): Promise<void> {
    await this.asks.ask({ space: await this.spaces.find(ref), address, requestId }, ask);
  }

  @Post('confirmation')
  @HttpCode(204)
  @Public('the secret of the letter says who it is')
  @Answers(
    'Confirm the address with the secret of the letter, within a day; again, it changes nothing',
    { status: 204 },
    'not-found',
    'link/over',
    'too-many-attempts',
  )
  async confirm(
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: OutsideConfirmation }) { token }: OutsideConfirmation,
    @Req() { ip: address }: FastifyRequest,
    @RequestId() requestId: string,
  ): Promise<void> {
    await this.asks.confirm({ space: await this.spaces.find(ref), address, requestId }, token);
  }

  @Get()
  @Allow('booking:decide')
  @Answers(
    'What neighbours ask for, whose address is confirmed',
    { schema: OutsideRequestList },
    'not-signed-in',
    'not-allowed',
    'not-found',
  )
  async list(@CurrentPerson() person: SignedIn, @Param('space', { schema: SpaceRef }) ref: string): Promise<OutsideRequestList> {
    return { items: await this.decisions.list({ person, space: await this.spaces.find(ref) }) };
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Allow('booking:decide')
  @Answers(
    'Accept into a booking, or decline; who asked is told in their language',
    { schema: OutsideAnswer },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'outside/answered',
    'booking/refused',
    'booking/organisation-not-resident',
    'booking/ends-before-it-starts',
    'booking/unknown-room',
  )
  async decide(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: OutsideDecision }) decision: OutsideDecision,
    @RequestId() requestId: string,
  ): Promise<OutsideAnswer> {
    return this.decisions.decide({ person, space: await this.spaces.find(ref), requestId }, id, decision);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('booking:decide')
  @Answers('Erase a request with all that is known of who asked', { status: 204 }, 'not-signed-in', 'not-allowed', 'not-found')
  async erase(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<void> {
    return this.decisions.erase({ person, space: await this.spaces.find(ref), requestId }, id);
  }
}
