import { withTexts } from '@bota/shared/ui';

/** Route guard: the texts `reply`. */
export const replyTexts = withTexts('reply', {
  fr: () => import('../i18n/reply.fr.json'),
  nl: () => import('../i18n/reply.nl.json'),
  en: () => import('../i18n/reply.en.json'),
});
