import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, Answers, CurrentPerson, Public, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef, Upload, UploadName } from '@bota/shared/domain';
import { Floor, FloorDraft, FloorEdit } from '@bota/spaces/domain';
import { OF_A_CHANGE, PICTURES, sendPicture } from './changing';
import { FloorsService } from './floors.service';
import { SpacesService } from './spaces.service';

@ApiTags('spaces')
@Controller('api/spaces/:space/floors')
export class FloorsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly floors: FloorsService,
  ) {}

  @Post()
  @Allow('house:configure')
  @Answers('Add a floor (coordinators)', { status: 201, schema: Floor }, ...OF_A_CHANGE, 'floor/level-taken')
  async add(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: FloorDraft }) draft: FloorDraft,
    @RequestId() requestId: string,
  ): Promise<Floor> {
    return this.floors.add({ person, space: await this.spaces.find(ref), requestId }, draft);
  }

  @Patch(':id')
  @Allow('house:configure')
  @Answers('Rename, move or measure a floor (coordinators)', { schema: Floor }, ...OF_A_CHANGE, 'floor/level-taken')
  async edit(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: FloorEdit }) edit: FloorEdit,
    @RequestId() requestId: string,
  ): Promise<Floor> {
    return this.floors.edit({ person, space: await this.spaces.find(ref), requestId }, id, edit);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('house:configure')
  @Answers('Remove a floor without rooms (coordinators)', { status: 204 }, ...OF_A_CHANGE, 'floor/not-empty')
  async remove(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<void> {
    await this.floors.remove({ person, space: await this.spaces.find(ref), requestId }, id);
  }

  @Get(':id/drawing')
  @Public('the plan of a house hangs at its entrance')
  @Answers('The drawing of a floor, as a picture', { file: PICTURES }, 'not-found')
  async drawing(
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    return sendPicture(reply, await this.floors.drawing(await this.spaces.find(ref), id));
  }

  @Put(':id/drawing')
  @HttpCode(204)
  @Allow('house:configure')
  @Answers(
    'Lay a drawing under the rooms (coordinators); the body is the picture',
    { status: 204 },
    ...OF_A_CHANGE,
    'file/not-what-it-says',
  )
  async draw(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: UploadName }) { name }: UploadName,
    @Body({ schema: Upload(...PICTURES) }) file: File,
    @RequestId() requestId: string,
  ): Promise<void> {
    await this.floors.draw({ person, space: await this.spaces.find(ref), requestId }, id, { file, name });
  }

  @Delete(':id/drawing')
  @HttpCode(204)
  @Allow('house:configure')
  @Answers('Take the drawing away (coordinators)', { status: 204 }, ...OF_A_CHANGE)
  async undraw(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<void> {
    await this.floors.draw({ person, space: await this.spaces.find(ref), requestId }, id, null);
  }
}
