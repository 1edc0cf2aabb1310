import { spanAtWall } from '@bota/booking/domain';
import { type PlannedDate, isSameSet, isSameTime } from './edit.plan';
import type { EditRun, SettledDate } from './edit.run';

/** A date without time left is one the new rule no longer gives. */
export const asItStands = (date: PlannedDate): SettledDate => ({
  ...date,
  id: date.id as string,
  reasons: [],
  status: date.span === null ? 'cancelled' : 'confirmed',
  priceCents: null,
  overridden: null,
});

/** A date as it is written; `null` leaves a column as it is. */
export const dateRow = (date: SettledDate, run: EditRun) => ({
  id: date.id,
  recurrence_id: date.recurrenceId,
  starts_at: date.span?.start ?? null,
  ends_at: date.span?.end ?? null,
  status: date.changes ? date.status : null,
  flags: date.span?.flags ?? ['off-rule'],
  reasons: date.changes ? date.reasons : null,
  price_cents: date.priceCents,
  overridden: date.overridden,
  ...(date.isElsewhere && date.status === 'confirmed' && { own_rooms: !isSameSet(date.roomIds, run.edit.roomIds ?? run.booking.roomIds) }),
  ...(run.isThis && ownOf(date, run)),
});

/** What a date has of its own: what its series does not give it. An empty title is that of the series. */
function ownOf({ span, recurrenceId, roomIds }: SettledDate, { booking, edit }: EditRun) {
  const given = spanAtWall({ start: booking.wallStart, end: booking.wallEnd, zone: booking.zone }, recurrenceId);
  const moves = edit.start !== undefined || edit.end !== undefined;
  return {
    own_title: edit.title === booking.title ? '' : (edit.title ?? null),
    own_time: moves && span ? !isSameTime(span, given) : null,
    own_rooms: edit.roomIds ? !isSameSet(roomIds, booking.roomIds) : null,
  };
}
