import { withTexts } from '@bota/shared/ui';

/** Route guard: the texts `rooms`. */
export const roomsTexts = withTexts('rooms', {
  fr: () => import('../i18n/rooms.fr.json'),
  nl: () => import('../i18n/rooms.nl.json'),
  en: () => import('../i18n/rooms.en.json'),
});
