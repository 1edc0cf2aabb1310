import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Feed, FeedDraft, FeedList, NewFeed } from '@bota/booking/domain';
import { Allow, Answers, CurrentPerson, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { FeedsService } from './feeds.service';

@ApiTags('booking')
@Controller('api/spaces/:space/feeds')
export class FeedsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly feeds: FeedsService,
  ) {}

  @Get()
  @Allow('feed:manage')
  @Answers('My links to calendars of this house', { schema: FeedList }, 'not-signed-in', 'not-found')
  async list(@CurrentPerson() person: SignedIn, @Param('space', { schema: SpaceRef }) ref: string): Promise<{ items: Feed[] }> {
    return this.feeds.list(person, (await this.spaces.find(ref)).id);
  }

  @Post()
  @Allow('feed:manage')
  @Answers(
    'Make a secret link; it is told this once and shows what I may see whenever it is read',
    { status: 201, schema: NewFeed },
    'not-signed-in',
    'not-found',
    'room/unknown',
    'residency/unknown-organisation',
  )
  async create(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: FeedDraft }) draft: FeedDraft,
    @RequestId() requestId: string,
  ): Promise<NewFeed> {
    return this.feeds.create({ person, space: await this.spaces.find(ref), requestId }, draft);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('feed:manage')
  @Answers('Revoke a link of mine', { status: 204 }, 'not-signed-in', 'not-found')
  async revoke(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<void> {
    return this.feeds.revoke({ person, space: await this.spaces.find(ref), requestId }, id);
  }
}
