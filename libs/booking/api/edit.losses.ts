import type { Span } from '@bota/booking/domain';
import { refuse } from '@bota/shared/api';
import { can } from '@bota/shared/domain';
import type { OccurrenceRead } from './booking.view';
import { type PlannedDate, isSameSet } from './edit.plan';
import { type EditRun, type SettledDate, dateBefore, isHeld } from './edit.run';
import { reasonsOf } from './judgement';
import { lateAmong } from './late';

/** A place given up later than its rooms ask counts as used: at once when the date ends, else when it is cancelled. The house moves freely. */
export async function givenUpLate(run: EditRun, settled: readonly SettledDate[]) {
  const { tx, asking, now } = run;
  const isOfHouse = can(asking.person, 'booking:override', { spaceId: asking.space.id });
  const left = settled.flatMap((date) => {
    const before = dateBefore(run, date.id);
    return before && date.changes && !isInPlace(date, before) ? [before] : [];
  });
  const late = new Set(isOfHouse || left.length === 0 ? [] : await lateAmong(tx, asking.space.id, left, now));
  return ({ id, span }: SettledDate) => (late.has(id) ? { given_up_late: true, ...(span === null && { cancelled_late: true }) } : {});
}

const isInPlace = ({ span, roomIds }: SettledDate, before: OccurrenceRead): boolean =>
  span !== null && span.start.getTime() === before.startsAt.getTime() && isSameSet(roomIds, before.roomIds);

/** Whether nothing but one date that is booked changes: it moves or stays. */
export const isOnly = (run: EditRun, [date]: readonly PlannedDate[]): boolean =>
  run.plan.dates.filter(({ changes }) => changes).length === 1 && !!date && isHeld(run, date);

/** Some dates may be skipped; an edit that would lose every one that is booked is refused. */
export function refuseLossOfAll(run: EditRun, settled: readonly SettledDate[]): void {
  const held = settled.filter((date) => isHeld(run, date));
  if (held.length === 0 || held.some(({ status }) => status === 'confirmed')) return;
  refuse('booking/all-refused', { reasons: reasonsOf(held.map(({ span, reasons }) => ({ span: span as Span, reasons }))) });
}
