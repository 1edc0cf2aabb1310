import { withTexts } from '@bota/shared/ui';

/** Route guard: the texts `outside`. */
export const outsideTexts = withTexts('outside', {
  fr: () => import('../i18n/outside.fr.json'),
  nl: () => import('../i18n/outside.nl.json'),
  en: () => import('../i18n/outside.en.json'),
});
