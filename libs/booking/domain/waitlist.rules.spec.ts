import type { ReasonCode } from '@bota/shared/domain';
import { mayWait, besidesTaken, offerEnd } from './waitlist.rules';

const NOW = new Date('2026-03-16T08:00:00Z');

it.each([
  ['in a month', '2026-04-16T08:00:00Z', '2026-03-17T08:00:00Z'],
  ['in two days and a minute', '2026-03-18T08:01:00Z', '2026-03-17T08:00:00Z'],
  ['in two days', '2026-03-18T08:00:00Z', '2026-03-17T08:00:00Z'],
  ['in two days less two minutes', '2026-03-18T07:58:00Z', '2026-03-17T07:59:00Z'],
  ['over a night in which the clocks change', '2026-03-29T08:00:00Z', '2026-03-17T08:00:00Z'],
  ['in two hours', '2026-03-16T10:00:00Z', '2026-03-16T09:00:00Z'],
  ['in half an hour', '2026-03-16T08:30:00Z', '2026-03-16T08:15:00Z'],
  ['in half an hour less a second', '2026-03-16T08:29:59Z', null],
  ['at this moment', '2026-03-16T08:00:00Z', null],
  ['an hour ago', '2026-03-16T07:00:00Z', null],
])('what starts %s is offered until %s → %s', (_, start, until) => {
  expect(offerEnd(new Date(start), NOW)?.toISOString() ?? null).toBe(until && new Date(until).toISOString());
});

it.each<[ReasonCode[], boolean, ReasonCode[]]>([
  [[], false, []],
  [['ROOM_TAKEN'], true, []],
  [['ROOM_TAKEN', 'BUFFER'], true, []],
  [['ROOM_TAKEN', 'CLOSED'], false, ['CLOSED']],
  [['LEAD_TIME'], false, ['LEAD_TIME']],
])('refused for %j, a wish may wait: %s', (codes, may, others) => {
  const reasons = codes.map((code) => ({ code }));
  expect(mayWait(reasons)).toBe(may);
  expect(besidesTaken(reasons).map(({ code }) => code)).toEqual(others);
});
