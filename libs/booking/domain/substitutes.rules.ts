import type { Substitute } from './booking.contract';

type Mistake = { path: string; message: string };

/** What is wrong in the dates that substitutes name, given those that a series has: one that it has not, one that is named twice. */
export function substituteMistakes(dates: readonly Substitute['date'][], has: readonly string[]): Mistake[] {
  const known = new Set(has);
  return dates.flatMap((date, index) => {
    const path = `substitutes.${index}.date`;
    if (!known.has(date)) return [{ path, message: 'not a date of this booking' }];
    return dates.indexOf(date) < index ? [{ path, message: 'named twice' }] : [];
  });
}

/** A refused date, with the rooms that it may take instead: the best first. */
export type OfferedDate = { date: string; offers: readonly (readonly string[])[] };

/**
 * One choice for all refused dates: as few different rooms as it takes, so that people find the place. The rooms that are free on most
 * dates come first; of equals those that fit best. A date with no offer gets none.
 */
export function sharedOut(dates: readonly OfferedDate[]): Substitute[] {
  const chosen = new Map<string, string[]>();
  let left = dates.filter(({ offers }) => offers.length > 0);
  while (left.length > 0) {
    const best = mostOffered(left);
    for (const one of left) if (rankOf(one, best) >= 0) chosen.set(one.date, best.split(','));
    left = left.filter(({ date }) => !chosen.has(date));
  }
  return dates.flatMap(({ date }) => {
    const roomIds = chosen.get(date);
    return roomIds ? [{ date, roomIds }] : [];
  });
}

const rankOf = ({ offers }: OfferedDate, rooms: string): number => offers.findIndex((offer) => offer.join() === rooms);

function mostOffered(dates: readonly OfferedDate[]): string {
  const ranks = new Map<string, number[]>();
  for (const { offers } of dates)
    for (const [rank, offer] of offers.entries()) ranks.set(offer.join(), [...(ranks.get(offer.join()) ?? []), rank]);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const [best] = [...ranks].sort(([, a], [, b]) => b.length - a.length || sum(a) - sum(b));
  return best?.[0] ?? '';
}
