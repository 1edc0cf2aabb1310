import type { OccurrenceStatus } from './booking.contract';

/** Whether a date that an agenda shows takes its rooms: confirmed, or kept until it is decided. */
export const takesRooms = ({ status }: { status: OccurrenceStatus }): boolean => status === 'confirmed' || status === 'requested';
