import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Integrity } from '@bota/booking/domain';
import { Allow, Answers, CurrentPerson } from '@bota/shared/api';
import { type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { IntegrityService } from './integrity.service';

@ApiTags('booking')
@Controller('api/spaces/:space/integrity')
export class IntegrityController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly integrity: IntegrityService,
  ) {}

  @Get()
  @Allow('integrity:read')
  @Answers('Whether the promises hold, counted anew (coordinators)', { schema: Integrity }, 'not-signed-in', 'not-allowed', 'not-found')
  async check(@CurrentPerson() person: SignedIn, @Param('space', { schema: SpaceRef }) ref: string): Promise<Integrity> {
    return this.integrity.check(person, await this.spaces.find(ref));
  }
}
