import { type Booking, type Occurrence, takesRooms } from '@bota/booking/domain';

/** The date of a booking that matters now: the next one that takes place, else the last that did; null without dates. */
export function presentDate({ occurrences }: Pick<Booking, 'occurrences'>, now: Date): Occurrence | null {
  const taking = occurrences.filter(takesRooms);
  const dates = taking.length ? taking : occurrences;
  return dates.find(({ end }) => new Date(end) > now) ?? dates.at(-1) ?? null;
}
