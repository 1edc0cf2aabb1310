import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DaySheet, DaySheetQuery } from '@bota/booking/domain';
import { Allow, Answers, CurrentPerson } from '@bota/shared/api';
import { LocalDate, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { DaySheets } from './day-sheets.service';

@ApiTags('booking')
@Controller('api/spaces/:space/day-sheets/:date')
export class DaySheetsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly sheets: DaySheets,
  ) {}

  @Get()
  @Allow('day-sheet:read')
  @Answers(
    'What a day needs: who opens, each room in order, who closes (coordinators)',
    { schema: DaySheet },
    'not-signed-in',
    'not-allowed',
    'not-found',
  )
  async read(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('date', { schema: LocalDate }) date: string,
  ): Promise<DaySheet> {
    return this.sheets.read({ person, space: await this.spaces.find(ref) }, date);
  }

  @Get('pdf')
  @Allow('day-sheet:read')
  @Answers('The same on paper, in the reader’s language', { file: ['application/pdf'] }, 'not-signed-in', 'not-allowed', 'not-found')
  async pdf(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('date', { schema: LocalDate }) date: string,
    @Query({ schema: DaySheetQuery }) { language }: DaySheetQuery,
  ): Promise<StreamableFile> {
    const { bytes, name } = await this.sheets.pdf({ person, space: await this.spaces.find(ref) }, date, language);
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `attachment; filename="${name}"`, length: bytes.length });
  }
}
