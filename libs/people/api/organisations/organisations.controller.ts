import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { OrganisationDetails, OrganisationEdit } from '@bota/people/domain';
import { Allow, Answers, CurrentPerson, Header, IfMatch, RequestId } from '@bota/shared/api';
import { Id, type SignedIn } from '@bota/shared/domain';
import { OrganisationsService } from './organisations.service';

@ApiTags('people')
@Controller('api/organisations/:organisation')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Patch()
  @Allow('organisation:edit')
  @ApiHeader({ name: 'If-Match', required: false, description: 'Version the edit is based on, as in "3"' })
  @Answers(
    'Change what an organisation says of itself (its admins, coordinators)',
    { schema: OrganisationDetails },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'organisation/number-taken',
    'organisation/name-taken',
    'stale-version',
  )
  edit(
    @CurrentPerson() person: SignedIn,
    @Param('organisation', { schema: Id }) organisation: string,
    @Body({ schema: OrganisationEdit }) edit: OrganisationEdit,
    @Header('if-match', IfMatch) version: number | undefined,
    @RequestId() requestId: string,
  ): Promise<OrganisationDetails> {
    return this.organisations.edit({ person, requestId }, organisation, edit, version);
  }

  @Post('archival')
  @HttpCode(204)
  @Allow('organisation:archive')
  @Answers(
    'Archive an organisation that is resident nowhere and has nothing booked ahead (coordinators)',
    { status: 204 },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'organisation/resident',
    'organisation/has-bookings',
  )
  archive(
    @CurrentPerson() person: SignedIn,
    @Param('organisation', { schema: Id }) organisation: string,
    @RequestId() requestId: string,
  ): Promise<void> {
    return this.organisations.archive({ person, requestId }, organisation);
  }

  @Delete('archival')
  @HttpCode(204)
  @Allow('organisation:archive')
  @Answers('Take an organisation out of the archive (coordinators)', { status: 204 }, 'not-signed-in', 'not-allowed', 'not-found')
  restore(
    @CurrentPerson() person: SignedIn,
    @Param('organisation', { schema: Id }) organisation: string,
    @RequestId() requestId: string,
  ): Promise<void> {
    return this.organisations.restore({ person, requestId }, organisation);
  }
}
