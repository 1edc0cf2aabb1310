import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Booking, DateMeant } from '@bota/booking/domain';
import { Allow, Answers, CurrentPerson, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { CheckIns } from './check-ins.service';

@ApiTags('booking')
@Controller('api/spaces/:space/bookings/:id')
export class CheckInsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly checkIns: CheckIns,
  ) {}

  @Post('check-in')
  @HttpCode(200)
  @Allow('booking:check-in')
  @Answers(
    'Say that one is there; the rooms stay kept. Who said so already gets the same answer',
    { schema: Booking },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'booking/check-in-not-asked',
    'booking/check-in-too-early',
    'booking/check-in-over',
    'booking/released',
    'booking/already-cancelled',
    'booking/not-confirmed',
    'booking/unknown-occurrence',
  )
  async checkIn(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DateMeant }) { occurrenceId }: DateMeant,
    @RequestId() requestId: string,
  ): Promise<Booking> {
    return this.checkIns.checkIn({ person, space: await this.spaces.find(ref), requestId }, id, occurrenceId);
  }

  @Post('reinstatement')
  @HttpCode(200)
  @Allow('booking:reinstate')
  @Answers(
    'Give back a room that was released, when it is still free; the date counts as checked in',
    { schema: Booking },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'booking/not-released',
    'booking/check-in-over',
    'booking/refused',
    'booking/unknown-occurrence',
  )
  async reinstate(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DateMeant }) { occurrenceId }: DateMeant,
    @RequestId() requestId: string,
  ): Promise<Booking> {
    return this.checkIns.reinstate({ person, space: await this.spaces.find(ref), requestId }, id, occurrenceId);
  }
}
