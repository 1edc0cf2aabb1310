import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DocumentQuery, Month, Statement, StatementList } from '@bota/residents/domain';
import { Allow, Answers, CurrentPerson, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { sent } from './documents';
import { StatementsService } from './statements.service';

@ApiTags('charges')
@Controller('api/spaces/:space/statements/:organisation')
export class StatementsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly statements: StatementsService,
  ) {}

  @Get()
  @Allow('statement:read')
  @Answers(
    'Statements and drafts of an organisation, latest first (its admins, coordinators)',
    { schema: StatementList },
    'not-signed-in',
    'not-allowed',
    'not-found',
  )
  async list(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('organisation', { schema: Id }) organisation: string,
    @RequestId() requestId: string,
  ): Promise<StatementList> {
    return this.statements.list({ person, space: await this.spaces.find(ref), requestId }, organisation);
  }

  @Get(':month')
  @Allow('statement:read')
  @Answers(
    'A statement with its lines; a draft until its month is closed',
    { schema: Statement },
    'not-signed-in',
    'not-allowed',
    'not-found',
  )
  async one(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('organisation', { schema: Id }) organisation: string,
    @Param('month', { schema: Month }) month: string,
    @RequestId() requestId: string,
  ): Promise<Statement> {
    return this.statements.one({ person, space: await this.spaces.find(ref), requestId }, organisation, month);
  }

  @Get(':month/pdf')
  @Allow('statement:read')
  @Answers('A statement as PDF, in the reader’s language', { file: ['application/pdf'] }, 'not-signed-in', 'not-allowed', 'not-found')
  async pdf(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('organisation', { schema: Id }) organisation: string,
    @Param('month', { schema: Month }) month: string,
    @Query({ schema: DocumentQuery }) { language }: DocumentQuery,
    @RequestId() requestId: string,
  ): Promise<StreamableFile> {
    const asking = { person, space: await this.spaces.find(ref), requestId };
    return sent(await this.statements.pdf(asking, organisation, month, language), 'application/pdf');
  }

  @Get(':month/csv')
  @Allow('statement:read')
  @Answers('A statement as CSV, in the reader’s language', { file: ['text/csv'] }, 'not-signed-in', 'not-allowed', 'not-found')
  async csv(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('organisation', { schema: Id }) organisation: string,
    @Param('month', { schema: Month }) month: string,
    @Query({ schema: DocumentQuery }) { language }: DocumentQuery,
    @RequestId() requestId: string,
  ): Promise<StreamableFile> {
    const asking = { person, space: await this.spaces.find(ref), requestId };
    return sent(await this.statements.csv(asking, organisation, month, language), 'text/csv; charset=utf-8');
  }
}
