import { withTexts } from '@bota/shared/ui';

/** Route guard: the texts `season`. */
export const seasonTexts = withTexts('season', {
  fr: () => import('../i18n/season.fr.json'),
  nl: () => import('../i18n/season.nl.json'),
  en: () => import('../i18n/season.en.json'),
});
