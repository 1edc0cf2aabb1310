import type { Language } from '@bota/shared/domain';
import enGb from 'fullcalendar/locales/en-gb';
import fr from 'fullcalendar/locales/fr';
import nl from 'fullcalendar/locales/nl';

export const calendarLocales = [fr, nl, enGb];
export const LOCALE_NAMES: Record<Language, string> = { fr: 'fr', nl: 'nl', en: 'en-gb' };
