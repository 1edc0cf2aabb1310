import { type TextFiles } from '@bota/shared/ui';

export const SEARCH_TEXTS: TextFiles = {
  fr: () => import('./search.fr.json'),
  nl: () => import('./search.nl.json'),
  en: () => import('./search.en.json'),
};
