import { type TextFiles } from './texts';

export const UI_TEXTS: TextFiles = {
  fr: () => import('./i18n/ui.fr.json'),
  nl: () => import('./i18n/ui.nl.json'),
  en: () => import('./i18n/ui.en.json'),
};
