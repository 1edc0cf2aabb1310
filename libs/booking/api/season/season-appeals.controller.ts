import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SeasonAppeal, SeasonAppealAnswer, SeasonAppealDraft, SeasonAppealList } from '@bota/booking/domain';
import { Allow, Answers, CurrentPerson, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { SeasonAppealsService } from './season-appeals.service';

@ApiTags('season')
@Controller('api/spaces/:space')
export class SeasonAppealsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly appeals: SeasonAppealsService,
  ) {}

  @Get('season-rounds/:id/appeals')
  @Allow('season:read')
  @Answers(
    'Appeals of a round: those of one’s organisations, all for coordinators',
    { schema: SeasonAppealList },
    'not-signed-in',
    'not-allowed',
    'not-found',
  )
  async list(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
  ): Promise<SeasonAppealList> {
    return this.appeals.list({ person, space: await this.spaces.find(ref) }, id);
  }

  @Post('season-rounds/:id/appeals')
  @Allow('season:wish')
  @Answers(
    'Appeal against the result of a wish',
    { status: 201, schema: SeasonAppeal },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'season/not-published',
    'season/appeals-over',
    'season/already-appealed',
  )
  async file(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SeasonAppealDraft }) body: SeasonAppealDraft,
    @RequestId() requestId: string,
  ): Promise<SeasonAppeal> {
    return this.appeals.file({ person, space: await this.spaces.find(ref), requestId }, id, body);
  }

  @Post('season-appeals/:id/answer')
  @HttpCode(200)
  @Allow('season:run')
  @Answers(
    'Accept an appeal with another place, or decline it with a reason (coordinators)',
    { schema: SeasonAppeal },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'season/appeal-answered',
    'season/not-published',
    'season/slot-given',
    'season/slot-refused',
    'season/unknown-room',
  )
  async answer(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SeasonAppealAnswer }) body: SeasonAppealAnswer,
    @RequestId() requestId: string,
  ): Promise<SeasonAppeal> {
    return this.appeals.answer({ person, space: await this.spaces.find(ref), requestId }, id, body);
  }
}
