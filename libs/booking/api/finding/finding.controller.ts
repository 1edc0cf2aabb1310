import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FindablePeople, RoomFindingQuery, RoomFindings, TimeFindingQuery, TimeFindings } from '@bota/booking/domain';
import { Allow, Answers, CurrentActor, CurrentPerson, Public } from '@bota/shared/api';
import { type Actor, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { Finding } from './finding.service';

@ApiTags('booking')
@Controller('api/spaces/:space')
export class FindingController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly finding: Finding,
  ) {}

  @Get('room-finding')
  @Public('whether a room is free stands in the public agenda')
  @Answers('Rooms for a time, the best first, and those that nearly fit', { schema: RoomFindings }, 'not-found', 'invalid-input')
  async rooms(
    @CurrentActor() actor: Actor,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Query({ schema: RoomFindingQuery }) query: RoomFindingQuery,
  ): Promise<RoomFindings> {
    return this.finding.rooms(actor, await this.spaces.find(ref), query);
  }

  @Get('time-finding')
  @Public('whether a room is free stands in the public agenda; people are found by those of their own organisations only')
  @Answers(
    'Times for rooms, and for people of one’s own organisations',
    { schema: TimeFindings },
    'not-found',
    'invalid-input',
    'booking/unknown-room',
    'finding/unknown-person',
  )
  async times(
    @CurrentActor() actor: Actor,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Query({ schema: TimeFindingQuery }) query: TimeFindingQuery,
  ): Promise<TimeFindings> {
    return this.finding.times(actor, await this.spaces.find(ref), query);
  }

  @Get('time-finding/people')
  @Allow('booking:read')
  @Answers('Whom one may find a time with: the people of one’s own organisations', { schema: FindablePeople }, 'not-signed-in', 'not-found')
  async people(@CurrentPerson() person: SignedIn, @Param('space', { schema: SpaceRef }) ref: string): Promise<FindablePeople> {
    await this.spaces.find(ref);
    return this.finding.people(person);
  }
}
