import { roomIdsOf, spanOf } from './booking.spans';
import { isSameSet, isSameTime } from './edit.plan';
import { type EditRun, type Settled, type SettledDate, dateBefore } from './edit.run';

/** Whether an edit gives dates another time or room, adds or drops some: what is called otherwise and stays where it was is not moved. */
export function isMoved(run: EditRun, { dates }: Settled): boolean {
  const { plan, booking } = run;
  return (plan.schedule !== null && plan.schedule.rrule !== booking.rrule) || dates.some((date) => isElsewhere(run, date));
}

function isElsewhere(run: EditRun, { id, span, status, changes, roomIds }: SettledDate): boolean {
  if (!changes && span !== null) return false;
  const before = dateBefore(run, id);
  const after = status === 'confirmed' ? span : null;
  if (before?.status !== 'confirmed') return after !== null;
  return !after || !isSameTime(after, spanOf(before)) || !isSameSet(roomIds, roomIdsOf(before, run.booking));
}
