import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Allow, Answers, CurrentPerson, Header, IfMatch, Public, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { ManagedRoom, ManagedRoomList, Room, RoomDraft, RoomEdit, RoomList, RoomOrder } from '@bota/spaces/domain';
import { OF_A_CHANGE } from './changing';
import { RoomsEdits } from './rooms.edits';
import { RoomsService } from './rooms.service';
import { SpacesService } from './spaces.service';

@ApiTags('spaces')
@Controller('api/spaces/:space')
export class RoomsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly rooms: RoomsService,
    private readonly edits: RoomsEdits,
  ) {}

  @Get('rooms')
  @Public('the rooms of a house are no secret')
  @Answers('Rooms, offices and floors, in display order', { schema: RoomList }, 'not-found')
  async list(@Param('space', { schema: SpaceRef }) ref: string): Promise<RoomList> {
    return this.rooms.list((await this.spaces.find(ref)).id);
  }

  @Get('managed-rooms')
  @Allow('house:configure')
  @Answers('Rooms with their own rules, archived ones too (coordinators)', { schema: ManagedRoomList }, ...OF_A_CHANGE)
  async managed(@CurrentPerson() person: SignedIn, @Param('space', { schema: SpaceRef }) ref: string): Promise<ManagedRoomList> {
    return this.rooms.managed(person, await this.spaces.find(ref));
  }

  @Post('rooms')
  @Allow('house:configure')
  @Answers(
    'Add a room or an office (coordinators)',
    { status: 201, schema: Room },
    ...OF_A_CHANGE,
    'space/slug-taken',
    'room/name-taken',
    'room/unknown-part',
    'room/unknown-floor',
    'room/outside-floor',
  )
  async add(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: RoomDraft }) draft: RoomDraft,
    @RequestId() requestId: string,
  ): Promise<Room> {
    return this.rooms.create(person, await this.spaces.find(ref), draft, requestId);
  }

  @Patch('rooms/:id')
  @Allow('house:configure')
  @ApiHeader({ name: 'If-Match', required: false, description: 'Version the edit is based on, as in "3"' })
  @Answers(
    'Change a room (coordinators); its bookings stay as they are',
    { schema: ManagedRoom },
    ...OF_A_CHANGE,
    'room/has-bookings',
    'room/occupied',
    'room/desks-occupied',
    'room/name-taken',
    'stale-version',
    'room/outside-floor',
    'room/unknown-floor',
    'room/unknown-part',
    'room/part-of-itself',
  )
  async edit(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RoomEdit }) edit: RoomEdit,
    @Header('if-match', IfMatch) version: number | undefined,
    @RequestId() requestId: string,
  ): Promise<ManagedRoom> {
    return this.edits.edit({ person, space: await this.spaces.find(ref), requestId }, id, edit, version);
  }

  @Put('rooms/:id/archiving')
  @Allow('house:configure')
  @Answers(
    'Take a room out of use (coordinators); its history stays',
    { schema: ManagedRoom },
    ...OF_A_CHANGE,
    'room/has-bookings',
    'room/occupied',
    'room/part-of-whole',
  )
  async archive(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<ManagedRoom> {
    return this.edits.archive({ person, space: await this.spaces.find(ref), requestId }, id);
  }

  @Delete('rooms/:id/archiving')
  @Allow('house:configure')
  @Answers('Take a room into use again (coordinators)', { schema: ManagedRoom }, ...OF_A_CHANGE, 'room/unknown-part', 'room/name-taken')
  async restore(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<ManagedRoom> {
    return this.edits.restore({ person, space: await this.spaces.find(ref), requestId }, id);
  }

  @Put('room-order')
  @HttpCode(204)
  @Allow('house:configure')
  @Answers('Put rooms in order (coordinators)', { status: 204 }, ...OF_A_CHANGE, 'room/unknown')
  async order(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: RoomOrder }) { roomIds }: RoomOrder,
    @RequestId() requestId: string,
  ): Promise<void> {
    await this.edits.order({ person, space: await this.spaces.find(ref), requestId }, roomIds);
  }
}
