import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HeldInvitationList, HeldLetters, ImportConfirmation, ImportQuery, ImportReport, ImportResult } from '@bota/residents/domain';
import { Allow, Answers, CurrentPerson, type RefusalCode, RequestId } from '@bota/shared/api';
import { type SignedIn, SpaceRef, Upload } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { ImportsService } from './imports.service';

const Sheet = Upload('text/csv');
const OF_A_SHEET: RefusalCode[] = [
  'not-signed-in',
  'not-allowed',
  'not-found',
  'payload-too-large',
  'unsupported-media-type',
  'import/unreadable',
  'import/workbook',
  'import/empty',
  'import/too-large',
];

@ApiTags('residents')
@Controller('api/spaces/:space/imports')
export class ImportsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly imports: ImportsService,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @Allow('house:import')
  @Answers(
    'What a sheet of residents or people would do, row by row; nothing is written (coordinators)',
    { schema: ImportReport },
    ...OF_A_SHEET,
  )
  async preview(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Query({ schema: ImportQuery }) query: ImportQuery,
    @Body({ schema: Sheet }) file: File,
  ): Promise<ImportReport> {
    return this.imports.preview({ person, space: await this.spaces.find(ref) }, file, query);
  }

  @Post()
  @HttpCode(200)
  @Allow('house:import')
  @Answers(
    'Import what was agreed to, all of it or nothing; people are invited, not given accounts (coordinators)',
    { schema: ImportResult },
    ...OF_A_SHEET,
    'import/changed',
    'import/nothing',
    'too-many-attempts',
  )
  async confirm(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Query({ schema: ImportConfirmation }) confirmation: ImportConfirmation,
    @Body({ schema: Sheet }) file: File,
    @RequestId() requestId: string,
  ): Promise<ImportResult> {
    return this.imports.confirm({ person, space: await this.spaces.find(ref), requestId }, file, confirmation);
  }

  @Get('held')
  @Allow('house:import')
  @Answers(
    'Imported people nobody has written to yet (coordinators)',
    { schema: HeldInvitationList },
    'not-signed-in',
    'not-allowed',
    'not-found',
  )
  async held(@CurrentPerson() person: SignedIn, @Param('space', { schema: SpaceRef }) ref: string): Promise<HeldInvitationList> {
    return this.imports.held({ person, space: await this.spaces.find(ref) });
  }

  @Post('held/letters')
  @HttpCode(200)
  @Allow('house:import')
  @Answers(
    'Write to everybody imported and not invited yet (coordinators)',
    { schema: HeldLetters },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'too-many-attempts',
  )
  async sendHeld(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @RequestId() requestId: string,
  ): Promise<HeldLetters> {
    return this.imports.sendHeld({ person, space: await this.spaces.find(ref), requestId });
  }
}
