import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Mandate, MandateDraft, MandateEnding, MandateList } from '@bota/people/domain';
import { Allow, Answers, CurrentPerson, RequestId, sendFile } from '@bota/shared/api';
import { Id, type SignedIn, Upload, UploadName } from '@bota/shared/domain';
import { MandatesService } from './mandates.service';

const EVIDENCE = ['application/pdf', 'image/png', 'image/jpeg'] as const;

@ApiTags('people')
@Controller('api/organisations/:organisation/mandates')
export class MandatesController {
  constructor(private readonly mandates: MandatesService) {}

  @Get()
  @Allow('mandate:read')
  @Answers(
    'Who may bind an organisation, now, later and before (its members, coordinators)',
    { schema: MandateList },
    'not-signed-in',
    'not-allowed',
    'not-found',
  )
  list(@CurrentPerson() person: SignedIn, @Param('organisation', { schema: Id }) organisation: string): Promise<MandateList> {
    return this.mandates.list(person, organisation);
  }

  @Post()
  @Allow('mandate:manage')
  @Answers(
    'Record a mandate (admins of the organisation)',
    { status: 201, schema: Mandate },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'mandate/not-a-member',
  )
  record(
    @CurrentPerson() person: SignedIn,
    @Param('organisation', { schema: Id }) organisation: string,
    @Body({ schema: MandateDraft }) draft: MandateDraft,
    @RequestId() requestId: string,
  ): Promise<Mandate> {
    return this.mandates.record({ person, requestId }, organisation, draft);
  }

  @Post(':id/ending')
  @HttpCode(200)
  @Allow('mandate:manage')
  @Answers(
    'End a mandate with a last day, today or later; it stays in the record',
    { schema: Mandate },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'mandate/ended',
    'mandate/ends-in-the-past',
  )
  end(
    @CurrentPerson() person: SignedIn,
    @Param('organisation', { schema: Id }) organisationId: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: MandateEnding }) { lastDay }: MandateEnding,
    @RequestId() requestId: string,
  ): Promise<Mandate> {
    return this.mandates.end({ person, requestId }, { organisationId, id }, lastDay);
  }

  @Put(':id/evidence')
  @Allow('mandate:manage')
  @Answers(
    'Keep the evidence of a mandate, once: PDF, PNG or JPEG as the whole body',
    { schema: Mandate },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'mandate/has-evidence',
    'file/not-what-it-says',
    'payload-too-large',
    'unsupported-media-type',
  )
  attach(
    @CurrentPerson() person: SignedIn,
    @Param('organisation', { schema: Id }) organisationId: string,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: UploadName }) { name }: UploadName,
    @Body({ schema: Upload(...EVIDENCE) }) file: File,
    @RequestId() requestId: string,
  ): Promise<Mandate> {
    return this.mandates.attach({ person, requestId }, { organisationId, id }, { file, name });
  }

  @Get(':id/evidence')
  @Allow('mandate:read')
  @Answers('The evidence of a mandate, as a file to keep', { file: EVIDENCE }, 'not-signed-in', 'not-allowed', 'not-found')
  async evidence(
    @CurrentPerson() person: SignedIn,
    @Param('organisation', { schema: Id }) organisationId: string,
    @Param('id', { schema: Id }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    return sendFile(reply, await this.mandates.evidence(person, { organisationId, id }), 'attachment');
  }
}
