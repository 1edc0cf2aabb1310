import { type TextFiles } from '@bota/shared/ui';

export const SHELL_TEXTS: TextFiles = {
  fr: () => import('./shell.fr.json'),
  nl: () => import('./shell.nl.json'),
  en: () => import('./shell.en.json'),
};
