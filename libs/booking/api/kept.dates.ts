import { type PreviewDraft, type Span, cutSeries } from '@bota/booking/domain';
import { type Actor, can } from '@bota/shared/domain';
import { loadBooking } from './booking.reads';
import { seriesOf, spanOf } from './booking.spans';
import type { BookingRead, OccurrenceRead } from './booking.view';
import { successorsIn } from './edit.successors';
import type { Queryable } from './facts.queries';
import type { Schedule } from './schedule';
import { cutOff } from './series.continuation';

/** What a date keeps of its own when its series is edited: a time or rooms; or that it was cancelled. */
export type Kept = { span?: Span; roomIds?: string[]; isGone?: true };
/** A series that is being edited, from the date on that is named. */
export type EditedSeries = { booking: BookingRead; occurrences: OccurrenceRead[] };

const hasOwn = ({ ownTime, ownRooms, status }: OccurrenceRead) => ownTime || ownRooms || status === 'cancelled';

/** The series that a draft changes, for who may change it; null for a new booking, one date, and where nothing differs from the rule. */
export async function editedSeries(db: Queryable, actor: Actor, spaceId: string, draft: PreviewDraft): Promise<EditedSeries | null> {
  if (!draft.bookingId || !draft.recurrence || draft.scope === 'this') return null;
  const loaded = await loadBooking(db, spaceId, draft.bookingId);
  if (!loaded?.booking.rrule || !loaded.occurrences.some(hasOwn) || !can(actor, 'booking:edit', loaded.booking)) return null;
  const named = draft.scope === 'following' && loaded.occurrences.find(({ id }) => id === draft.occurrenceId);
  if (!named) return loaded;
  const { rest } = cutSeries(seriesOf(loaded.booking), named.recurrenceId);
  return {
    booking: cutOff(loaded.booking, rest),
    occurrences: loaded.occurrences.filter(({ recurrenceId }) => recurrenceId >= named.recurrenceId),
  };
}

/** Rooms that some dates have of their own. */
export const ownRoomIds = (series: EditedSeries | null): string[] =>
  series ? series.occurrences.flatMap(({ ownRooms, roomIds }) => (ownRooms ? roomIds : [])) : [];

/** What dates keep, by the wall start that the edited rule gives them. */
export function keptDates(series: EditedSeries | null, schedule: Schedule, days: ReadonlyMap<string, string>): ReadonlyMap<string, Kept> {
  if (!series) return new Map();
  const successor = successorsIn({ ...series, schedule, days });
  const kept = series.occurrences.filter(hasOwn).map((occurrence): [string, Kept] => {
    const { wall, isBeyond } = successor(occurrence.recurrenceId);
    return [wall, isBeyond ? {} : keptOf(occurrence, wall)];
  });
  return new Map(kept);
}

function keptOf(occurrence: OccurrenceRead, wall: string): Kept {
  const { status, flags, ownTime, ownRooms, roomIds } = occurrence;
  if (status === 'cancelled') return flags.includes('off-rule') ? {} : { isGone: true };
  return {
    ...(ownTime && { span: { ...spanOf(occurrence), wall } }),
    ...(ownRooms && roomIds.length > 0 && { roomIds }),
  };
}
