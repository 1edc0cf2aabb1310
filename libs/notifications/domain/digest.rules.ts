import { addDays, readTime, startOfDay, weekdayOf, dateOf } from '@bota/shared/domain';
import type { DigestRhythm } from './preferences.contract';

const MORNING = '07:00';
const MONDAY = 1;

export type DigestDay = { day: string; from: Date; to: Date };

/**
 * The digest that is due now in a house: its day and the time it looks ahead to, `[from, to)`: the rest of the day, or of the week.
 * Null before 07:00 (wall time of the house), and on other days than Monday for the weekly one. From 07:00 to the end of the day, so
 * that it is caught up with after an interruption. `chosenAt`: who chose after 07:00 gets the next one.
 */
export function digestDue(rhythm: DigestRhythm, chosenAt: Date, zone: string, now: Date): DigestDay | null {
  const day = dateOf(now, zone);
  const moment = readTime(`${day}T${MORNING}`, zone).instant;
  if (now < moment || chosenAt > moment || (rhythm === 'weekly' && weekdayOf(day) !== MONDAY)) return null;
  return { day, from: now, to: startOfDay(addDays(day, rhythm === 'weekly' ? 7 : 1), zone) };
}
