import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AffectedBookings, HouseChange, Places, PlacesQuery } from '@bota/booking/domain';
import { Allow, Answers, CurrentPerson } from '@bota/shared/api';
import { type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { AffectedService } from './affected.service';
import { ClosurePlaces } from './closures/closure.places';

@ApiTags('booking')
@Controller('api/spaces/:space/affected-bookings')
export class AffectedController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly affected: AffectedService,
    private readonly places: ClosurePlaces,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('house:configure')
  @Answers(
    'Which bookings a change of the house would meet (coordinators); writes nothing',
    { schema: AffectedBookings },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'closure/ends-before-it-starts',
    'room/unknown',
  )
  async of(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: HouseChange }) change: HouseChange,
  ): Promise<AffectedBookings> {
    return this.affected.of(person, await this.spaces.find(ref), change);
  }

  @Post('places')
  @HttpCode(200)
  @Allow('house:configure')
  @Answers(
    'Where a date that a closure would meet could be instead (coordinators); writes nothing',
    { schema: Places },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'closure/ends-before-it-starts',
    'room/unknown',
    'booking/unknown-occurrence',
  )
  async placesFor(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: PlacesQuery }) query: PlacesQuery,
  ): Promise<Places> {
    return { items: await this.places.of({ person, space: await this.spaces.find(ref) }, query) };
  }
}
