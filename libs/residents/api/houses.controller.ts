import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Answers, CurrentPerson, RequestId } from '@bota/shared/api';
import type { SignedIn } from '@bota/shared/domain';
import { spaceView } from '@bota/spaces/api';
import { Space, SpaceDraft } from '@bota/spaces/domain';
import { HousesService } from './houses.service';

/** A space begins with a resident, its own coordination: hence here, above spaces and residents. */
@ApiTags('spaces')
@Controller('api/spaces')
export class HousesController {
  constructor(private readonly houses: HousesService) {}

  @Post()
  @Allow('space:create')
  @Answers(
    'Create a space with its coordination organisation; who creates it coordinates it',
    { status: 201, schema: Space },
    'not-signed-in',
    'not-allowed',
    'space/slug-taken',
    'space/unknown-zone',
  )
  async create(
    @CurrentPerson() person: SignedIn,
    @Body({ schema: SpaceDraft }) draft: SpaceDraft,
    @RequestId() requestId: string,
  ): Promise<Space> {
    const space = await this.houses.create(person, draft, requestId);
    const role = { spaceId: space.id, role: 'coordinator' as const };
    return spaceView(space, { ...person, houseRoles: [...person.houseRoles, role] });
  }
}
