import type { TextFiles } from '@bota/shared/ui';

export const PREFERENCES_TEXTS: TextFiles = {
  fr: () => import('../i18n/preferences.fr.json'),
  nl: () => import('../i18n/preferences.nl.json'),
  en: () => import('../i18n/preferences.en.json'),
};
