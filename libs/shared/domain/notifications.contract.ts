import * as z from 'zod';

/** What notifications are about; one chooses for each how one hears of it. A domain that joins adds its family. */
export const NotificationFamily = z
  .enum(['bookings', 'confirmations', 'requests', 'reminders', 'closures', 'season', 'organisation', 'coordination'])
  .meta({ id: 'NotificationFamily' });
export type NotificationFamily = z.infer<typeof NotificationFamily>;
export const NOTIFICATION_FAMILIES: readonly NotificationFamily[] = NotificationFamily.options;

/** What the link of a letter ends: the letters of a family, or the digest with all that it gathers. */
export const LetterFamily = z.enum([...NotificationFamily.options, 'digest']).meta({ id: 'LetterFamily' });
export type LetterFamily = z.infer<typeof LetterFamily>;

/** In the application alone; there and by e-mail at once; there and in the next digest; or not at all. */
export const NotificationWay = z.enum(['app', 'mail', 'digest', 'none']).meta({ id: 'NotificationWay' });
export type NotificationWay = z.infer<typeof NotificationWay>;
