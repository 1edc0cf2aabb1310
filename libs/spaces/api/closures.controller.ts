import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Answers, CurrentPerson, Public, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { ClosureList, ClosureQuery } from '@bota/spaces/domain';
import { OF_A_CHANGE } from './changing';
import { ClosuresService } from './closures.service';
import { SpacesService } from './spaces.service';

/** Closing belongs to who knows what is booked there: see `ClosingsController`. */
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
