import type { EntityManager } from 'typeorm';
import { type Span, WHEN_ASKED, expand, isOn, overriddenThroughout } from '@bota/booking/domain';
import { record } from '@bota/shared/api';
import type { SpaceEntity } from '@bota/spaces/api';
import { allocate, allocationsFor } from './allocations';
import { newDates } from './booking.new';
import { seriesOf } from './booking.spans';
import type { BookingRead, OccurrenceRead } from './booking.view';
import { DATES_UPSERT, NEXT_VERSION } from './edit.queries';
import type { Refusals } from './refusals';

/** Dates the series still lacks between where it was materialised to and the horizon. */
export function missingDates(
  booking: BookingRead,
  occurrences: readonly OccurrenceRead[],
  horizon: Date,
  days: ReadonlyMap<string, string>,
): Span[] {
  const known = new Set(occurrences.map(({ recurrenceId }) => recurrenceId));
  const { spans } = expand(seriesOf(booking), { until: horizon, most: Infinity });
  return spans.filter((span) => !known.has(span.wall) && !isOn(days, span) && span.start >= (booking.materialisedUntil ?? span.start));
}

type Extension = {
  space: SpaceEntity;
  booking: BookingRead;
  occurrences: readonly OccurrenceRead[];
  spans: Span[];
  refusals: Refusals;
  now: Date;
};

/** Books the dates that are free and keeps the others as skipped, with their reasons. */
export async function extendSeries(tx: EntityManager, { space, booking, occurrences, spans, refusals, now }: Extension): Promise<void> {
  // How far ahead and on what grid one books was asked when the series was.
  const overridden = overriddenThroughout(
    occurrences.map((one) => ({ ...one, isOwn: one.ownTime || one.ownRooms || one.status === 'cancelled' })),
  );
  const asked = { space, booking, spans, aside: [...WHEN_ASKED, ...overridden] };
  const { judged, wanted, facts: judgedBy, priceOf } = await refusals.judgeKept(tx, asked, now);
  const rows = newDates(
    judged.map((one) => ({ ...one, overridden })),
    { priceOf: ({ span }) => priceOf(span) },
  );
  await tx.query(DATES_UPSERT, [space.id, booking.id, JSON.stringify(rows)]);
  const kept = rows.filter(({ status }) => status === 'confirmed').map((row) => ({ id: row.id, start: row.starts_at, end: row.ends_at }));
  const rooms = allocationsFor(kept, wanted.rooms, wanted);
  await allocate(tx, { spaceId: space.id, bookingId: booking.id, rows: rooms, judgedBy });
  // What its rule said is no change; a date it does not get is.
  if (kept.length < rows.length) await tx.query(NEXT_VERSION, [space.id, booking.id, now]);
  const { id: entityId, spaceId, organisationId } = booking;
  const facts = { from: spans[0]?.start, to: spans.at(-1)?.end };
  await record(tx, { kind: 'booking.extended', entityId, spaceId, organisationId, after: { dates: kept.length }, facts });
}
