import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LogPage, LogQuery } from '@bota/residents/domain';
import { Allow, Answers, CurrentPerson } from '@bota/shared/api';
import { type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { LogService } from './log.service';

@ApiTags('residents')
@Controller('api/spaces/:space/log')
export class LogController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly log: LogService,
  ) {}

  @Get()
  @Allow('log:read')
  @Answers(
    'What was done in the house, by person, entity, kind and time (coordinators)',
    { schema: LogPage },
    'not-signed-in',
    'not-allowed',
    'not-found',
  )
  async search(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Query({ schema: LogQuery }) query: LogQuery,
  ): Promise<LogPage> {
    return this.log.search(person, await this.spaces.find(ref), query);
  }
}
