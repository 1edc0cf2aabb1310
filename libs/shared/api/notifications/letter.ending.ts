import type { Language } from '@bota/shared/domain';
import type { LetterLink } from '../mail/letter';

type Ways = { preferences: string; unsubscribe: string };

const LABELS: Record<Language, Record<keyof Ways, string>> = {
  fr: { preferences: 'Choisir ce que vous recevez', unsubscribe: 'Ne plus recevoir ces e-mails' },
  nl: { preferences: 'Kiezen wat u ontvangt', unsubscribe: 'Deze e-mails niet meer ontvangen' },
  en: { preferences: 'Choose what you receive', unsubscribe: 'No longer receive these e-mails' },
};

/** How each letter ends that one may do without: where to choose, and how to hear no more of it. */
export const endingOf = (language: Language, ways: Ways): LetterLink[] => [
  { label: LABELS[language].preferences, url: ways.preferences },
  { label: LABELS[language].unsubscribe, url: ways.unsubscribe },
];
