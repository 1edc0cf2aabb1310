import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Plan } from '@bota/residents/domain';
import { Answers, Public } from '@bota/shared/api';
import { SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { PlanService } from './plan.service';

@ApiTags('residents')
@Controller('api/spaces/:space/plan')
export class PlanController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly plan: PlanService,
  ) {}

  @Get()
  @Public('the plan of a house hangs at its entrance, with the names of who sits where')
  @Answers('The floors as they are drawn, and who sits where', { schema: Plan }, 'not-found')
  async of(@Param('space', { schema: SpaceRef }) ref: string): Promise<Plan> {
    return this.plan.of(await this.spaces.find(ref));
  }
}
