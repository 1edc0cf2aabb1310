import { addDays, addMinutes, dateOf, readTime } from '@bota/shared/domain';

/** When one is reminded of a date: never, an hour before, or at 17:00 of the day before. */
export type ReminderChoice = 'off' | 'hour' | 'day-before';
const HOUR_MINUTES = 60;
const EVE = '17:00';

/**
 * The instant of a reminder, null for none. The hour is elapsed time; 17:00 is wall time of the house on the day before the one on
 * which the date begins there, whatever the clocks do in between.
 */
export function reminderAt(start: Date, choice: ReminderChoice, zone: string): Date | null {
  if (choice === 'off') return null;
  if (choice === 'hour') return addMinutes(start, -HOUR_MINUTES);
  return readTime(`${addDays(dateOf(start, zone), -1)}T${EVE}`, zone).instant;
}

/**
 * Whether now is the time: from the moment on (so that it is caught up with after an interruption) and never once it has begun.
 * What was booked or agreed to after the moment needs no reminder: one knows.
 */
export function isToRemind({ start, knownSince, choice, zone }: Remindable, now: Date): boolean {
  const moment = reminderAt(start, choice, zone);
  return moment !== null && moment <= now && now < start && knownSince <= moment;
}
export type Remindable = { start: Date; knownSince: Date; choice: ReminderChoice; zone: string };
