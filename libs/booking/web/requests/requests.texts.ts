import { withTexts } from '@bota/shared/ui';

/** Route guard: the texts `requests`. */
export const requestsTexts = withTexts('requests', {
  fr: () => import('../i18n/requests.fr.json'),
  nl: () => import('../i18n/requests.nl.json'),
  en: () => import('../i18n/requests.en.json'),
});
