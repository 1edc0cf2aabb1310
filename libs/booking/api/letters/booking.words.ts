import type { Words } from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';

/**
 * What somebody else did to a booking, told to who booked. `when`: the date meant, else the next one; `spread`: when all of it is meant, how it
 * repeats and which dates are elsewhere, in paragraphs.
 */
export type Told = { title: string; by: string; when: string; where: string; reason?: string; spread: string[]; url: string };

export const bookingCancelledLetter: Record<Language, (told: Told) => Words> = {
  fr: ({ title, by, when, where, reason, url }) => ({
    subject: `Réservation annulée : ${title}`,
    hello: 'Bonjour,',
    paragraphs: [`${by} a annulé votre réservation « ${title} » : ${when}, ${where}.`, ...(reason ? [`Raison : « ${reason} »`] : [])],
    action: { label: 'Voir la réservation', url },
    small: 'La pièce jointe la retire de votre agenda.',
  }),
  nl: ({ title, by, when, where, reason, url }) => ({
    subject: `Reservatie geannuleerd: ${title}`,
    hello: 'Dag,',
    paragraphs: [`${by} annuleerde uw reservatie “${title}”: ${when}, ${where}.`, ...(reason ? [`Reden: “${reason}”`] : [])],
    action: { label: 'De reservatie bekijken', url },
    small: 'De bijlage verwijdert ze uit uw agenda.',
  }),
  en: ({ title, by, when, where, reason, url }) => ({
    subject: `Booking cancelled: ${title}`,
    hello: 'Hello,',
    paragraphs: [`${by} cancelled your booking “${title}”: ${when}, ${where}.`, ...(reason ? [`Reason: “${reason}”`] : [])],
    action: { label: 'See the booking', url },
    small: 'The attachment takes it out of your calendar.',
  }),
};

export const bookingDateCancelledLetter: Record<Language, (told: Told) => Words> = {
  fr: ({ title, by, when, where, reason, url }) => ({
    subject: `Date annulée : ${title}`,
    hello: 'Bonjour,',
    paragraphs: [
      `${by} a annulé une date de votre réservation « ${title} » : ${when}, ${where}.`,
      ...(reason ? [`Raison : « ${reason} »`] : []),
      'Les autres dates restent réservées.',
    ],
    action: { label: 'Voir la réservation', url },
    small: 'La pièce jointe met votre agenda à jour.',
  }),
  nl: ({ title, by, when, where, reason, url }) => ({
    subject: `Datum geannuleerd: ${title}`,
    hello: 'Dag,',
    paragraphs: [
      `${by} annuleerde een datum van uw reservatie “${title}”: ${when}, ${where}.`,
      ...(reason ? [`Reden: “${reason}”`] : []),
      'De andere data blijven gereserveerd.',
    ],
    action: { label: 'De reservatie bekijken', url },
    small: 'De bijlage werkt uw agenda bij.',
  }),
  en: ({ title, by, when, where, reason, url }) => ({
    subject: `Date cancelled: ${title}`,
    hello: 'Hello,',
    paragraphs: [
      `${by} cancelled a date of your booking “${title}”: ${when}, ${where}.`,
      ...(reason ? [`Reason: “${reason}”`] : []),
      'The other dates stay booked.',
    ],
    action: { label: 'See the booking', url },
    small: 'The attachment updates your calendar.',
  }),
};

export const bookingDatesCancelledLetter: Record<Language, (told: Told) => Words> = {
  fr: ({ title, by, when, where, reason, url }) => ({
    subject: `Dates annulées : ${title}`,
    hello: 'Bonjour,',
    paragraphs: [
      `${by} a annulé des dates de votre réservation « ${title} » : ${when}, ${where}, et les suivantes.`,
      ...(reason ? [`Raison : « ${reason} »`] : []),
      'Les dates d’avant restent réservées.',
    ],
    action: { label: 'Voir la réservation', url },
    small: 'La pièce jointe met votre agenda à jour.',
  }),
  nl: ({ title, by, when, where, reason, url }) => ({
    subject: `Data geannuleerd: ${title}`,
    hello: 'Dag,',
    paragraphs: [
      `${by} annuleerde data van uw reservatie “${title}”: ${when}, ${where}, en de volgende.`,
      ...(reason ? [`Reden: “${reason}”`] : []),
      'De data ervoor blijven gereserveerd.',
    ],
    action: { label: 'De reservatie bekijken', url },
    small: 'De bijlage werkt uw agenda bij.',
  }),
  en: ({ title, by, when, where, reason, url }) => ({
    subject: `Dates cancelled: ${title}`,
    hello: 'Hello,',
    paragraphs: [
      `${by} cancelled dates of your booking “${title}”: ${when}, ${where}, and all that follow.`,
      ...(reason ? [`Reason: “${reason}”`] : []),
      'The dates before stay booked.',
    ],
    action: { label: 'See the booking', url },
    small: 'The attachment updates your calendar.',
  }),
};

export const bookingChangedLetter: Record<Language, (told: Told) => Words> = {
  fr: ({ title, by, when, where, spread, url }) => ({
    subject: `Réservation modifiée : ${title}`,
    hello: 'Bonjour,',
    paragraphs: [`${by} a modifié votre réservation « ${title} ».`, `Maintenant : ${when}, ${where}.`, ...spread],
    action: { label: 'Voir la réservation', url },
    small:
      'La pièce jointe met votre agenda à jour. Si le changement ne vous convient pas, la page de la réservation permet de la changer ou de l’annuler.',
  }),
  nl: ({ title, by, when, where, spread, url }) => ({
    subject: `Reservatie gewijzigd: ${title}`,
    hello: 'Dag,',
    paragraphs: [`${by} wijzigde uw reservatie “${title}”.`, `Nu: ${when}, ${where}.`, ...spread],
    action: { label: 'De reservatie bekijken', url },
    small: 'De bijlage werkt uw agenda bij. Past de wijziging u niet, dan kunt u de reservatie op haar pagina wijzigen of annuleren.',
  }),
  en: ({ title, by, when, where, spread, url }) => ({
    subject: `Booking changed: ${title}`,
    hello: 'Hello,',
    paragraphs: [`${by} changed your booking “${title}”.`, `Now: ${when}, ${where}.`, ...spread],
    action: { label: 'See the booking', url },
    small: 'The attachment updates your calendar. If the change does not suit you, change or cancel the booking on its page.',
  }),
};
