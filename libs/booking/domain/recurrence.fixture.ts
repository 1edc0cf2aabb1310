import * as fc from 'fast-check';
import { addDays } from '@bota/shared/domain';

/** Every shape our form writes. */
const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
const days = fc.uniqueArray(weekday, { minLength: 1, maxLength: 5 }).map((list) => list.join());
const position = fc.constantFrom(1, 2, 3, 4, -1);
const monthDay = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant(-1));
const month = fc.integer({ min: 1, max: 12 });
const shape = fc.oneof(
  fc.constant('FREQ=DAILY'),
  fc.constant('FREQ=WEEKLY;WKST=MO'),
  days.map((list) => `FREQ=WEEKLY;WKST=MO;BYDAY=${list}`),
  monthDay.map((day) => `FREQ=MONTHLY;BYMONTHDAY=${day}`),
  fc.constantFrom('28,29', '28,29,30', '28,29,30,31').map((list) => `FREQ=MONTHLY;BYMONTHDAY=${list};BYSETPOS=-1`),
  fc.tuple(position, weekday).map(([n, day]) => `FREQ=MONTHLY;BYDAY=${n}${day}`),
  fc.tuple(days, position).map(([list, n]) => `FREQ=MONTHLY;BYDAY=${list};BYSETPOS=${n}`),
  fc.tuple(month, fc.integer({ min: 1, max: 28 })).map(([m, day]) => `FREQ=YEARLY;BYMONTH=${m};BYMONTHDAY=${day}`),
  month.map((m) => `FREQ=YEARLY;BYMONTH=${m};BYMONTHDAY=-1`),
  fc.tuple(month, position, weekday).map(([m, n, day]) => `FREQ=YEARLY;BYMONTH=${m};BYDAY=${n}${day}`),
);
const end = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 40 }).map((count) => `;COUNT=${count}`),
);
export const rule = fc
  .tuple(shape, fc.integer({ min: 1, max: 4 }), end)
  .map(([text, interval, last]) => `${text};INTERVAL=${interval}${last}`);
export const wallStart = fc
  .tuple(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 95 }))
  .map(
    ([day, quarter]) =>
      `${addDays('2025-01-01', day)}T${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
  );
