import { withTexts } from '@bota/shared/ui';

/** Route guard: the texts `house`. */
export const houseTexts = withTexts('house', {
  fr: () => import('./i18n/house.fr.json'),
  nl: () => import('./i18n/house.nl.json'),
  en: () => import('./i18n/house.en.json'),
});
