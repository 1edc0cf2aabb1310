import type { Words } from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';

/** `spread`: how it repeats and which dates are elsewhere, in paragraphs. */
export type OwnChange = { title: string; when: string; where: string; spread: string[]; url: string };
export type OwnAct = 'changed' | 'cancelled';
type Letters = Record<OwnAct, (told: OwnChange) => Words>;

/** To who booked, of what they changed or cancelled themselves: their calendar follows. */
export const OWN_LETTERS: Record<Language, Letters> = {
  fr: {
    changed: ({ title, when, where, spread, url }) => ({
      subject: `Votre agenda : ${title} a changé`,
      hello: 'Bonjour,',
      paragraphs: [`« ${title} » a changé. Maintenant : ${when}, ${where}.`, ...spread],
      action: { label: 'Voir la réservation', url },
      small: 'La pièce jointe met votre agenda à jour.',
    }),
    cancelled: ({ title, when, where, url }) => ({
      subject: `Votre agenda : ${title} est annulé`,
      hello: 'Bonjour,',
      paragraphs: [`« ${title} » est annulé : ${when}, ${where}.`],
      action: { label: 'Voir la réservation', url },
      small: 'La pièce jointe met votre agenda à jour.',
    }),
  },
  nl: {
    changed: ({ title, when, where, spread, url }) => ({
      subject: `Uw agenda: ${title} is gewijzigd`,
      hello: 'Dag,',
      paragraphs: [`“${title}” is gewijzigd. Nu: ${when}, ${where}.`, ...spread],
      action: { label: 'De reservatie bekijken', url },
      small: 'De bijlage werkt uw agenda bij.',
    }),
    cancelled: ({ title, when, where, url }) => ({
      subject: `Uw agenda: ${title} is geannuleerd`,
      hello: 'Dag,',
      paragraphs: [`“${title}” is geannuleerd: ${when}, ${where}.`],
      action: { label: 'De reservatie bekijken', url },
      small: 'De bijlage werkt uw agenda bij.',
    }),
  },
  en: {
    changed: ({ title, when, where, spread, url }) => ({
      subject: `Your calendar: ${title} has changed`,
      hello: 'Hello,',
      paragraphs: [`“${title}” has changed. Now: ${when}, ${where}.`, ...spread],
      action: { label: 'See the booking', url },
      small: 'The attachment updates your calendar.',
    }),
    cancelled: ({ title, when, where, url }) => ({
      subject: `Your calendar: ${title} is cancelled`,
      hello: 'Hello,',
      paragraphs: [`“${title}” is cancelled: ${when}, ${where}.`],
      action: { label: 'See the booking', url },
      small: 'The attachment updates your calendar.',
    }),
  },
};

export const ownSample = (when: string): OwnChange => ({
  ...{ title: 'Assemblée', when, where: 'Salle A', spread: [], url: 'https://maison.example/' },
});
