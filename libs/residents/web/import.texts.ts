import { withTexts } from '@bota/shared/ui';

/** Route guard: the texts `import`. */
export const importTexts = withTexts('import', {
  fr: () => import('./i18n/import.fr.json'),
  nl: () => import('./i18n/import.nl.json'),
  en: () => import('./i18n/import.en.json'),
});
