import { withTexts } from '@bota/shared/ui';

/** Route guard: the texts `calendars`. */
export const calendarsTexts = withTexts('calendars', {
  fr: () => import('../i18n/calendars.fr.json'),
  nl: () => import('../i18n/calendars.nl.json'),
  en: () => import('../i18n/calendars.en.json'),
});
