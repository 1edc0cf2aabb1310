import { addDays, readTime, startOfDay, weekdayOf, dateOf } from '@bota/shared/domain';
import type { DigestRhythm } from './preferences.contract';

const MORNING = '07:00';

export type DigestDay = { day: string; from: Date; to: Date };

/**
 * The digest that is due now in a house: its day (Monday for the weekly one) and the time it looks ahead to, `[from, to)`: the rest of the
 * day, or of the week. Null before 07:00 of that day (wall time of the house); due from then to the end of the day or week, so that it is
 * caught up with after an interruption. `chosenAt`: who chose after 07:00 gets the next one.
 */
export function digestDue(rhythm: DigestRhythm, chosenAt: Date, zone: string, now: Date): DigestDay | null {
  const today = dateOf(now, zone);
  const day = rhythm === 'weekly' ? addDays(today, 1 - weekdayOf(today)) : today;
  const moment = readTime(`${day}T${MORNING}`, zone).instant;
  if (now < moment || chosenAt > moment) return null;
  return { day, from: now, to: startOfDay(addDays(day, rhythm === 'weekly' ? 7 : 1), zone) };
}
