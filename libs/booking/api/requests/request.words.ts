import type { Words } from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';
import type { Told } from '../letters/booking.words';

export type Asked = { title: string; organisation: string; person: string; when: string; url: string };

/** To who decides. */
export const bookingAskedLetter: Record<Language, (asked: Asked) => Words> = {
  fr: ({ title, organisation, person, when, url }) => ({
    subject: `Demande de réservation : ${title}`,
    hello: 'Bonjour,',
    paragraphs: [`${person} (${organisation}) demande à réserver : « ${title} », ${when}.`],
    action: { label: 'Répondre à la demande', url },
  }),
  nl: ({ title, organisation, person, when, url }) => ({
    subject: `Aanvraag voor een reservatie: ${title}`,
    hello: 'Dag,',
    paragraphs: [`${person} (${organisation}) vraagt om te reserveren: “${title}”, ${when}.`],
    action: { label: 'De aanvraag beantwoorden', url },
  }),
  en: ({ title, organisation, person, when, url }) => ({
    subject: `Request to book: ${title}`,
    hello: 'Hello,',
    paragraphs: [`${person} (${organisation}) asks to book: “${title}”, ${when}.`],
    action: { label: 'Answer the request', url },
  }),
};

/** The coordination agreed. */
export const bookingAcceptedLetter: Record<Language, (told: Told) => Words> = {
  fr: ({ title, when, where, reason, spread, url }) => ({
    subject: `Demande acceptée : ${title}`,
    hello: 'Bonjour,',
    paragraphs: [
      `Votre demande est acceptée : « ${title} », ${when}, ${where}.`,
      ...spread,
      ...(reason ? [`Message : « ${reason} »`] : []),
    ],
    action: { label: 'Voir la réservation', url },
    small: 'La pièce jointe l’ajoute à votre agenda.',
  }),
  nl: ({ title, when, where, reason, spread, url }) => ({
    subject: `Aanvraag aanvaard: ${title}`,
    hello: 'Dag,',
    paragraphs: [`Uw aanvraag is aanvaard: “${title}”, ${when}, ${where}.`, ...spread, ...(reason ? [`Bericht: “${reason}”`] : [])],
    action: { label: 'De reservatie bekijken', url },
    small: 'De bijlage zet ze in uw agenda.',
  }),
  en: ({ title, when, where, reason, spread, url }) => ({
    subject: `Request accepted: ${title}`,
    hello: 'Hello,',
    paragraphs: [`Your request is accepted: “${title}”, ${when}, ${where}.`, ...spread, ...(reason ? [`Message: “${reason}”`] : [])],
    action: { label: 'See the booking', url },
    small: 'The attachment adds it to your calendar.',
  }),
};

/** It did not. */
export const bookingDeclinedLetter: Record<Language, (told: Told) => Words> = {
  fr: ({ title, when, where, reason, url }) => ({
    subject: `Demande refusée : ${title}`,
    hello: 'Bonjour,',
    paragraphs: [`Votre demande n’a pas été acceptée : « ${title} », ${when}, ${where}.`, ...(reason ? [`Message : « ${reason} »`] : [])],
    action: { label: 'Voir la réservation', url },
  }),
  nl: ({ title, when, where, reason, url }) => ({
    subject: `Aanvraag geweigerd: ${title}`,
    hello: 'Dag,',
    paragraphs: [`Uw aanvraag is niet aanvaard: “${title}”, ${when}, ${where}.`, ...(reason ? [`Bericht: “${reason}”`] : [])],
    action: { label: 'De reservatie bekijken', url },
  }),
  en: ({ title, when, where, reason, url }) => ({
    subject: `Request declined: ${title}`,
    hello: 'Hello,',
    paragraphs: [`Your request was not accepted: “${title}”, ${when}, ${where}.`, ...(reason ? [`Message: “${reason}”`] : [])],
    action: { label: 'See the booking', url },
  }),
};

/** It agreed to somebody else for the same time. */
export const bookingTakenLetter: Record<Language, (told: Told) => Words> = {
  fr: ({ title, when, where, url }) => ({
    subject: `Demande sans suite : ${title}`,
    hello: 'Bonjour,',
    paragraphs: [
      `Plusieurs demandes portaient sur le même moment, et une autre a été acceptée : « ${title} », ${when}, ${where}, ne peut pas avoir lieu.`,
    ],
    action: { label: 'Voir la réservation', url },
  }),
  nl: ({ title, when, where, url }) => ({
    subject: `Aanvraag zonder gevolg: ${title}`,
    hello: 'Dag,',
    paragraphs: [
      `Er waren meerdere aanvragen voor hetzelfde moment, en een andere is aanvaard: “${title}”, ${when}, ${where}, kan niet doorgaan.`,
    ],
    action: { label: 'De reservatie bekijken', url },
  }),
  en: ({ title, when, where, url }) => ({
    subject: `Request without success: ${title}`,
    hello: 'Hello,',
    paragraphs: [
      `Several people asked for the same time, and another request was accepted: “${title}”, ${when}, ${where}, cannot take place.`,
    ],
    action: { label: 'See the booking', url },
  }),
};

/** A hold was not confirmed in time. */
export const holdOverLetter: Record<Language, (told: Told) => Words> = {
  fr: ({ title, when, where, url }) => ({
    subject: `Option échue : ${title}`,
    hello: 'Bonjour,',
    paragraphs: [`Votre option n’a pas été confirmée à temps : « ${title} », ${when}, ${where}. La salle est de nouveau libre.`],
    action: { label: 'Voir la réservation', url },
  }),
  nl: ({ title, when, where, url }) => ({
    subject: `Optie verlopen: ${title}`,
    hello: 'Dag,',
    paragraphs: [`Uw optie werd niet op tijd bevestigd: “${title}”, ${when}, ${where}. De zaal is weer vrij.`],
    action: { label: 'De reservatie bekijken', url },
  }),
  en: ({ title, when, where, url }) => ({
    subject: `Hold expired: ${title}`,
    hello: 'Hello,',
    paragraphs: [`Your hold was not confirmed in time: “${title}”, ${when}, ${where}. The room is free again.`],
    action: { label: 'See the booking', url },
  }),
};

/** Nobody answered in time. */
export const requestOverLetter: Record<Language, (told: Told) => Words> = {
  fr: ({ title, when, where, url }) => ({
    subject: `Demande restée sans réponse : ${title}`,
    hello: 'Bonjour,',
    paragraphs: [`Personne n’a répondu à temps à votre demande : « ${title} », ${when}, ${where}. Elle n’a plus cours.`],
    action: { label: 'Voir la réservation', url },
  }),
  nl: ({ title, when, where, url }) => ({
    subject: `Aanvraag zonder antwoord: ${title}`,
    hello: 'Dag,',
    paragraphs: [`Niemand antwoordde op tijd op uw aanvraag: “${title}”, ${when}, ${where}. Ze vervalt.`],
    action: { label: 'De reservatie bekijken', url },
  }),
  en: ({ title, when, where, url }) => ({
    subject: `Request without answer: ${title}`,
    hello: 'Hello,',
    paragraphs: [`Nobody answered your request in time: “${title}”, ${when}, ${where}. It has lapsed.`],
    action: { label: 'See the booking', url },
  }),
};
