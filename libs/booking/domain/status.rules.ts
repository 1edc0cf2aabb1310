import type { OccurrenceStatus } from './booking.contract';

/** Dates that nobody used, nor waits for. */
const OUT: readonly OccurrenceStatus[] = ['cancelled', 'skipped', 'declined'];

/** Whether a date that an agenda shows takes its rooms: booked, or kept until it is decided. One nobody came to took them until its release. */
export const takesRooms = ({ status }: { status: OccurrenceStatus }): boolean => !OUT.includes(status);

/**
 * Whether a date counts for its organisation, in quotas and prices: booked, asked for or held, whether people came or not; cancelled, only
 * when that came too late.
 */
export const isCounted = ({ status, cancelledLate }: { status: OccurrenceStatus; cancelledLate: boolean }): boolean =>
  cancelledLate || !OUT.includes(status);

/** How a date is kept: what follows from the moment is said by `statusAt`. */
export type KeptStatus = Exclude<OccurrenceStatus, 'checked_in' | 'done'>;
type Kept = { status: KeptStatus; checkedInAt: Date | null; end: Date };

/** Where a date stands at a moment: confirmed → checked in → done; `end` is its own, half-open. */
export function statusAt({ status, checkedInAt, end }: Kept, now: Date): OccurrenceStatus {
  if (status !== 'confirmed' || checkedInAt === null) return status;
  return end <= now ? 'done' : 'checked_in';
}
