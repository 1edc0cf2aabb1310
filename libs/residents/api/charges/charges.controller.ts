import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Charge, ChargeDraft, ChargeList } from '@bota/residents/domain';
import { Allow, Answers, CurrentPerson, Header, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { ChargesService } from './charges.service';

// RFC 9110: an entity tag, as we or a proxy wrote it; a bare number is understood too.
const IfMatch = z
  .string()
  .regex(/^(\*|(W\/)?"?\d{1,9}"?)$/, 'expected the version of the charge, as in "3"')
  .optional()
  .transform((tag) => (tag === undefined || tag === '*' ? undefined : Number(tag.replace(/\D/g, ''))));

@ApiTags('charges')
@Controller('api/spaces/:space/charges')
export class ChargesController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly charges: ChargesService,
  ) {}

  @Get()
  @Allow('charges:manage')
  @Answers('What residents pay every month (coordinators)', { schema: ChargeList }, 'not-signed-in', 'not-allowed', 'not-found')
  async list(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @RequestId() requestId: string,
  ): Promise<ChargeList> {
    return this.charges.list({ person, space: await this.spaces.find(ref), requestId });
  }

  @Post()
  @Allow('charges:manage')
  @Answers(
    'Add a monthly charge',
    { status: 201, schema: Charge },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'charge/months-closed',
    'period/too-far',
  )
  async create(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: ChargeDraft }) draft: ChargeDraft,
    @RequestId() requestId: string,
  ): Promise<Charge> {
    return this.charges.create({ person, space: await this.spaces.find(ref), requestId }, draft);
  }

  @Put(':id')
  @Allow('charges:manage')
  @ApiHeader({ name: 'If-Match', required: false, description: 'Version the edit is based on, as in "3"' })
  @Answers(
    'Write a charge anew; closed months stay as they are',
    { schema: Charge },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'charge/months-closed',
    'period/too-far',
    'stale-version',
  )
  async edit(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ChargeDraft }) draft: ChargeDraft,
    @Header('if-match', IfMatch) version: number | undefined,
    @RequestId() requestId: string,
  ): Promise<Charge> {
    return this.charges.edit({ person, space: await this.spaces.find(ref), requestId }, id, draft, version);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('charges:manage')
  @Answers('Remove a charge no closed statement rests on', { status: 204 }, 'not-signed-in', 'not-allowed', 'not-found', 'charge/used')
  async remove(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<void> {
    await this.charges.remove({ person, space: await this.spaces.find(ref), requestId }, id);
  }
}
