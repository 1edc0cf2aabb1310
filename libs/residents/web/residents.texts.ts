import { withTexts } from '@bota/shared/ui';

/** Route guard: the texts `residents`. */
export const residentsTexts = withTexts('residents', {
  fr: () => import('./i18n/residents.fr.json'),
  nl: () => import('./i18n/residents.nl.json'),
  en: () => import('./i18n/residents.en.json'),
});
