import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Closing, ClosingDraft } from '@bota/booking/domain';
import { Allow, Answers, CurrentPerson, Header, RequestId } from '@bota/shared/api';
import { type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { IdempotencyKey, RETRY_HEADER } from '../retry.key';
import { Closings } from './closings.service';

@ApiTags('booking')
@Controller('api/spaces/:space/closures')
export class ClosingsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly closings: Closings,
  ) {}

  @Post()
  @Allow('house:configure')
  @ApiHeader(RETRY_HEADER)
  @Answers(
    'Close the house, or some rooms (coordinators), and settle what is booked there: kept unless it is cancelled or moved, all or nothing',
    { status: 201, schema: Closing },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'closure/ends-before-it-starts',
    'closure/over',
    'closure/already',
    'closure/not-moved',
    'closure/meets-more',
    'room/unknown',
    'booking/unknown-occurrence',
    'idempotency-key-reused',
    'busy',
  )
  async close(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: ClosingDraft }) draft: ClosingDraft,
    @Header('idempotency-key', IdempotencyKey) key: string | undefined,
    @RequestId() requestId: string,
  ): Promise<Closing> {
    return this.closings.close({ person, space: await this.spaces.find(ref), requestId }, draft, key);
  }
}
