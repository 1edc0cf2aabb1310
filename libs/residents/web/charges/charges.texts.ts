import { withTexts } from '@bota/shared/ui';

/** Route guard: the texts `charges`. */
export const chargesTexts = withTexts('charges', {
  fr: () => import('../i18n/charges.fr.json'),
  nl: () => import('../i18n/charges.nl.json'),
  en: () => import('../i18n/charges.en.json'),
});
