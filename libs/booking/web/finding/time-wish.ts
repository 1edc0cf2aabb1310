import { MOST_DAYS } from '@bota/booking/domain';
import { addDays } from '@bota/shared/domain';
import { wishFrom } from '../rooms/wish';

/** What a time is looked for, as it stands in the address; rooms by their slugs, people by their ids. */
export type TimeWish = {
  rooms: readonly string[];
  which: 'all' | 'any';
  /** Civil dates of the house, both included. */
  first: string;
  last: string;
  /** 1 = Monday; none: every day. */
  weekdays: readonly number[];
  from: string;
  to: string;
  minutes: number;
  people?: number;
  with: readonly string[];
};

export type TimeParams = Partial<Record<keyof TimeWish, string>>;

const TWO_WEEKS = 13;
const [OPENS, CLOSES, HOUR] = ['08:00', '21:00', 60];

const listed = (text: string | undefined) => [...new Set(text?.split(',').filter(Boolean) ?? [])];

/** Reads an address; what it does not say or says wrongly is two weeks from today, by day, for an hour. */
export function timeWishFrom(params: TimeParams, today: string): TimeWish {
  const read = wishFrom({ ...params, date: params.first });
  const first = read.date && read.date >= today ? read.date : today;
  const last = wishFrom({ date: params.last }).date;
  const from = read.from ?? OPENS;
  return {
    rooms: listed(params.rooms),
    which: params.which === 'any' ? 'any' : 'all',
    first,
    last: last && last >= first && last < addDays(first, MOST_DAYS) ? last : addDays(first, TWO_WEEKS),
    weekdays: listed(params.weekdays)
      .map(Number)
      .filter((day) => day >= 1 && day <= 7)
      .sort(),
    from,
    to: read.to && read.to > from ? read.to : from < CLOSES ? CLOSES : '24:00',
    minutes: read.minutes ?? HOUR,
    people: read.people,
    with: listed(params.with),
  };
}

/** The address of a wish; null takes a parameter out of it. */
export const timeParamsOf = (wish: TimeWish): Record<keyof TimeWish, string | number | null> => ({
  rooms: wish.rooms.join(',') || null,
  which: wish.which === 'all' ? null : wish.which,
  first: wish.first,
  last: wish.last,
  weekdays: wish.weekdays.join(',') || null,
  from: wish.from,
  to: wish.to,
  minutes: wish.minutes,
  people: wish.people ?? null,
  with: wish.with.join(',') || null,
});
