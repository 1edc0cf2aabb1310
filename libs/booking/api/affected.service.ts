import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type AffectedBookings, type CalendarItem, type HouseChange, MOST_SETTLED, closedFrom, isOnStep } from '@bota/booking/domain';
import { Clock, refuse } from '@bota/shared/api';
import { type SignedIn, minutesBetween } from '@bota/shared/domain';
import { type SpaceEntity, RoomUses, RoomsService, refuseUnknownRooms, refuseUnlessRunning, spanOf } from '@bota/spaces/api';
import type { Room, RoomRules } from '@bota/spaces/domain';
import { rowsAhead } from './calendar.queries';
import { rowsMet } from './closures/met';
import { calendarItems } from './booking.view';

const MOST = 50;
type Wanted<Change extends HouseChange['change']> = Extract<HouseChange, { change: Change }>;

/** Looks ahead: which bookings a change of the house would meet. */
@Injectable()
export class AffectedService implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly rooms: RoomsService,
    private readonly uses: RoomUses,
  ) {}

  onModuleInit(): void {
    this.uses.declare('bookings', countAhead);
  }

  async of(person: SignedIn, space: SpaceEntity, change: HouseChange): Promise<AffectedBookings> {
    refuseUnlessRunning(person, space.id);
    const found = await this.itemsOf(person, space, change);
    const others = found.slice(MOST, MOST_SETTLED).filter(({ may }) => may.cancel);
    return { count: found.length, items: found.slice(0, MOST), others: others.map(({ occurrenceId }) => occurrenceId) };
  }

  private async itemsOf(person: SignedIn, space: SpaceEntity, change: HouseChange): Promise<CalendarItem[]> {
    if (change.change === 'closure') return this.inClosure(person, space, change);
    if (change.change === 'hours') return this.outsideHours(person, space, change);
    await refuseUnknownRooms(this.db.manager, space.id, [change.roomId]);
    const items = await this.ahead(person, space, [change.roomId]);
    return change.change === 'archiving' ? items : this.outsideRules(space, change, items);
  }

  private async inClosure(person: SignedIn, space: SpaceEntity, change: Wanted<'closure'>): Promise<CalendarItem[]> {
    const closed = { roomIds: change.roomIds, ...spanOf(change, space.zone) };
    await refuseUnknownRooms(this.db.manager, space.id, change.roomIds);
    const now = this.clock.now();
    const rows = await rowsMet(this.db, space.id, closed, now);
    return calendarItems(rows, space.id, { ...person, isResident: true }, now);
  }

  /** Too short, too long, beside the grid, too many or at a time when the room would be closed. */
  private async outsideRules(
    space: SpaceEntity,
    { roomId, rules, capacity }: Wanted<'rules'>,
    items: CalendarItem[],
  ): Promise<CalendarItem[]> {
    const [house] = await this.db.query('SELECT hours FROM space WHERE id = $1', [space.id]);
    const room = { id: roomId, rules: { ...rules, hours: rules.hours === undefined ? house.hours : rules.hours } };
    return items.filter(
      (item) =>
        !isInTime(rules, { start: new Date(item.start), end: new Date(item.end) }, space.zone) ||
        (item.attendees ?? 0) > Math.max(capacity ?? Infinity, ...(rules.layouts ?? []).map((one) => one.capacity)) ||
        isClosed(room, item, space.zone),
    );
  }

  private async outsideHours(person: SignedIn, space: SpaceEntity, { hours }: Wanted<'hours'>): Promise<CalendarItem[]> {
    const { items } = await this.rooms.managed(person, space);
    const following = new Set(items.filter(({ ownRules }) => ownRules.hours === undefined).map(({ id }) => id));
    const ahead = await this.ahead(person, space, null);
    return ahead.filter((item) => item.roomIds.some((id) => following.has(id) && isClosed({ id, rules: { hours } }, item, space.zone)));
  }

  private async ahead(person: SignedIn, space: SpaceEntity, roomIds: string[] | null): Promise<CalendarItem[]> {
    const now = this.clock.now();
    return calendarItems(await rowsAhead(this.db, space.id, now, roomIds), space.id, { ...person, isResident: true }, now);
  }
}

function isInTime({ minMinutes = 0, maxMinutes = Infinity, stepMinutes }: RoomRules, span: { start: Date; end: Date }, zone: string) {
  const minutes = minutesBetween(span.start, span.end);
  return minutes >= minMinutes && minutes <= maxMinutes && (!stepMinutes || isOnStep(span, stepMinutes, zone));
}

const isClosed = (room: Pick<Room, 'id' | 'rules'>, { start, end }: CalendarItem, zone: string) =>
  closedFrom(room, { start: new Date(start), end: new Date(end) }, [], zone) !== null;

async function countAhead(tx: EntityManager, spaceId: string, roomIds: readonly string[] | null, now: Date): Promise<number> {
  const [{ count }] = await tx.query(COUNT, [spaceId, now, roomIds]);
  return count ?? refuse('internal');
}

const COUNT = `
  SELECT count(DISTINCT occurrence_id)::int AS count FROM allocation
  WHERE space_id = $1 AND blocking AND ends_at > $2 AND starts_at > $2::timestamptz - interval '15 days'
    AND ($3::uuid[] IS NULL OR room_id = ANY($3))`;
