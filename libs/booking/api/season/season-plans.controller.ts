import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SeasonPlanView, SeasonPublication, SeasonRound, SeasonTieDecision } from '@bota/booking/domain';
import { Allow, Answers, CurrentPerson, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { SeasonPlansService } from './season-plans.service';
import { SeasonAdoptionService } from './season-adoption.service';

@ApiTags('season')
@Controller('api/spaces/:space/season-rounds/:id')
export class SeasonPlansController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly plans: SeasonPlansService,
    private readonly adoption: SeasonAdoptionService,
  ) {}

  @Get('plan')
  @Allow('season:read')
  @Answers(
    'The plan: who gets what, and why; computed anew for coordinators until it is published',
    { schema: SeasonPlanView },
    'not-signed-in',
    'not-allowed',
    'not-found',
  )
  async view(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
  ): Promise<SeasonPlanView> {
    return this.plans.view({ person, space: await this.spaces.find(ref) }, id);
  }

  @Post('tie')
  @HttpCode(200)
  @Allow('season:run')
  @Answers(
    'Say who has a tie (coordinators)',
    { schema: SeasonRound },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'season/not-open',
    'season/wishes-running',
    'season/no-such-tie',
  )
  async decide(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SeasonTieDecision }) body: SeasonTieDecision,
    @RequestId() requestId: string,
  ): Promise<SeasonRound> {
    return this.plans.decide({ person, space: await this.spaces.find(ref), requestId }, id, body);
  }

  @Post('lot')
  @HttpCode(200)
  @Allow('season:run')
  @Answers(
    'Draw all ties by a lot whose seed is logged (coordinators)',
    { schema: SeasonRound },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'season/not-open',
    'season/wishes-running',
    'season/no-ties',
  )
  async draw(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<SeasonRound> {
    return this.plans.draw({ person, space: await this.spaces.find(ref), requestId }, id);
  }

  @Post('publication')
  @HttpCode(200)
  @Allow('season:run')
  @Answers(
    'Publish the plan as it is, for appeals (coordinators)',
    { schema: SeasonRound },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'season/not-open',
    'season/wishes-running',
    'season/no-wishes',
    'season/ties-open',
    'season/dates-out-of-order',
  )
  async publish(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SeasonPublication }) body: SeasonPublication,
    @RequestId() requestId: string,
  ): Promise<SeasonRound> {
    return this.plans.publish({ person, space: await this.spaces.find(ref), requestId }, id, body);
  }

  @Post('adoption')
  @HttpCode(200)
  @Allow('season:run')
  @Answers(
    'Adopt the plan: its places become weekly bookings (coordinators)',
    { schema: SeasonRound },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'season/not-published',
    'season/appeals-waiting',
    'season/appeals-running',
    'season/ties-open',
    'busy',
  )
  async adopt(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<SeasonRound> {
    return this.adoption.adopt({ person, space: await this.spaces.find(ref), requestId }, id);
  }
}
