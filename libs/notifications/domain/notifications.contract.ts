import * as z from 'zod';
import { Id, Instant, Language, NotificationFamily } from '@bota/shared/domain';

/** Something a person was told, in the language they read now. */
export const Notification = z
  .object({
    id: Id,
    family: NotificationFamily,
    title: z.string(),
    text: z.array(z.string()),
    /** Where it is looked up, below the address of the house. */
    path: z.string(),
    at: Instant,
    isRead: z.boolean(),
  })
  .meta({ id: 'Notification' });
export type Notification = z.infer<typeof Notification>;

/** GET /api/spaces/:space/notifications: the latest first; `next` is the id to go on from. */
export const NotificationList = z
  .object({ items: z.array(Notification), unread: z.number().int(), next: Id.optional() })
  .meta({ id: 'NotificationList' });
export type NotificationList = z.infer<typeof NotificationList>;

export const NotificationQuery = z.object({
  /** The language of the reader’s account when left out. */
  language: Language.optional(),
  before: Id.optional(),
});
export type NotificationQuery = z.infer<typeof NotificationQuery>;

/** GET /api/spaces/:space/notifications/count */
export const NotificationCount = z.object({ unread: z.number().int() }).meta({ id: 'NotificationCount' });
export type NotificationCount = z.infer<typeof NotificationCount>;

/** POST /api/spaces/:space/notifications/reading: all up to the latest that was seen, and none that came meanwhile. */
export const NotificationReading = z.object({ upTo: Id }).meta({ id: 'NotificationReading' });
export type NotificationReading = z.infer<typeof NotificationReading>;
