import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DisplayDraft, DisplayEdit, DisplayList } from '@bota/booking/domain';
import { Allow, Answers, CurrentPerson, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { DisplaysService } from './displays.service';

@ApiTags('displays')
@Controller('api/spaces/:space/displays')
export class DisplaysController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly displays: DisplaysService,
  ) {}

  @Get()
  @Allow('display:manage')
  @Answers('The screens of the house, and when each was last seen', { schema: DisplayList }, 'not-signed-in', 'not-allowed', 'not-found')
  async list(@CurrentPerson() person: SignedIn, @Param('space', { schema: SpaceRef }) ref: string): Promise<DisplayList> {
    return this.displays.list(person, (await this.spaces.find(ref)).id);
  }

  @Post()
  @Allow('display:manage')
  @Answers(
    'Pair the screen that shows this code',
    { status: 201, schema: DisplayList },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'room/unknown',
    'display/code-unknown',
    'too-many-attempts',
  )
  async pair(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: DisplayDraft }) draft: DisplayDraft,
    @RequestId() requestId: string,
  ): Promise<DisplayList> {
    return this.displays.pair({ person, space: await this.spaces.find(ref), requestId }, draft);
  }

  @Put(':id')
  @Allow('display:manage')
  @Answers(
    'Give a screen another name, language, or what it shows; it follows at once',
    { schema: DisplayList },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'room/unknown',
  )
  async change(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DisplayEdit }) edit: DisplayEdit,
    @RequestId() requestId: string,
  ): Promise<DisplayList> {
    return this.displays.change({ person, space: await this.spaces.find(ref), requestId }, id, edit);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('display:manage')
  @Answers('Take a screen out of the house, at once', { status: 204 }, 'not-signed-in', 'not-allowed', 'not-found')
  async revoke(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<void> {
    await this.displays.revoke({ person, space: await this.spaces.find(ref), requestId }, id);
  }
}
