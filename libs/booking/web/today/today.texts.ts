import { withTexts } from '@bota/shared/ui';

/** Route guard: the texts `today`. */
export const todayTexts = withTexts('today', {
  fr: () => import('../i18n/today.fr.json'),
  nl: () => import('../i18n/today.nl.json'),
  en: () => import('../i18n/today.en.json'),
});
