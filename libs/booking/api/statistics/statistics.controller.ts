import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Statistics, StatisticsFileQuery, StatisticsQuery, StatisticsTable } from '@bota/booking/domain';
import { Allow, Answers, CurrentPerson, type RefusalCode } from '@bota/shared/api';
import { type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { StatisticsService } from './statistics.service';

const REFUSALS: RefusalCode[] = ['not-signed-in', 'not-allowed', 'not-found', 'booking/unknown-room'];

@ApiTags('booking')
@Controller('api/spaces/:space/statistics')
export class StatisticsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly statistics: StatisticsService,
  ) {}

  @Get()
  @Allow('statistics:read')
  @Answers('How the house was used (its team)', { schema: Statistics }, ...REFUSALS)
  async read(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Query({ schema: StatisticsQuery }) query: StatisticsQuery,
  ): Promise<Statistics> {
    return this.statistics.read(person, await this.spaces.find(ref), query);
  }

  @Get(':table/csv')
  @Allow('statistics:read')
  @Answers('One table of it as CSV, in the reader’s language (its team)', { file: ['text/csv'] }, ...REFUSALS)
  async csv(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('table', { schema: StatisticsTable }) table: StatisticsTable,
    @Query({ schema: StatisticsFileQuery }) query: StatisticsFileQuery,
  ): Promise<StreamableFile> {
    const { bytes, name } = await this.statistics.csv(person, await this.spaces.find(ref), table, query);
    return new StreamableFile(bytes, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${name}"`,
      length: bytes.length,
    });
  }
}
