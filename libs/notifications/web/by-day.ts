import type { Notification } from '@bota/notifications/domain';
import { dateOf } from '@bota/shared/domain';

export type Day = { date: string; items: Notification[] };

/** Notifications under the days of the house on which they came, in the order they have. */
export function byDay(items: readonly Notification[], zone: string): Day[] {
  const days: Day[] = [];
  for (const item of items) {
    const date = dateOf(new Date(item.at), zone);
    const last = days.at(-1);
    if (last?.date === date) last.items.push(item);
    else days.push({ date, items: [item] });
  }
  return days;
}
