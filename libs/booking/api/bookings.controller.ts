import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  Booking,
  BookingDraft,
  BookingEdit,
  type CalendarItem,
  Cancellation,
  Preview,
  PreviewDraft,
  Upcoming,
  UpcomingQuery,
} from '@bota/booking/domain';
import { Allow, Answers, CurrentActor, CurrentPerson, Header, IfMatch, Public, type RefusalCode, RequestId } from '@bota/shared/api';
import { type Actor, Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { BookingCancellations } from './booking.cancellations';
import { BookingEdits } from './booking.edits';
import { BookingPreviews } from './booking.previews';
import { BookingReads } from './booking.reads';
import { BookingsService } from './bookings.service';
import { IdempotencyKey, RETRY_HEADER } from './retry.key';

/** What is wrong with a draft itself, when it is booked as when it is previewed. */
const OF_A_DRAFT: RefusalCode[] = [
  'booking/ends-before-it-starts',
  'booking/unknown-room',
  'booking/unknown-calendar',
  'booking/start-off-rule',
  'booking/no-dates',
  'recurrence/unreadable',
  'recurrence/too-frequent',
  'recurrence/too-many',
  'recurrence/unsupported',
];

@ApiTags('booking')
@Controller('api/spaces/:space/bookings')
export class BookingsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly bookings: BookingsService,
    private readonly previews: BookingPreviews,
    private readonly edits: BookingEdits,
    private readonly cancellations: BookingCancellations,
    private readonly reads: BookingReads,
  ) {}

  @Post()
  @Allow('booking:create')
  @ApiHeader(RETRY_HEADER)
  @Answers(
    'Book rooms, once or in a series',
    { status: 201, schema: Booking },
    'not-signed-in',
    'booking/not-your-organisation',
    'not-found',
    'booking/refused',
    'booking/all-refused',
    'booking/substitute-not-needed',
    'booking/wrong-substitutes',
    'booking/organisation-not-resident',
    'booking/uid-exists',
    ...OF_A_DRAFT,
    'idempotency-key-reused',
    'too-many-attempts',
  )
  async create(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: BookingDraft }) draft: BookingDraft,
    @Header('idempotency-key', IdempotencyKey) key: string | undefined,
    @RequestId() requestId: string,
  ): Promise<Booking> {
    return this.bookings.create({ person, space: await this.spaces.find(ref), requestId, confirms: true }, draft, key);
  }

  @Post('preview')
  @HttpCode(200)
  @Public('whether a room is free stands in the public agenda')
  @Answers('What a booking would give, date by date; writes nothing', { schema: Preview }, 'not-found', ...OF_A_DRAFT)
  async preview(
    @CurrentActor() actor: Actor,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: PreviewDraft }) draft: PreviewDraft,
  ): Promise<Preview> {
    return this.previews.preview(actor, await this.spaces.find(ref), draft);
  }

  @Get()
  @Allow('booking:read')
  @Answers('Coming dates of my bookings, or of my organisations', { schema: Upcoming }, 'not-signed-in', 'not-found')
  async upcoming(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Query({ schema: UpcomingQuery }) query: UpcomingQuery,
  ): Promise<{ items: CalendarItem[]; next?: string }> {
    return this.reads.upcoming(person, await this.spaces.find(ref), query);
  }

  @Get(':id')
  @Public('a public booking is public; others answer 404 to who may not see them')
  @Answers('A booking with all its dates', { schema: Booking }, 'not-found')
  async one(
    @CurrentActor() actor: Actor,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Booking> {
    const booking = await this.reads.one(actor, await this.spaces.find(ref), id);
    void reply.header('etag', `"${booking.version}"`);
    return booking;
  }

  @Patch(':id')
  @Allow('booking:edit')
  @ApiHeader({ name: 'If-Match', required: false, description: 'Version the edit is based on, as in "3"' })
  @Answers(
    'Change one date, that one and all after it, or the whole booking',
    { schema: Booking },
    'not-signed-in',
    'booking/not-yours',
    'not-found',
    'booking/refused',
    'booking/already-cancelled',
    'booking/already-started',
    'stale-version',
    'booking/unknown-occurrence',
    'booking/substitute-not-needed',
    'booking/wrong-substitutes',
    'booking/unknown-room',
    'booking/unknown-calendar',
    'booking/ends-before-it-starts',
    'booking/start-off-rule',
    'too-many-attempts',
  )
  async edit(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: BookingEdit }) edit: BookingEdit,
    @Header('if-match', IfMatch) version: number | undefined,
    @RequestId() requestId: string,
  ): Promise<Booking> {
    return this.edits.edit({ person, space: await this.spaces.find(ref), requestId }, id, edit, version);
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Allow('booking:cancel')
  @ApiHeader({ name: 'If-Match', required: false, description: 'Version the cancellation is based on, as in "3"' })
  @Answers(
    'Cancel one date, that one and all after it, or all that have not begun',
    { schema: Booking },
    'not-signed-in',
    'booking/not-yours',
    'not-found',
    'booking/already-cancelled',
    'booking/already-started',
    'stale-version',
    'booking/unknown-occurrence',
  )
  async cancel(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Cancellation }) cancellation: Cancellation,
    @Header('if-match', IfMatch) version: number | undefined,
    @RequestId() requestId: string,
  ): Promise<Booking> {
    return this.cancellations.cancel({ person, space: await this.spaces.find(ref), requestId }, id, cancellation, version);
  }
}
