import { addMonths, lastDayOf, monthOf } from './months.rules';
import type { PeriodState } from './statements.contract';

/** How far a house is with its months: the first one it charges for, and the last one it closed (`YYYY-MM`). */
export type Closing = { first: string; lastClosed: string | null };
export type NotClosing = 'period/already-closed' | 'period/not-ended' | 'period/out-of-order';

/** The state of a month on a local date of the house. */
export function periodState(month: string, { lastClosed }: Closing, today: string): PeriodState {
  if (lastClosed !== null && month <= lastClosed) return 'closed';
  return month < monthOf(today) ? 'open' : 'running';
}

/** The first month that is not closed: whatever is corrected goes there, and no other can be closed before it. */
export const nextOpen = ({ first, lastClosed }: Closing): string => (lastClosed === null ? first : addMonths(lastClosed, 1));

/** Why a month cannot be closed now: it is closed, it has not ended, or an earlier one still waits. */
export function whyNotClose(month: string, closing: Closing, today: string): NotClosing | null {
  const state = periodState(month, closing, today);
  if (state === 'closed') return 'period/already-closed';
  if (state === 'running') return 'period/not-ended';
  return month === nextOpen(closing) ? null : 'period/out-of-order';
}

/** The date of a correction made today: in the first open month, and never in the future of it. */
export function correctionDate(closing: Closing, today: string): string {
  const last = lastDayOf(nextOpen(closing));
  return today < last ? today : last;
}

/** Whether all months of a charge (`to` null: without end) are closed, so that it would charge nobody any more. */
export const isAllClosed = ({ to }: { to: string | null }, { lastClosed }: Closing): boolean =>
  to !== null && lastClosed !== null && to <= lastClosed;

/** `2026-0007`: consecutive within a house and the year of the period. */
export const statementNumber = (year: number, number: number): string => `${year}-${String(number).padStart(4, '0')}`;

const FAR = 24;

/** Whether a month is a slip of the pen: more than two years before or after a local date. */
export const isTooFar = (month: string, today: string): boolean =>
  month < addMonths(monthOf(today), -FAR) || month > addMonths(monthOf(today), FAR);
