import { Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DocumentQuery, Month, PeriodDetail, PeriodList } from '@bota/residents/domain';
import { Allow, Answers, CurrentPerson, RequestId } from '@bota/shared/api';
import { type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { ClosingService } from './closing.service';
import { sent } from './documents';
import { PeriodsService } from './periods.service';
import { StatementsService } from './statements.service';

@ApiTags('charges')
@Controller('api/spaces/:space/periods')
export class PeriodsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly periods: PeriodsService,
    private readonly closing: ClosingService,
    private readonly statements: StatementsService,
  ) {}

  @Get()
  @Allow('charges:manage')
  @Answers('The months of the house, latest first (coordinators)', { schema: PeriodList }, 'not-signed-in', 'not-allowed', 'not-found')
  async list(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @RequestId() requestId: string,
  ): Promise<PeriodList> {
    return this.periods.list({ person, space: await this.spaces.find(ref), requestId });
  }

  @Get(':month')
  @Allow('charges:manage')
  @Answers(
    'The statements of a month, organisation by organisation (coordinators)',
    { schema: PeriodDetail },
    'not-signed-in',
    'not-allowed',
    'not-found',
  )
  async one(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('month', { schema: Month }) month: string,
    @RequestId() requestId: string,
  ): Promise<PeriodDetail> {
    return this.periods.one({ person, space: await this.spaces.find(ref), requestId }, month);
  }

  @Get(':month/csv')
  @Allow('charges:manage')
  @Answers('All lines of a month as CSV (coordinators)', { file: ['text/csv'] }, 'not-signed-in', 'not-allowed', 'not-found')
  async csv(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('month', { schema: Month }) month: string,
    @Query({ schema: DocumentQuery }) { language }: DocumentQuery,
    @RequestId() requestId: string,
  ): Promise<StreamableFile> {
    const asking = { person, space: await this.spaces.find(ref), requestId };
    return sent(await this.statements.csvOfMonth(asking, month, language), 'text/csv; charset=utf-8');
  }

  @Post(':month/closing')
  @Allow('charges:manage')
  @Answers(
    'Close a month that has ended: its statements are numbered, frozen, and never change',
    { status: 201, schema: PeriodDetail },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'period/already-closed',
    'period/not-ended',
    'period/out-of-order',
  )
  async close(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('month', { schema: Month }) month: string,
    @RequestId() requestId: string,
  ): Promise<PeriodDetail> {
    const asking = { person, space: await this.spaces.find(ref), requestId };
    await this.closing.close(asking, month);
    return this.periods.one(asking, month);
  }
}
