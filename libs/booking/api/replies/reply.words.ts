import type { Words } from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';

type Asks = { question: string; accept: string; decline: string; inCalendar: string };

/** How a letter asks whether a change suits. */
export const REPLY_WORDS: Record<Language, Asks> = {
  fr: {
    question: 'Cela vous convient-il ? Répondez sans vous connecter :',
    accept: 'Cela me convient',
    decline: 'Cela ne me convient pas',
    inCalendar: 'Répondre (une réponse par l’agenda n’est lue par personne) :',
  },
  nl: {
    question: 'Past dat voor u? Antwoord zonder u aan te melden:',
    accept: 'Dat past voor mij',
    decline: 'Dat past niet voor mij',
    inCalendar: 'Antwoorden (een antwoord via de agenda leest niemand):',
  },
  en: {
    question: 'Does it suit you? Answer without signing in:',
    accept: 'It suits me',
    decline: 'It does not suit me',
    inCalendar: 'Answer (an answer by the calendar is read by nobody):',
  },
};

type Declined = { title: string; by: string; when: string; where: string; url: string };

/** To who made the change. What they were told stands on the page of the booking, not here. */
export const replyDeclinedLetter: Record<Language, (told: Declined) => Words> = {
  fr: ({ title, by, when, where, url }) => ({
    subject: `Cela ne convient pas : ${title}`,
    hello: 'Bonjour,',
    paragraphs: [`${by} répond que « ${title} » ne convient pas ainsi : ${when}, ${where}.`],
    action: { label: 'Voir la réponse', url },
  }),
  nl: ({ title, by, when, where, url }) => ({
    subject: `Dat past niet: ${title}`,
    hello: 'Dag,',
    paragraphs: [`${by} antwoordt dat “${title}” zo niet past: ${when}, ${where}.`],
    action: { label: 'Het antwoord bekijken', url },
  }),
  en: ({ title, by, when, where, url }) => ({
    subject: `It does not suit: ${title}`,
    hello: 'Hello,',
    paragraphs: [`${by} answers that “${title}” does not suit like this: ${when}, ${where}.`],
    action: { label: 'See the answer', url },
  }),
};

/** To who booked. Who it is stands on the page of the booking alone: what participants are called is kept no longer than they are invited. */
export const invitationDeclinedLetter: Record<Language, (told: Omit<Declined, 'by'>) => Words> = {
  fr: ({ title, when, where, url }) => ({
    subject: `Quelqu’un ne viendra pas : ${title}`,
    hello: 'Bonjour,',
    paragraphs: [`Une personne invitée à « ${title} » répond qu’elle ne viendra pas : ${when}, ${where}.`],
    action: { label: 'Voir qui vient', url },
  }),
  nl: ({ title, when, where, url }) => ({
    subject: `Iemand komt niet: ${title}`,
    hello: 'Dag,',
    paragraphs: [`Een genodigde voor “${title}” antwoordt niet te komen: ${when}, ${where}.`],
    action: { label: 'Bekijken wie komt', url },
  }),
  en: ({ title, when, where, url }) => ({
    subject: `Somebody is not coming: ${title}`,
    hello: 'Hello,',
    paragraphs: [`Somebody invited to “${title}” answers that they are not coming: ${when}, ${where}.`],
    action: { label: 'See who is coming', url },
  }),
};

/** Neighbours stay without their name in what is kept. */
export const NEIGHBOUR: Record<Language, string> = {
  fr: 'Une personne du voisinage',
  nl: 'Iemand uit de buurt',
  en: 'Somebody from the neighbourhood',
};
