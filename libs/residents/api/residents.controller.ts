import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Resident, ResidentList } from '@bota/residents/domain';
import { Answers, Public } from '@bota/shared/api';
import { SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { ResidentsService } from './residents.service';

@ApiTags('residents')
@Controller('api/spaces/:space/residents')
export class ResidentsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly residents: ResidentsService,
  ) {}

  @Get()
  @Public('who lives in the house stands on its door')
  @Answers('The organisations of the house', { schema: ResidentList }, 'not-found')
  async list(@Param('space', { schema: SpaceRef }) ref: string): Promise<{ items: Resident[] }> {
    return { items: await this.residents.list(await this.spaces.find(ref)) };
  }
}
