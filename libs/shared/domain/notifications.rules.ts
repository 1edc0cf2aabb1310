import type { NotificationFamily, NotificationWay } from './notifications.contract';

/** How one hears of each family as long as one chose nothing else. */
export const USUAL_WAYS: Record<NotificationFamily, NotificationWay> = {
  bookings: 'mail',
  confirmations: 'mail',
  requests: 'mail',
  reminders: 'app',
  closures: 'mail',
  season: 'mail',
  organisation: 'mail',
  coordination: 'mail',
};

const SILENT: readonly NotificationFamily[] = ['season', 'coordination'];

/**
 * The ways one may choose for a family. What was done to one's own booking or request is told in the application at least: nobody
 * stands before a closed door unawares. What one booked oneself the application said at once: it is written or not. Reminders come in time or not at all: no digest gathers them, and their moment switches them off.
 */
export function waysOf(family: NotificationFamily): readonly NotificationWay[] {
  if (family === 'confirmations') return ['mail', 'none'];
  if (family === 'reminders') return ['mail', 'app'];
  return SILENT.includes(family) ? ['mail', 'digest', 'app', 'none'] : ['mail', 'digest', 'app'];
}

/** How one hears of a family whose letters one ends: in the application, when it is told there. */
export const withoutLetters = (family: NotificationFamily): NotificationWay => (waysOf(family).includes('app') ? 'app' : 'none');

/** The way chosen for a family, when it may be; else the usual one. */
export function wayOf(family: NotificationFamily, chosen: Partial<Record<NotificationFamily, NotificationWay>>): NotificationWay {
  const way = chosen[family];
  return way && waysOf(family).includes(way) ? way : USUAL_WAYS[family];
}
