import { capacityReasons } from '@bota/booking/domain';
import type { ReasonCode } from '@bota/shared/domain';
import type { PlannedDate } from './edit.plan';
import { asItStands } from './edit.rows';
import { type EditRun, type SettledDate, dateBefore, isHeld, readerOf, wantedOf } from './edit.run';
import { roomsAsked } from './facts.queries';
import type { Refusals } from './refusals';

/** More people than the rooms of a date hold that does not move; offers rooms that are large enough. Those where that is set aside. */
export async function overfullDates(run: EditRun, refusals: Refusals): Promise<SettledDate[]> {
  const { facts, booking, edit, plan, preparing, now } = run;
  if (!edit.attendees || edit.attendees <= (booking.attendees ?? 0)) return [];
  const { attendees } = edit;
  const full = plan.dates.flatMap((date) => {
    if (date.changes || date.span === null || !isHeld(run, date)) return [];
    const reasons = capacityReasons({ ...preparing, attendees, rooms: roomsAsked(facts, date.roomIds) });
    return reasons.length > 0 ? [{ date, span: date.span, reasons }] : [];
  });
  const [first] = full;
  if (!first || edit.overrideReason) return full.map(({ date }) => ({ ...asItStands(date), overridden: withCapacity(run, date) }));
  const wanted = wantedOf(
    run,
    full.map(({ date }) => date),
    first.date.roomIds,
  );
  throw await refusals.refusal(readerOf(run), wanted, full, [], now);
}

const withCapacity = (run: EditRun, { id }: PlannedDate): ReasonCode[] => [
  ...new Set<ReasonCode>([...(dateBefore(run, id)?.overridden ?? []), 'OVER_CAPACITY']),
];
