import { checkInWindow, releaseOf, strictestCheckIn, whyNotCheckIn } from './check-in.rules';
import { statusAt } from './status.rules';

const at = (time: string) => new Date(`2026-03-16T${time}:00Z`);
const QUARTER = { opensMinutes: 15, releaseMinutes: 15 };
const LATE = { opensMinutes: 60, releaseMinutes: 45 };
const [start, end] = [at('09:00'), at('11:00')];

it.each([
  ['none of them asks', [undefined, undefined], null],
  ['one asks', [undefined, LATE], LATE],
  ['both ask', [LATE, QUARTER], QUARTER],
  ['each is stricter in its own way', [{ ...QUARTER, releaseMinutes: 90 }, LATE], { opensMinutes: 15, releaseMinutes: 45 }],
])('of several rooms the strictest holds: %s', (_, rules, expected) => expect(strictestCheckIn(rules)).toEqual(expected));

it.each([
  ['08:44', 'booking/check-in-too-early'],
  ['08:45', null],
  ['09:00', null],
  ['10:59', null],
  ['11:00', 'booking/check-in-over'],
])('at %s: %s', (now, expected) => expect(whyNotCheckIn({ start, end, rule: QUARTER, now: at(now) })).toBe(expected));

it('where no room asks there is nothing to say', () =>
  expect(whyNotCheckIn({ start, end, rule: null, now: start })).toBe('booking/check-in-not-asked'));

it('minutes are elapsed ones where the clocks change', () => {
  // 29 March 2026 in Brussels: 03:10 comes ten minutes after 01:59.
  const { opens, releases } = checkInWindow(new Date('2026-03-29T01:10:00Z'), QUARTER);
  expect([opens.toISOString(), releases.toISOString()]).toEqual(['2026-03-29T00:55:00.000Z', '2026-03-29T01:25:00.000Z']);
});

const since = new Date(0);
it.each([
  ['its minutes after the start', {}, '09:15'],
  ['counted from the last change, when that came later', { changedAt: at('09:20') }, '09:35'],
  ['never, when it would be over by then', { end: at('09:15') }, null],
  ['never, when no room asks', { asked: [] }, null],
  ['by a rule made just when the window opened', { asked: [{ rule: QUARTER, since: at('08:45') }] }, '09:15'],
  ['never by a rule made after that', { asked: [{ rule: QUARTER, since: at('08:46') }] }, null],
  [
    'by the older rule of two',
    {
      asked: [
        { rule: QUARTER, since: at('08:46') },
        { rule: LATE, since },
      ],
    },
    '09:45',
  ],
])('is released %s', (_, more, expected) => {
  const asked = [{ rule: QUARTER, since }];
  expect(releaseOf({ start, end, asked, changedAt: at('07:00'), ...more })).toEqual(expected && at(expected));
});

it.each([
  ['confirmed', null, '10:00', 'confirmed'],
  ['confirmed', null, '12:00', 'confirmed'],
  ['confirmed', at('08:50'), '08:55', 'checked_in'],
  ['confirmed', at('08:50'), '10:59', 'checked_in'],
  ['confirmed', at('08:50'), '11:00', 'done'],
  ['no_show', null, '12:00', 'no_show'],
  ['cancelled', at('08:50'), '12:00', 'cancelled'],
] as const)('kept as %s, checked in at %s: at %s it is %s', (status, checkedInAt, now, expected) =>
  expect(statusAt({ status, checkedInAt, end }, at(now))).toBe(expected),
);
