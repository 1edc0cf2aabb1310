import { withTexts } from '@bota/shared/ui';

/** Route guard: the texts `waiting`. */
export const waitingTexts = withTexts('waiting', {
  fr: () => import('../i18n/waiting.fr.json'),
  nl: () => import('../i18n/waiting.nl.json'),
  en: () => import('../i18n/waiting.en.json'),
});
