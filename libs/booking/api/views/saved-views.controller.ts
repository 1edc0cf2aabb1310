import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SavedView, SavedViewDraft, SavedViewEdit, SavedViewList } from '@bota/booking/domain';
import { Allow, Answers, CurrentPerson } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { SavedViews } from './saved-views.service';

@ApiTags('booking')
@Controller('api/spaces/:space/saved-views')
export class SavedViewsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly views: SavedViews,
  ) {}

  @Get()
  @Allow('booking:read')
  @Answers('Ways of looking at the agenda that I keep', { schema: SavedViewList }, 'not-signed-in', 'not-found')
  async list(@CurrentPerson() person: SignedIn, @Param('space', { schema: SpaceRef }) ref: string): Promise<SavedViewList> {
    return { items: await this.views.list(await this.owner(person, ref)) };
  }

  @Post()
  @Allow('booking:read')
  @Answers(
    'Keep a way of looking at the agenda',
    { status: 201, schema: SavedView },
    'not-signed-in',
    'not-found',
    'view/name-taken',
    'view/too-many',
  )
  async create(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: SavedViewDraft }) draft: SavedViewDraft,
  ): Promise<SavedView> {
    return this.views.create(await this.owner(person, ref), draft);
  }

  @Patch(':id')
  @Allow('booking:read')
  @Answers('Rename a view of mine, or open the agenda on it', { schema: SavedView }, 'not-signed-in', 'not-found', 'view/name-taken')
  async edit(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SavedViewEdit }) edit: SavedViewEdit,
  ): Promise<SavedView> {
    return this.views.edit(await this.owner(person, ref), id, edit);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('booking:read')
  @Answers('Forget a view of mine', { status: 204 }, 'not-signed-in', 'not-found')
  async remove(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
  ): Promise<void> {
    return this.views.remove(await this.owner(person, ref), id);
  }

  private owner = async ({ personId }: SignedIn, ref: string) => ({ spaceId: (await this.spaces.find(ref)).id, personId });
}
