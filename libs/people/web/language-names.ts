import type { Language } from '@bota/shared/domain';

/** Each language in itself. */
export const LANGUAGE_NAMES: Record<Language, string> = { fr: 'Français', nl: 'Nederlands', en: 'English' };
