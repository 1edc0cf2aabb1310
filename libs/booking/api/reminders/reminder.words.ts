import type { Words } from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';
import type { Told } from '../letters/booking.words';

/** Before a date of one’s own. */
export const reminderLetter: Record<Language, (told: Told) => Words> = {
  fr: ({ title, when, where, url }) => ({
    subject: `Rappel : ${title}`,
    hello: 'Bonjour,',
    paragraphs: [`Vous avez réservé : « ${title} », ${when}, ${where}.`],
    action: { label: 'Voir la réservation', url },
    small: 'Si elle ne vous sert plus, annulez-la : quelqu’un d’autre cherche peut-être une salle.',
  }),
  nl: ({ title, when, where, url }) => ({
    subject: `Herinnering: ${title}`,
    hello: 'Dag,',
    paragraphs: [`U hebt gereserveerd: “${title}”, ${when}, ${where}.`],
    action: { label: 'De reservatie bekijken', url },
    small: 'Hebt u ze niet meer nodig, annuleer ze dan: misschien zoekt iemand anders een zaal.',
  }),
  en: ({ title, when, where, url }) => ({
    subject: `Reminder: ${title}`,
    hello: 'Hello,',
    paragraphs: [`You have booked: “${title}”, ${when}, ${where}.`],
    action: { label: 'See the booking', url },
    small: 'If you no longer need it, cancel it: somebody else may be looking for a room.',
  }),
};
