import * as z from 'zod';
import { LetterFamily, NOTIFICATION_FAMILIES, NotificationFamily, NotificationWay, waysOf } from '@bota/shared/domain';

/** When one is reminded of a booking: never, an hour before, or at 17:00 of the day before, in the time of the house. */
export const ReminderMoment = z.enum(['off', 'hour', 'day-before']).meta({ id: 'ReminderMoment' });
export type ReminderMoment = z.infer<typeof ReminderMoment>;

/** How often what is gathered is sent: every day, or on Mondays, at 07:00 in the time of the house. */
export const DigestRhythm = z.enum(['daily', 'weekly']).meta({ id: 'DigestRhythm' });
export type DigestRhythm = z.infer<typeof DigestRhythm>;

/** GET /api/me/notification-preferences: the families that concern the reader, with the ways each may be heard of. */
export const NotificationPreferences = z
  .object({
    families: z.array(z.object({ family: NotificationFamily, way: NotificationWay, ways: z.array(NotificationWay) })),
    reminder: ReminderMoment,
    digest: DigestRhythm,
  })
  .meta({ id: 'NotificationPreferences' });
export type NotificationPreferences = z.infer<typeof NotificationPreferences>;

/** PATCH /api/me/notification-preferences: what is left out stays. */
export const PreferencesEdit = z
  .object({
    ways: z.partialRecord(NotificationFamily, NotificationWay),
    reminder: ReminderMoment,
    digest: DigestRhythm,
  })
  .partial()
  .superRefine(({ ways = {} }, context) => {
    for (const family of NOTIFICATION_FAMILIES) {
      const way = ways[family];
      if (way && !waysOf(family).includes(way))
        context.addIssue({ code: 'custom', path: ['ways', family], message: `one of ${waysOf(family).join(', ')}` });
    }
  })
  .meta({ id: 'PreferencesEdit' });
export type PreferencesEdit = z.infer<typeof PreferencesEdit>;

/** What a link in a letter carries; whether it is ours, its signature says. */
export const UnsubscribeToken = z.string().min(1).max(120);

/** POST /api/unsubscriptions/:token */
export const Unsubscription = z.object({ family: LetterFamily }).meta({ id: 'Unsubscription' });
export type Unsubscription = z.infer<typeof Unsubscription>;
