import type { Words } from '@bota/shared/api';
import { deName, type Language } from '@bota/shared/domain';

type Asked = { organisation: string; person: string; message: string; url: string };
type Decided = { organisation: string; url: string };

/** To those who decide. */
export const joinAskedLetter: Record<Language, (facts: Asked) => Words> = {
  fr: ({ organisation, person, message, url }) => ({
    subject: `${person} demande à rejoindre ${organisation}`,
    hello: 'Bonjour,',
    paragraphs: [`${person} demande à rejoindre ${organisation}.`, ...(message ? [`Son message : « ${message} »`] : [])],
    action: { label: 'Répondre à la demande', url },
  }),
  nl: ({ organisation, person, message, url }) => ({
    subject: `${person} wil lid worden van ${organisation}`,
    hello: 'Dag,',
    paragraphs: [`${person} vraagt om lid te worden van ${organisation}.`, ...(message ? [`Bericht: “${message}”`] : [])],
    action: { label: 'De vraag beantwoorden', url },
  }),
  en: ({ organisation, person, message, url }) => ({
    subject: `${person} asks to join ${organisation}`,
    hello: 'Hello,',
    paragraphs: [`${person} asks to join ${organisation}.`, ...(message ? [`Their message: “${message}”`] : [])],
    action: { label: 'Answer the request', url },
  }),
};

export const joinApprovedLetter: Record<Language, (facts: Decided) => Words> = {
  fr: ({ organisation, url }) => ({
    subject: `Bienvenue dans ${organisation}`,
    hello: 'Bonjour,',
    paragraphs: [`Votre demande est acceptée : vous faites partie ${deName(organisation)} et pouvez réserver en son nom.`],
    action: { label: 'Ouvrir Bota 75', url },
  }),
  nl: ({ organisation, url }) => ({
    subject: `Welkom bij ${organisation}`,
    hello: 'Dag,',
    paragraphs: [`Uw vraag is aanvaard: u hoort bij ${organisation} en kunt in haar naam reserveren.`],
    action: { label: 'Bota 75 openen', url },
  }),
  en: ({ organisation, url }) => ({
    subject: `Welcome to ${organisation}`,
    hello: 'Hello,',
    paragraphs: [`Your request is accepted: you belong to ${organisation} and may book in its name.`],
    action: { label: 'Open Bota 75', url },
  }),
};

export const joinDeclinedLetter: Record<Language, (facts: Decided) => Words> = {
  fr: ({ organisation }) => ({
    subject: `Votre demande à ${organisation}`,
    hello: 'Bonjour,',
    paragraphs: [`Votre demande de rejoindre ${organisation} n’a pas été acceptée. Pour en savoir plus, adressez-vous à l’organisation.`],
  }),
  nl: ({ organisation }) => ({
    subject: `Uw vraag aan ${organisation}`,
    hello: 'Dag,',
    paragraphs: [`Uw vraag om lid te worden van ${organisation} is niet aanvaard. Neem contact op met de organisatie voor meer uitleg.`],
  }),
  en: ({ organisation }) => ({
    subject: `Your request to ${organisation}`,
    hello: 'Hello,',
    paragraphs: [`Your request to join ${organisation} was not accepted. The organisation itself can tell you more.`],
  }),
};
