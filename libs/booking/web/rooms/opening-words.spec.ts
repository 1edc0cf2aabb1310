import type { WeekHours } from '@bota/spaces/domain';
import { dayGroups, sharedHours } from './opening-words';

type Week = NonNullable<WeekHours>;
const OPEN: [string, string] = ['08:00', '21:00'];
const LATE: [string, string] = ['10:00', '23:00'];
const written = (week: Week) => dayGroups(week).map(({ first, last, hours }) => `${first}-${last} ${hours?.join('–') ?? 'closed'}`);

it.each<[string, Week, string[], readonly [string, string] | null]>([
  ['every day alike', Array<[string, string]>(7).fill(OPEN), ['1-7 08:00–21:00'], OPEN],
  ['closed on Sunday', [...Array<[string, string]>(6).fill(OPEN), null], ['1-6 08:00–21:00', '7-7 closed'], OPEN],
  ['late on Friday', [OPEN, OPEN, OPEN, OPEN, LATE, null, null], ['1-4 08:00–21:00', '5-5 10:00–23:00', '6-7 closed'], null],
  [
    'closed in the middle',
    [OPEN, null, OPEN, OPEN, OPEN, null, null],
    ['1-1 08:00–21:00', '2-2 closed', '3-5 08:00–21:00', '6-7 closed'],
    OPEN,
  ],
  ['never', Array<null>(7).fill(null), ['1-7 closed'], null],
])('a week %s', (_, week, groups, shared) => {
  expect(written(week)).toEqual(groups);
  expect(sharedHours(dayGroups(week))).toEqual(shared);
});
