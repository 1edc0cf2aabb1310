import { withTexts } from '@bota/shared/ui';

/** Route guard: the texts `plan`. */
export const planTexts = withTexts('plan', {
  fr: () => import('../i18n/plan.fr.json'),
  nl: () => import('../i18n/plan.nl.json'),
  en: () => import('../i18n/plan.en.json'),
});
