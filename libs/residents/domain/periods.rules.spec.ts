import { addMonths, daysOf, lastDayOf, monthsBetween } from './months.rules';
import { correctionDate, isTooFar, nextOpen, periodState, statementNumber, whyNotClose } from './periods.rules';

const TODAY = '2026-11-25';
const fresh = { first: '2026-09', lastClosed: null };
const closed = { first: '2026-09', lastClosed: '2026-09' };

it.each([
  ['the first month', '2026-09', fresh, null],
  ['one after an open one', '2026-10', fresh, 'period/out-of-order'],
  ['this month', '2026-11', fresh, 'period/not-ended'],
  ['a month to come', '2027-01', fresh, 'period/not-ended'],
  ['a closed one', '2026-09', closed, 'period/already-closed'],
  ['the next one', '2026-10', closed, null],
])('closing %s', (_, month, closing, why) => expect(whyNotClose(month, closing, TODAY)).toBe(why));

it('a month can be closed on the first day after it, and not on its last', () => {
  expect(whyNotClose('2026-10', closed, '2026-10-31')).toBe('period/not-ended');
  expect(whyNotClose('2026-10', closed, '2026-11-01')).toBeNull();
});

it.each([
  ['2026-09', 'closed'],
  ['2026-10', 'open'],
  ['2026-11', 'running'],
])('%s is %s', (month, state) => expect(periodState(month, closed, TODAY)).toBe(state));

it('a correction goes into the first open month, today at the latest', () => {
  expect(nextOpen(closed)).toBe('2026-10');
  expect(correctionDate(closed, TODAY)).toBe('2026-10-31');
  expect(correctionDate({ first: '2026-09', lastClosed: '2026-10' }, TODAY)).toBe(TODAY);
});

it.each([
  ['2024-10', true],
  ['2024-11', false],
  ['2028-11', false],
  ['2028-12', true],
])('%s is too far away: %s', (month, isFar) => expect(isTooFar(month, TODAY)).toBe(isFar));

it('months go over the year', () => {
  expect([addMonths('2026-12', 1), addMonths('2026-01', -1), addMonths('2026-11', 14)]).toEqual(['2027-01', '2025-12', '2028-01']);
  expect(monthsBetween('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  expect(monthsBetween('2026-11', '2026-10')).toEqual([]);
  expect([lastDayOf('2028-02'), lastDayOf('2026-02'), lastDayOf('2026-12')]).toEqual(['2028-02-29', '2026-02-28', '2026-12-31']);
  expect(daysOf('2026-02')).toHaveLength(28);
});

it('numbers have four digits at least', () =>
  expect([statementNumber(2026, 7), statementNumber(2026, 12_345)]).toEqual(['2026-0007', '2026-12345']));
