import { withTexts } from '@bota/shared/ui';

/** Route guard: the texts `notifications`. */
export const notificationsTexts = withTexts('notifications', {
  fr: () => import('./i18n/notifications.fr.json'),
  nl: () => import('./i18n/notifications.nl.json'),
  en: () => import('./i18n/notifications.en.json'),
});
