import { withTexts } from '@bota/shared/ui';

/** Route guard: the texts `manage`. */
export const manageTexts = withTexts('manage', {
  fr: () => import('../i18n/manage.fr.json'),
  nl: () => import('../i18n/manage.nl.json'),
  en: () => import('../i18n/manage.en.json'),
});
