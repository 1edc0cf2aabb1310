import type { Words } from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';

/** `spread`: how it repeats and which dates are elsewhere, in paragraphs. */
export type OwnChange = { title: string; when: string; where: string; spread: string[]; url: string };
export type OwnAct = 'changed' | 'cancelled';
type Said = Record<OwnAct, { subject: (title: string) => string; now: (told: OwnChange) => string }>;
type Frame = { hello: string; label: string; small: string };

const FRAME: Record<Language, Frame> = {
  fr: { hello: 'Bonjour,', label: 'Voir la réservation', small: 'La pièce jointe met votre agenda à jour.' },
  nl: { hello: 'Dag,', label: 'De reservatie bekijken', small: 'De bijlage werkt uw agenda bij.' },
  en: { hello: 'Hello,', label: 'See the booking', small: 'The attachment updates your calendar.' },
};
const SAID: Record<Language, Said> = {
  fr: {
    changed: {
      subject: (title) => `Votre agenda : ${title} a changé`,
      now: ({ title, when, where }) => `« ${title} » a changé. Maintenant : ${when}, ${where}.`,
    },
    cancelled: {
      subject: (title) => `Votre agenda : ${title} est annulé`,
      now: ({ title, when, where }) => `« ${title} » est annulé : ${when}, ${where}.`,
    },
  },
  nl: {
    changed: {
      subject: (title) => `Uw agenda: ${title} is gewijzigd`,
      now: ({ title, when, where }) => `“${title}” is gewijzigd. Nu: ${when}, ${where}.`,
    },
    cancelled: {
      subject: (title) => `Uw agenda: ${title} is geannuleerd`,
      now: ({ title, when, where }) => `“${title}” is geannuleerd: ${when}, ${where}.`,
    },
  },
  en: {
    changed: {
      subject: (title) => `Your calendar: ${title} has changed`,
      now: ({ title, when, where }) => `“${title}” has changed. Now: ${when}, ${where}.`,
    },
    cancelled: {
      subject: (title) => `Your calendar: ${title} is cancelled`,
      now: ({ title, when, where }) => `“${title}” is cancelled: ${when}, ${where}.`,
    },
  },
};

/** To who booked, of what they changed or cancelled themselves: their calendar follows. */
export function ownLetter(act: OwnAct, told: OwnChange, language: Language): Words {
  const { hello, label, small } = FRAME[language];
  const { subject, now } = SAID[language][act];
  return {
    ...{ hello, small, subject: subject(told.title), action: { label, url: told.url } },
    paragraphs: [now(told), ...(act === 'changed' ? told.spread : [])],
  };
}

export const ownSample = (when: string): OwnChange => ({
  ...{ title: 'Assemblée', when, where: 'Salle A', spread: [], url: 'https://maison.example/' },
});
