import { startMatches } from '@bota/booking/domain';
import { addDays, dateOf, weekdayOf } from '@bota/shared/domain';
import { HOUSE } from './house';
import { OCCASIONS, WISHES } from './occasions';
import type { DemoBooking, DemoSeries } from './programme';
import { randomFrom } from './random';
import { RARER } from './rarer';
import { WEEKLY } from './weekdays';

const WEEKS_BACK = 8;
const WEEKS_AHEAD = 16;
const YEAR = 366;
const PAUSE_MINUTES = 30;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A booking with its dates: wall times of the house, and a rule when it comes back. */
export type PlannedBooking = DemoBooking & { start: string; end: string; rrule?: string };

export const mondayOf = (now: Date): string => {
  const today = dateOf(now, HOUSE.zone);
  return addDays(today, 1 - weekdayOf(today));
};

/** The first day of the demo: its house has been busy for eight weeks. */
export const firstDay = (monday: string): string => addDays(monday, -7 * WEEKS_BACK);

/** Everything booked in the house in the weeks around a Monday, what matters most first; the same for the same Monday. */
export const planOf = (monday: string): PlannedBooking[] => [
  ...OCCASIONS.map((occasion) => dated(occasion, addDays(monday, occasion.day))),
  ...[...WEEKLY, ...RARER].map((series) => seriesFrom(series, monday)),
  // This Tuesday is the one the product is drawn with: nothing else comes in.
  ...wishesAround(monday).filter(({ start }) => !start.startsWith(addDays(monday, 1))),
];

/** An end at or before the start is on the next day. */
const dated = (booking: DemoBooking, date: string): PlannedBooking => ({
  ...booking,
  start: `${date}T${booking.from}`,
  end: `${booking.to <= booking.from ? addDays(date, 1) : date}T${booking.to}`,
});

function seriesFrom(series: DemoSeries, monday: string): PlannedBooking {
  const last = addDays(monday, 7 * (WEEKS_AHEAD + 1) - 1);
  const rrule = series.endless ? series.rule : `${series.rule};UNTIL=${last.replaceAll('-', '')}`;
  const earliest = addDays(firstDay(monday), 7 * (series.late ?? 0));
  for (let day = 0; day < YEAR; day += 1) {
    const planned = { ...dated(series, addDays(earliest, day)), rrule: series.rule };
    if (startMatches({ ...planned, zone: HOUSE.zone })) return { ...planned, rrule };
  }
  throw new Error(`${series.rule} gives no date within a year`);
}

function wishesAround(monday: string): PlannedBooking[] {
  const random = randomFrom(Number(monday.replaceAll('-', '')));
  const upTo = (most: number) => Math.floor(random() * most);
  const weeks = Array.from({ length: WEEKS_BACK + WEEKS_AHEAD + 1 }, (_, index) => index - WEEKS_BACK);
  return weeks.flatMap((week) =>
    Array.from({ length: howMany(week) }, () => {
      const { minutes, ...wish } = WISHES[upTo(WISHES.length)] as (typeof WISHES)[number];
      const startsAt = 9 * 60 + 30 * upTo(22);
      const day = upTo(7);
      const booking = { ...wish, from: clock(startsAt), to: clock(startsAt + minutes) };
      return meetsWeekly(booking, day) ? null : dated(booking, addDays(monday, 7 * week + day));
    }).filter((wish) => wish !== null),
  );
}

/** Who wishes for a room knows what is there every week; the rest is for the house to refuse. */
const meetsWeekly = ({ room, from, to }: DemoBooking, day: number): boolean =>
  WEEKLY.some(
    (one) =>
      one.room === room &&
      one.rule.endsWith(`BYDAY=${WEEKDAYS[day]}`) &&
      minutesOf(one.from) < minutesOf(to) + PAUSE_MINUTES &&
      minutesOf(from) < minutesOf(one.to) + PAUSE_MINUTES,
  );

/** People book for the weeks to come, less for the months to come. */
const howMany = (week: number) => (week <= 2 ? 10 : week <= 6 ? 6 : 3);

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
