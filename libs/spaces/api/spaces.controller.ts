import { Body, Controller, Delete, Get, Param, Patch, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, Answers, CurrentActor, CurrentPerson, Header, IfMatch, Public, RequestId } from '@bota/shared/api';
import { type Actor, type SignedIn, SpaceRef, Upload, UploadName } from '@bota/shared/domain';
import { Space, SpaceEdit, SpaceList } from '@bota/spaces/domain';
import { OF_A_CHANGE, PICTURES, sendPicture } from './changing';
import { HouseService } from './house.service';
import { spaceView } from './space.view';
import { SpacesService } from './spaces.service';

@ApiTags('spaces')
@Controller('api/spaces')
export class SpacesController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly house: HouseService,
  ) {}

  @Get()
  @Public('a place shows itself to its neighbours')
  @Answers('The spaces of this installation', { schema: SpaceList })
  async list(@CurrentActor() actor: Actor): Promise<{ items: Space[] }> {
    return { items: (await this.spaces.all()).map((space) => spaceView(space, actor)) };
  }

  @Get(':space')
  @Public('a place shows itself to its neighbours')
  @Answers('A space, by id or slug', { schema: Space }, 'not-found')
  async one(@CurrentActor() actor: Actor, @Param('space', { schema: SpaceRef }) ref: string): Promise<Space> {
    return spaceView(await this.spaces.find(ref), actor);
  }

  @Patch(':space')
  @Allow('house:configure')
  @ApiHeader({ name: 'If-Match', required: false, description: 'Version the edit is based on, as in "3"' })
  @Answers(
    'Change what the house says of itself (coordinators)',
    { schema: Space },
    ...OF_A_CHANGE,
    'space/unknown-zone',
    'space/zone-in-use',
    'stale-version',
  )
  async edit(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: SpaceEdit }) edit: SpaceEdit,
    @Header('if-match', IfMatch) version: number | undefined,
    @RequestId() requestId: string,
  ): Promise<Space> {
    const space = await this.spaces.find(ref);
    return spaceView(await this.house.edit({ person, space, requestId }, edit, version), person);
  }

  @Get(':space/logo')
  @Public('the sign of a house hangs outside')
  @Answers('The logo of the house, as a picture', { file: PICTURES }, 'not-found')
  async logo(@Param('space', { schema: SpaceRef }) ref: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return sendPicture(reply, await this.house.logoFile(await this.spaces.find(ref)));
  }

  @Put(':space/logo')
  @Allow('house:configure')
  @Answers('Show a logo (coordinators); the body is the picture', { schema: Space }, ...OF_A_CHANGE, 'file/not-what-it-says')
  async showLogo(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Query({ schema: UploadName }) { name }: UploadName,
    @Body({ schema: Upload(...PICTURES) }) file: File,
    @RequestId() requestId: string,
  ): Promise<Space> {
    const space = await this.spaces.find(ref);
    return spaceView(await this.house.logo({ person, space, requestId }, { file, name }), person);
  }

  @Delete(':space/logo')
  @Allow('house:configure')
  @Answers('Take the logo away (coordinators)', { schema: Space }, ...OF_A_CHANGE)
  async hideLogo(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @RequestId() requestId: string,
  ): Promise<Space> {
    const space = await this.spaces.find(ref);
    return spaceView(await this.house.logo({ person, space, requestId }, null), person);
  }
}
