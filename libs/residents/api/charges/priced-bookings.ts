import type { EntityManager } from 'typeorm';
import type { PricedBooking } from '@bota/residents/domain';

export type Reading = Pick<EntityManager, 'query'>;

/**
 * What bookings of a house cost from a date to a date (local, both included), all organisations together. Residents do not know
 * bookings: who prices them answers here, by a global provider of this token. Without an answer no booking costs anything.
 */
export type PricedBookings = (tx: Reading, asked: { spaceId: string; from: string; to: string }) => Promise<PricedBooking[]>;
export const PRICED_BOOKINGS = Symbol('priced bookings');

export const noPrices: PricedBookings = async () => [];
