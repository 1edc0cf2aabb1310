import { Controller, Get, type MessageEvent, Param, Query, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Observable, filter, interval, map, merge, of, takeUntil, tap } from 'rxjs';
import { z } from 'zod';
import { Calendar, CalendarDays, CalendarDaysQuery, CalendarQuery, LiveChange } from '@bota/booking/domain';
import { type Announced, Answers, CurrentActor, Header, Live, Public } from '@bota/shared/api';
import { type Actor, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { BookingReads } from './booking.reads';

const BEAT_MS = 20_000;
/** What changes a window of the agenda; the rest changes the house. */
const OF_TIME = /^(booking|closure|outside|waitlist)\./;
/** Of a round no more is said than that: what happens in it is for who may read it. */
const OF_SEASON = /^season\./;
const TOLD = /^(booking|closure|room|floor|space|residency|occupancy|outside|waitlist|display|season)\./;
const LastEventId = z
  .string()
  .regex(/^\d{1,15}$/)
  .optional();

@ApiTags('booking')
@Controller('api/spaces/:space')
export class CalendarController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly reads: BookingReads,
    private readonly live: Live,
  ) {}

  @Get('calendar')
  @Public('the agenda is public; what is not public shows as occupied')
  @Answers('What is on between two times, as the reader may see it', { schema: Calendar }, 'not-found')
  async calendar(
    @CurrentActor() actor: Actor,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Query({ schema: CalendarQuery }) query: CalendarQuery,
  ): Promise<Calendar> {
    return this.reads.calendar(actor, await this.spaces.find(ref), query);
  }

  @Get('calendar/days')
  @Public('the agenda is public; of what is not public only how much there is')
  @Answers('How much is booked each day', { schema: CalendarDays }, 'not-found', 'invalid-input')
  async days(
    @CurrentActor() actor: Actor,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Query({ schema: CalendarDaysQuery }) query: CalendarDaysQuery,
  ): Promise<CalendarDays> {
    return this.reads.days(actor, await this.spaces.find(ref), query);
  }

  @Sse('live')
  @Public('tells only that a window of the public agenda changed')
  @Answers(
    'Server-sent events `change` when the agenda changes, `house` when the house does, `season` when a round does, `notification` when the reader is told something; resumes after `Last-Event-ID`',
    { schema: LiveChange },
    'not-found',
  )
  async stream(
    @CurrentActor() { personId }: Actor,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Header('last-event-id', LastEventId) lastEventId: string | undefined,
  ): Promise<Observable<MessageEvent>> {
    const { id } = await this.spaces.find(ref);
    const resumed = lastEventId === undefined ? undefined : Number(lastEventId);
    // Every event carries the place reached: a client comes back with the id it heard last, whichever event that was.
    let reached = resumed ?? this.live.position;
    const changes = this.live.follow(id, resumed).pipe(
      tap(({ position }) => (reached = position)),
      filter(({ kind }) => TOLD.test(kind)),
      map(eventOf),
    );
    const sign = (type: string): MessageEvent => ({ id: String(reached), type, data: {} });
    const beats = interval(BEAT_MS).pipe(map(() => sign('beat')));
    const told = this.live.told.pipe(
      filter((one) => one.spaceId === id && one.personId === personId),
      map(() => sign('notification')),
    );
    return merge(of(sign('ready')), changes, told, beats).pipe(takeUntil(this.live.ending));
  }
}

function eventOf({ position, kind, entityId, facts }: Announced): MessageEvent {
  if (OF_SEASON.test(kind)) return { id: String(position), type: 'season', data: {} };
  if (!OF_TIME.test(kind)) return { id: String(position), type: 'house', data: { position, kind } };
  const { from, to } = facts;
  const booking = kind.startsWith('booking.') && { bookingId: entityId };
  return { id: String(position), type: 'change', data: { position, kind, ...booking, from, to } };
}
