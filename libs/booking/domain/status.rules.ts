import type { OccurrenceStatus } from './booking.contract';

/** Whether a date that an agenda shows takes its rooms: confirmed, or kept until it is decided. */
export const takesRooms = ({ status }: { status: OccurrenceStatus }): boolean => status === 'confirmed' || status === 'requested';

/** Dates that nobody used, nor waits for. */
const OUT: readonly OccurrenceStatus[] = ['cancelled', 'skipped', 'declined'];

/** Whether a date counts for its organisation, in quotas and prices: booked, asked for or held; cancelled, only when that came too late. */
export const isCounted = ({ status, cancelledLate }: { status: OccurrenceStatus; cancelledLate: boolean }): boolean =>
  cancelledLate || !OUT.includes(status);
