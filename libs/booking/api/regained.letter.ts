import type { NotificationKind, Words } from '@bota/shared/api';
import { type Language, spanInWords } from '@bota/shared/domain';

type RegainedFacts = { title: string; house: string; start: string; end: string; zone: string };
type Told = RegainedFacts & { url: string };

const moment = (language: Language, { zone, start, end }: RegainedFacts) =>
  spanInWords({ start: new Date(start), end: new Date(end) }, zone, language);

/** To who booked: a date that had been skipped takes place after all. */
const LETTERS: Record<Language, (facts: Told) => Words> = {
  fr: (facts) => ({
    subject: `Une date s’est libérée : ${facts.title}`,
    hello: 'Bonjour,',
    paragraphs: [
      `La salle s’est libérée : « ${facts.title} » a bien lieu à ${facts.house} ${moment('fr', facts)}.`,
      'Vous aviez demandé de réserver cette date dès que possible. Si elle ne vous sert plus, annulez-la : quelqu’un d’autre attend peut-être.',
    ],
    action: { label: 'Voir la réservation', url: facts.url },
    small: 'La pièce jointe met votre agenda à jour.',
  }),
  nl: (facts) => ({
    subject: `Er is een datum vrijgekomen: ${facts.title}`,
    hello: 'Dag,',
    paragraphs: [
      `De zaal is vrijgekomen: “${facts.title}” gaat door bij ${facts.house} op ${moment('nl', facts)}.`,
      'U had gevraagd om deze datum te reserveren zodra het kon. Heeft u hem niet meer nodig, annuleer hem dan: misschien wacht iemand anders.',
    ],
    action: { label: 'De reservatie bekijken', url: facts.url },
    small: 'De bijlage werkt uw agenda bij.',
  }),
  en: (facts) => ({
    subject: `A date has come free: ${facts.title}`,
    hello: 'Hello,',
    paragraphs: [
      `The room has come free: “${facts.title}” takes place at ${facts.house} on ${moment('en', facts)}.`,
      'You had asked to book this date as soon as possible. If you no longer need it, cancel it: somebody else may be waiting.',
    ],
    action: { label: 'See the booking', url: facts.url },
    small: 'The attachment updates your calendar.',
  }),
};

export const regainedKind: NotificationKind<RegainedFacts> = {
  ...{ kind: 'date-regained', family: 'bookings' },
  words: (facts, { language, url }) => LETTERS[language]({ ...facts, url }),
  sample: {
    ...{ title: 'Assemblée', house: 'Maison', zone: 'Europe/Brussels' },
    ...{ start: '2026-12-01T09:00:00Z', end: '2026-12-01T10:00:00Z' },
  },
};
