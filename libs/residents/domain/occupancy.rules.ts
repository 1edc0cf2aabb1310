import { addDays } from '@bota/shared/domain';
import type { Occupied } from './residency.rules';

/** An occupancy that is kept in the database has an id. */
export type Held = Occupied & { id?: string };
type Dates = { from: string; to: string | null };
export type Wish = { roomId: string; desks: number | null };

const NEVER = '9999-99-99';
const end = (to: string | null) => to ?? NEVER;
const earlier = (a: string | null, b: string | null) => (end(a) <= end(b) ? a : b);
const later = (a: string, b: string) => (a >= b ? a : b);
export const overlap = (a: Dates, b: Dates): boolean => a.from <= end(b.to) && b.from <= end(a.to);

/**
 * Occupancies follow their residency: what began or lasted with it moves along, what lies outside of its new dates is clipped, and what
 * would never begin is gone.
 */
export function followDates(held: readonly Held[], before: Dates, after: Dates): Held[] {
  return held
    .map((one) => ({
      ...one,
      from: one.from === before.from ? after.from : later(one.from, after.from),
      to: end(one.to) === end(before.to) ? after.to : earlier(one.to, after.to),
    }))
    .filter(({ from, to }) => from <= end(to));
}

/** From a day on, exactly this is occupied: what stays goes on, what does not ends the day before, what is new begins. */
export function occupyFrom(held: readonly Held[], wishes: readonly Wish[], { from, to }: Dates): Held[] {
  const open = [...wishes];
  const kept = held.flatMap((one): Held[] => {
    if (end(one.to) < from) return [one];
    const place = open.findIndex(({ roomId, desks }) => roomId === one.roomId && desks === one.desks);
    if (place >= 0) {
      open.splice(place, 1);
      return [{ ...one, from: one.from < from ? one.from : from, to }];
    }
    return one.from < from ? [{ ...one, to: addDays(from, -1) }] : [];
  });
  return [...kept, ...open.map((wish) => ({ ...wish, from, to }))];
}

/** Somebody else in a room. */
export type Neighbour = Occupied & { organisationId: string; organisation: string };
export type Obstacle = { code: 'OCCUPIED'; by: Neighbour } | { code: 'DESKS_TAKEN'; left: number };

/**
 * Why a room cannot be occupied so: somebody has all of it or sits at desks where all of it is asked for, or at their peak too few desks
 * are left. A room without desks has none left. Null when it can.
 */
export function whyNotOccupy(wanted: Occupied, others: readonly Neighbour[], places: number | null): Obstacle | null {
  const near = others.filter((other) => other.roomId === wanted.roomId && overlap(other, wanted));
  const whole = near.find(({ desks }) => wanted.desks === null || desks === null);
  if (whole) return { code: 'OCCUPIED', by: whole };
  if (wanted.desks === null) return null;
  // The peak is reached on the first day of somebody.
  const days = [wanted.from, ...near.map(({ from }) => later(from, wanted.from))];
  const taken = days.map((day) =>
    near.filter((one) => one.from <= day && day <= end(one.to)).reduce((sum, { desks }) => sum + (desks ?? 0), 0),
  );
  const left = Math.max(0, (places ?? 0) - Math.max(...taken));
  return wanted.desks > left ? { code: 'DESKS_TAKEN', left } : null;
}
