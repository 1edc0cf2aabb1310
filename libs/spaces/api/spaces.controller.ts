import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Answers, CurrentActor, CurrentPerson, Public, RequestId } from '@bota/shared/api';
import { type Actor, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { Room, RoomDraft, RoomList, Space, SpaceList } from '@bota/spaces/domain';
import { RoomsService } from './rooms.service';
import { spaceView } from './space.view';
import { SpacesService } from './spaces.service';

@ApiTags('spaces')
@Controller('api/spaces')
export class SpacesController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly rooms: RoomsService,
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

  @Get(':space/rooms')
  @Public('the rooms of a house are no secret')
  @Answers('Rooms and floors, in display order', { schema: RoomList }, 'not-found')
  async roomList(@Param('space', { schema: SpaceRef }) ref: string): Promise<RoomList> {
    return this.rooms.list((await this.spaces.find(ref)).id);
  }

  @Post(':space/rooms')
  @Allow('house:configure')
  @Answers(
    'Add a room (coordinators)',
    { status: 201, schema: Room },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'space/slug-taken',
    'room/unknown-part',
    'room/unknown-floor',
  )
  async addRoom(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: RoomDraft }) draft: RoomDraft,
    @RequestId() requestId: string,
  ): Promise<Room> {
    return this.rooms.create(person, await this.spaces.find(ref), draft, requestId);
  }
}
