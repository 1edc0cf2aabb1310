import { withTexts } from '@bota/shared/ui';

/** Route guard: the texts `mandates`. */
export const mandatesTexts = withTexts('mandates', {
  fr: () => import('./i18n/mandates.fr.json'),
  nl: () => import('./i18n/mandates.nl.json'),
  en: () => import('./i18n/mandates.en.json'),
});
