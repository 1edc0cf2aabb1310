import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Booking, BookingRequestList, Decision } from '@bota/booking/domain';
import { Allow, Answers, CurrentPerson, Header, IfMatch, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { Decisions } from './decisions.service';
import { Holds } from './holds.service';
import { RequestReads } from './request.reads';

@ApiTags('booking')
@Controller('api/spaces/:space')
export class RequestsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly reads: RequestReads,
    private readonly decisions: Decisions,
    private readonly holds: Holds,
  ) {}

  @Get('booking-requests')
  @Allow('booking:decide')
  @Answers('What waits for the coordination to agree', { schema: BookingRequestList }, 'not-signed-in', 'not-allowed', 'not-found')
  async list(@CurrentPerson() person: SignedIn, @Param('space', { schema: SpaceRef }) ref: string): Promise<BookingRequestList> {
    return this.reads.waiting(person, await this.spaces.find(ref));
  }

  @Post('bookings/:id/decision')
  @HttpCode(200)
  @Allow('booking:decide')
  @ApiHeader({ name: 'If-Match', required: false, description: 'Version the decision is based on, as in "3"' })
  @Answers(
    'Agree to a request, or decline it; who asked for the same is turned away',
    { schema: Booking },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'booking/not-requested',
    'booking/organisation-not-resident',
    'booking/override-not-yours',
    'booking/refused',
    'stale-version',
  )
  async decide(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Decision }) decision: Decision,
    @Header('if-match', IfMatch) version: number | undefined,
    @RequestId() requestId: string,
  ): Promise<Booking> {
    return this.decisions.decide({ person, space: await this.spaces.find(ref), requestId }, id, decision, version);
  }

  @Post('bookings/:id/confirmation')
  @HttpCode(200)
  @Allow('booking:edit')
  @ApiHeader({ name: 'If-Match', required: false, description: 'Version the confirmation is based on, as in "3"' })
  @Answers(
    'Confirm what is held; where a room wants approval, ask for it',
    { schema: Booking },
    'not-signed-in',
    'booking/not-yours',
    'not-found',
    'booking/not-held',
    'booking/refused',
    'booking/already-cancelled',
    'stale-version',
  )
  async confirm(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Header('if-match', IfMatch) version: number | undefined,
    @RequestId() requestId: string,
  ): Promise<Booking> {
    return this.holds.confirm({ person, space: await this.spaces.find(ref), requestId }, id, version);
  }
}
