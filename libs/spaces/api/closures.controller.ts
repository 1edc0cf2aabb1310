import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Answers, CurrentPerson, Public, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { ClosureDraft, ClosureList, ClosureQuery } from '@bota/spaces/domain';
import { OF_A_CHANGE } from './changing';
import { ClosuresService } from './closures.service';
import { SpacesService } from './spaces.service';

@ApiTags('spaces')
@Controller('api/spaces/:space/closures')
export class ClosuresController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly closures: ClosuresService,
  ) {}

  @Get()
  @Public('when the house is closed stands on its door')
  @Answers('Closures of the house and its rooms, soonest first', { schema: ClosureList }, 'not-found')
  async list(
    @Param('space', { schema: SpaceRef }) ref: string,
    @Query({ schema: ClosureQuery }) { from }: ClosureQuery,
  ): Promise<ClosureList> {
    return { items: await this.closures.list(await this.spaces.find(ref), from) };
  }

  @Post()
  @Allow('house:configure')
  @Answers(
    'Close the house, or some rooms (coordinators); bookings stay, and say that they stand in a closure',
    { status: 201, schema: ClosureList },
    ...OF_A_CHANGE,
    'closure/ends-before-it-starts',
    'closure/over',
    'closure/already',
    'room/unknown',
  )
  async add(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: ClosureDraft }) draft: ClosureDraft,
    @RequestId() requestId: string,
  ): Promise<ClosureList> {
    return { items: await this.closures.add({ person, space: await this.spaces.find(ref), requestId }, draft) };
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('house:configure')
  @Answers('Open again (coordinators)', { status: 204 }, ...OF_A_CHANGE)
  async remove(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<void> {
    await this.closures.remove({ person, space: await this.spaces.find(ref), requestId }, id);
  }
}
