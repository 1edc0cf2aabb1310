import { withTexts } from '@bota/shared/ui';

/** Route guard: the texts `icalendar`. */
export const icalendarTexts = withTexts('icalendar', {
  fr: () => import('../i18n/icalendar.fr.json'),
  nl: () => import('../i18n/icalendar.nl.json'),
  en: () => import('../i18n/icalendar.en.json'),
});
