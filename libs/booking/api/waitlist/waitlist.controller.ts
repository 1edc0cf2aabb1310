import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { WaitlistDraft, WaitlistEntry, WaitlistList } from '@bota/booking/domain';
import { Allow, Answers, CurrentPerson, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { Waitlist } from './waitlist.service';

@ApiTags('booking')
@Controller('api/spaces/:space/waitlist')
export class WaitlistController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly waitlist: Waitlist,
  ) {}

  @Get()
  @Allow('booking:read')
  @Answers('What I wait for in this house', { schema: WaitlistList }, 'not-signed-in', 'not-found')
  async mine(@CurrentPerson() person: SignedIn, @Param('space', { schema: SpaceRef }) ref: string): Promise<WaitlistList> {
    return { items: await this.waitlist.mine({ person, space: await this.spaces.find(ref) }) };
  }

  @Get('all')
  @Allow('booking:decide')
  @Answers(
    'Who waits for what, in the order in which they are served',
    { schema: WaitlistList },
    'not-signed-in',
    'not-allowed',
    'not-found',
  )
  async all(@CurrentPerson() person: SignedIn, @Param('space', { schema: SpaceRef }) ref: string): Promise<WaitlistList> {
    return { items: await this.waitlist.all({ person, space: await this.spaces.find(ref) }) };
  }

  @Post()
  @Allow('booking:create')
  @Answers(
    'Wait for rooms that others have: when they come free they are kept for me for a while',
    { status: 201, schema: WaitlistEntry },
    'not-signed-in',
    'booking/not-your-organisation',
    'not-found',
    'booking/refused',
    'booking/organisation-not-resident',
    'waitlist/free',
    'waitlist/already',
    'waitlist/too-late',
    'waitlist/too-many',
    'booking/ends-before-it-starts',
    'booking/unknown-room',
    'booking/unknown-layout',
  )
  async join(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: WaitlistDraft }) draft: WaitlistDraft,
    @RequestId() requestId: string,
  ): Promise<WaitlistEntry> {
    return this.waitlist.join({ person, space: await this.spaces.find(ref), requestId }, draft);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('waitlist:leave')
  @Answers('Wait no longer; coordinators take anybody off the list', { status: 204 }, 'not-signed-in', 'not-found')
  async leave(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<void> {
    return this.waitlist.leave({ person, space: await this.spaces.find(ref), requestId }, id);
  }
}
