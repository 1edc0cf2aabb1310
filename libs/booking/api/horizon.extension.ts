import type { EntityManager } from 'typeorm';
import { type Span, expand, isOn } from '@bota/booking/domain';
import { record } from '@bota/shared/api';
import { NOBODY } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { allocate, allocationsFor } from './allocations';
import { newDates } from './booking.new';
import type { BookingRead, OccurrenceRead } from './booking.view';
import { DATES_UPSERT } from './edit.queries';
import { factsFor, roomsAsked } from './facts.queries';
import { wantedBy, without } from './judgement';
import type { Refusals } from './refusals';

const MOST = 5000;

/** Dates the series still lacks between where it was materialised to and the horizon. */
export function missingDates(
  booking: BookingRead,
  occurrences: readonly OccurrenceRead[],
  horizon: Date,
  days: ReadonlyMap<string, string>,
): Span[] {
  const { wallStart: start, wallEnd: end, zone, rrule, exdates, materialisedUntil } = booking;
  const known = new Set(occurrences.map(({ recurrenceId }) => recurrenceId));
  const { spans } = expand({ start, end, zone, rrule: rrule ?? '', exdates }, { until: horizon, most: MOST });
  return spans.filter((span) => !known.has(span.wall) && !isOn(days, span) && span.start >= (materialisedUntil ?? span.start));
}

type Extension = { space: SpaceEntity; booking: BookingRead; spans: Span[]; refusals: Refusals; now: Date };

/** Books the dates that are free and keeps the others as skipped, with their reasons. */
export async function extendSeries(tx: EntityManager, { space, booking, spans, refusals, now }: Extension): Promise<void> {
  const window = { from: spans[0]?.start ?? now, to: spans.at(-1)?.end ?? now };
  const facts = await factsFor(tx, { spaceId: space.id, zone: space.zone, roomIds: booking.roomIds, actor: NOBODY, now, ...window });
  const rooms = roomsAsked(facts, booking.roomIds);
  const wanted = wantedBy(booking, rooms, spans);
  const found = await refusals.judgeAll({ space, person: { ...NOBODY, isResident: false } }, wanted, facts, now, tx);
  const rows = newDates(without(found, booking.overridden));
  await tx.query(DATES_UPSERT, [space.id, booking.id, JSON.stringify(rows)]);
  const kept = rows.filter(({ status }) => status === 'confirmed').map((row) => ({ id: row.id, start: row.starts_at, end: row.ends_at }));
  await allocate(tx, space.id, booking.id, allocationsFor(kept, rooms, wanted));
  const { id: entityId, spaceId, organisationId } = booking;
  await record(tx, { kind: 'booking.extended', entityId, spaceId, organisationId, after: { dates: kept.length }, facts: window });
}
