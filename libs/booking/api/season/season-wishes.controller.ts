import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SeasonWish, SeasonWishDraft, SeasonWishEdit, SeasonWishList, SeasonWishOrder } from '@bota/booking/domain';
import { Allow, Answers, CurrentPerson, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { SeasonWishesService } from './season-wishes.service';

@ApiTags('season')
@Controller('api/spaces/:space/season-rounds/:id')
export class SeasonWishesController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly wishes: SeasonWishesService,
  ) {}

  @Get('wishes')
  @Allow('season:read')
  @Answers(
    'Wishes of a round: one’s own, all once the plan is published or for coordinators',
    { schema: SeasonWishList },
    'not-signed-in',
    'not-allowed',
    'not-found',
  )
  async list(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
  ): Promise<SeasonWishList> {
    return this.wishes.list({ person, space: await this.spaces.find(ref) }, id);
  }

  @Post('wishes')
  @Allow('season:wish')
  @Answers(
    'Wish for a weekly place in the name of an organisation',
    { status: 201, schema: SeasonWish },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'season/not-open',
    'season/wishes-over',
    'season/too-many-wishes',
    'season/not-resident',
    'season/unknown-room',
  )
  async file(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SeasonWishDraft }) body: SeasonWishDraft,
    @RequestId() requestId: string,
  ): Promise<SeasonWish> {
    return this.wishes.file({ person, space: await this.spaces.find(ref), requestId }, id, body);
  }

  @Put('wishes/:wish')
  @Allow('season:wish')
  @Answers(
    'Change a wish while the round is open',
    { schema: SeasonWish },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'season/not-open',
    'season/wishes-over',
    'season/unknown-room',
  )
  async edit(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Param('wish', { schema: Id }) wish: string,
    @Body({ schema: SeasonWishEdit }) body: SeasonWishEdit,
    @RequestId() requestId: string,
  ): Promise<SeasonWish> {
    return this.wishes.edit({ person, space: await this.spaces.find(ref), requestId }, id, wish, body);
  }

  @Delete('wishes/:wish')
  @HttpCode(204)
  @Allow('season:wish')
  @Answers(
    'Withdraw a wish while the round is open',
    { status: 204 },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'season/not-open',
    'season/wishes-over',
  )
  async withdraw(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Param('wish', { schema: Id }) wish: string,
    @RequestId() requestId: string,
  ): Promise<void> {
    return this.wishes.withdraw({ person, space: await this.spaces.find(ref), requestId }, id, wish);
  }

  @Put('wish-order')
  @Allow('season:wish')
  @Answers(
    'Say which need of an organisation comes first',
    { schema: SeasonWishList },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'season/not-open',
    'season/wishes-over',
    'season/wish-order',
  )
  async order(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SeasonWishOrder }) body: SeasonWishOrder,
    @RequestId() requestId: string,
  ): Promise<SeasonWishList> {
    return this.wishes.order({ person, space: await this.spaces.find(ref), requestId }, id, body);
  }
}
