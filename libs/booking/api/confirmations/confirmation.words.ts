import type { Words } from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';

/** `spread`: how it repeats and which dates are elsewhere, in paragraphs; `skipped`: how many of its dates could not be booked. */
export type Confirmed = { title: string; when: string; where: string; spread: string[]; skipped: number; url: string };

const SKIPPED: Record<Language, (count: number) => string> = {
  fr: (count) => (count === 1 ? 'Une date n’a pas pu être réservée.' : `${count} dates n’ont pas pu être réservées.`),
  nl: (count) => (count === 1 ? 'Eén datum kon niet gereserveerd worden.' : `${count} data konden niet gereserveerd worden.`),
  en: (count) => (count === 1 ? 'One date could not be booked.' : `${count} dates could not be booked.`),
};
const more = (language: Language, { spread, skipped }: Confirmed): string[] => [
  ...spread,
  ...(skipped > 0 ? [SKIPPED[language](skipped)] : []),
];

/** To who booked, of what they booked themselves. */
export const bookingConfirmedLetter: Record<Language, (confirmed: Confirmed) => Words> = {
  fr: (confirmed) => ({
    subject: `Réservation confirmée : ${confirmed.title}`,
    hello: 'Bonjour,',
    paragraphs: [`Vous avez réservé « ${confirmed.title} » : ${confirmed.when}, ${confirmed.where}.`, ...more('fr', confirmed)],
    action: { label: 'Voir la réservation', url: confirmed.url },
    small: 'La pièce jointe l’ajoute à votre agenda.',
  }),
  nl: (confirmed) => ({
    subject: `Reservatie bevestigd: ${confirmed.title}`,
    hello: 'Dag,',
    paragraphs: [`U reserveerde “${confirmed.title}”: ${confirmed.when}, ${confirmed.where}.`, ...more('nl', confirmed)],
    action: { label: 'De reservatie bekijken', url: confirmed.url },
    small: 'De bijlage zet ze in uw agenda.',
  }),
  en: (confirmed) => ({
    subject: `Booking confirmed: ${confirmed.title}`,
    hello: 'Hello,',
    paragraphs: [`You booked “${confirmed.title}”: ${confirmed.when}, ${confirmed.where}.`, ...more('en', confirmed)],
    action: { label: 'See the booking', url: confirmed.url },
    small: 'The attachment adds it to your calendar.',
  }),
};

export const confirmedSample = (when: string): Confirmed => ({
  ...{ title: 'Assemblée', when, where: 'Salle A', spread: [], skipped: 0, url: 'https://maison.example/' },
});
