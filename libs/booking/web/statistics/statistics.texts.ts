import { withTexts } from '@bota/shared/ui';

/** Route guard: the texts `statistics`. */
export const statisticsTexts = withTexts('statistics', {
  fr: () => import('../i18n/statistics.fr.json'),
  nl: () => import('../i18n/statistics.nl.json'),
  en: () => import('../i18n/statistics.en.json'),
});
