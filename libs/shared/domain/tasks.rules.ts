import { addDays } from './time';
import type { Task } from './tasks.contract';

/** Days before its due day from which a thing is pressing. */
export const PRESSING_DAYS = 7;

/** What has to be decided waits for a decision; what is due within a week (or late) presses; the rest is for soon. Days are local. */
export function urgencyOf({ due, mustDecide = false }: { due: string | null; mustDecide?: boolean }, today: string): Task['urgency'] {
  if (due !== null && due <= addDays(today, PRESSING_DAYS)) return 'now';
  return mustDecide ? 'decide' : 'soon';
}
