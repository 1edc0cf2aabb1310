import { withTexts } from '@bota/shared/ui';

/** Route guard: the texts `booking` (agenda, booking, refusals). */
export const bookingTexts = withTexts('booking', {
  fr: () => import('./i18n/booking.fr.json'),
  nl: () => import('./i18n/booking.nl.json'),
  en: () => import('./i18n/booking.en.json'),
});
