import { withTexts } from '@bota/shared/ui';

/** Route guard: words for rooms (`spaces.feature.*`, `spaces.layout.*`, `spaces.places.*`). On all pages of a house. */
export const spaceTexts = withTexts('spaces', {
  fr: () => import('./i18n/spaces.fr.json'),
  nl: () => import('./i18n/spaces.nl.json'),
  en: () => import('./i18n/spaces.en.json'),
});
