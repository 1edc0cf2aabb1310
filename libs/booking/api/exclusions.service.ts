import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type ExclusionCalendar, type ExclusionCalendarDraft, type ExclusionEffect, expand, isOn } from '@bota/booking/domain';
import { breaks, Chronicler, Clock, newId, record, refuse } from '@bota/shared/api';
import { type SpaceEntity, refuseUnlessRunning } from '@bota/spaces/api';
import type { Asking } from './asking';
import { BookingEdits } from './booking.edits';
import { loadBooking } from './booking.reads';
import { seriesOf } from './booking.spans';
import type { BookingRead, OccurrenceRead } from './booking.view';
import { calendarsOf, excludedDays, RELEASE_ENDED, SERIES_OF_CALENDAR, writeCalendar, writeRanges } from './exclusion.queries';

type Effect = ExclusionEffect['items'][number];

/** Calendars of days that series leave out. What is booked moves only when somebody says so. */
@Injectable()
export class ExclusionsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
    private readonly edits: BookingEdits,
  ) {}

  list(space: SpaceEntity): Promise<ExclusionCalendar[]> {
    return calendarsOf(this.db, space.id);
  }

  async add(asking: Asking, draft: ExclusionCalendarDraft): Promise<ExclusionCalendar> {
    refuseUnlessRunning(asking.person, asking.space.id);
    const id = newId();
    const added = await this.db.transaction(async (tx) => {
      await writeCalendar(tx, { spaceId: asking.space.id, id, ...draft });
      await this.log(tx, asking, 'exclusions.added', id, { after: draft });
      return this.one(tx, asking.space.id, id);
    });
    this.chronicler.nudge();
    return added;
  }

  /** Changes name and days; series keep the dates they have until `apply`. */
  async change(asking: Asking, id: string, draft: ExclusionCalendarDraft, version?: number): Promise<ExclusionCalendar> {
    refuseUnlessRunning(asking.person, asking.space.id);
    const changed = await this.db.transaction(async (tx) => {
      const before = await this.locked(tx, asking.space.id, id);
      if (version !== undefined && version !== before.version) refuse('stale-version', { current: before });
      await tx.query('UPDATE exclusion_calendar SET name = $3, version = version + 1 WHERE space_id = $1 AND id = $2', [
        ...[asking.space.id, id, JSON.stringify(draft.name)],
      ]);
      await writeRanges(tx, asking.space.id, id, draft.ranges);
      const { name, ranges } = before;
      await this.log(tx, asking, 'exclusions.changed', id, { before: { name, ranges }, after: draft });
      return this.one(tx, asking.space.id, id);
    });
    this.chronicler.nudge();
    return changed;
  }

  async remove(asking: Asking, id: string): Promise<void> {
    refuseUnlessRunning(asking.person, asking.space.id);
    try {
      await this.db.transaction(async (tx) => {
        const { name, ranges } = await this.locked(tx, asking.space.id, id);
        await tx.query(RELEASE_ENDED, [asking.space.id, id]);
        await tx.query('DELETE FROM exclusion_calendar WHERE space_id = $1 AND id = $2', [asking.space.id, id]);
        await this.log(tx, asking, 'exclusions.removed', id, { before: { name, ranges } });
      });
    } catch (error) {
      if (breaks(error, 'booking_exclusion_calendar')) refuse('exclusions/in-use');
      throw error;
    }
    this.chronicler.nudge();
  }

  /** The series that stand otherwise than the calendar says; writes nothing. */
  async effect(asking: Asking, id: string): Promise<ExclusionEffect> {
    refuseUnlessRunning(asking.person, asking.space.id);
    await this.one(this.db.manager, asking.space.id, id);
    const series = await this.db.query<{ id: string }[]>(SERIES_OF_CALENDAR, [asking.space.id, id]);
    const items: Effect[] = [];
    for (const one of series) {
      const effect = await this.effectOn(asking.space.id, one.id);
      if (effect && effect.leftOut.length + effect.back.length > 0) items.push(effect);
    }
    return { items };
  }

  /** Makes the coming dates of its series what the calendar says; refused ones are kept as skipped. What cannot change is left and answered. */
  async apply(asking: Asking, id: string): Promise<ExclusionEffect> {
    const { items } = await this.effect(asking, id);
    for (const { bookingId } of items) await this.edits.followCalendars(asking, bookingId);
    return this.effect(asking, id);
  }

  private async effectOn(spaceId: string, bookingId: string): Promise<Effect | null> {
    const loaded = await loadBooking(this.db, spaceId, bookingId);
    if (!loaded || loaded.booking.cancelledAt) return null;
    const days = await excludedDays(this.db, spaceId, loaded.booking.excludes);
    const { title, organisation } = loaded.booking;
    return { bookingId, title, organisation, ...differences(loaded.booking, loaded.occurrences, days, this.clock.now()) };
  }

  private async locked(tx: EntityManager, spaceId: string, id: string): Promise<ExclusionCalendar> {
    const found = await tx.query<unknown[]>('SELECT FROM exclusion_calendar WHERE space_id = $1 AND id = $2 FOR UPDATE', [spaceId, id]);
    return found.length > 0 ? this.one(tx, spaceId, id) : refuse('not-found');
  }

  private async one(tx: EntityManager, spaceId: string, id: string): Promise<ExclusionCalendar> {
    const [calendar] = await calendarsOf(tx, spaceId, id);
    return calendar ?? refuse('not-found');
  }

  private log(
    tx: EntityManager,
    { person, space, requestId }: Asking,
    kind: string,
    entityId: string,
    what: { before?: unknown; after?: unknown },
  ) {
    return record(tx, { kind, entityId, spaceId: space.id, personId: person.personId, requestId, ...what });
  }
}

/** Coming dates inside days to leave out (one that was moved alone stays), and dates of the rule that are missing although no day leaves them out. */
function differences(booking: BookingRead, occurrences: readonly OccurrenceRead[], days: ReadonlyMap<string, string>, now: Date) {
  const ahead = occurrences.filter(({ startsAt }) => startsAt > now);
  const leftOut = ahead.filter((one) => one.status !== 'cancelled' && !one.ownTime && isOn(days, { wall: one.recurrenceId }));
  // A date that a calendar took away, or that no calendar gave, comes back; one that a person cancelled does not.
  const known = new Set(occurrences.filter(({ flags }) => !flags.includes('off-rule')).map(({ recurrenceId }) => recurrenceId));
  const until = booking.materialisedUntil ?? new Date(booking.startsAt.getTime() + 36_525 * 86_400_000);
  const back = expand(seriesOf(booking), { until, most: Infinity }).spans.filter(
    (span) => span.start > now && !known.has(span.wall) && !isOn(days, span),
  );
  return { leftOut: leftOut.map(({ startsAt }) => startsAt.toISOString()), back: back.map((span) => span.start.toISOString()) };
}
