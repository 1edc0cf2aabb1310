import type { NotificationKind, Words } from '@bota/shared/api';
import { type Language, LOCALES, type NotificationFamily, dateInWords } from '@bota/shared/domain';
import { nameOf } from '../letters/booking.kinds';

/** `until`: a last day in the house; `given` and `unmet`: titles of the reader’s wishes. */
export type SeasonFacts = {
  round: string;
  until?: string;
  given?: string[];
  unmet?: string[];
  title?: string;
  organisation?: string;
  by?: string;
  byId?: string;
  answer?: string;
  isAccepted?: boolean;
};
type Told = Omit<SeasonFacts, 'until'> & { until: string; url: string };
type Letters = Record<Language, (told: Told) => Words>;

const listed = (titles: readonly string[] = []): string => titles.join(', ');
const some = (titles: readonly string[] | undefined, sentence: string): string[] => (titles?.length ? [sentence] : []);

const OPENED: Letters = {
  fr: ({ round, until, url }) => ({
    subject: `Souhaits ouverts : ${round}`,
    hello: 'Bonjour,',
    paragraphs: [
      `La maison partage ses places de la semaine pour « ${round} ».`,
      `Déposez les souhaits de votre organisation jusqu’au ${until}.`,
    ],
    action: { label: 'Déposer des souhaits', url },
  }),
  nl: ({ round, until, url }) => ({
    subject: `Wensen open: ${round}`,
    hello: 'Dag,',
    paragraphs: [`Het huis verdeelt zijn wekelijkse plaatsen voor “${round}”.`, `Dien de wensen van uw organisatie in tot ${until}.`],
    action: { label: 'Wensen indienen', url },
  }),
  en: ({ round, until, url }) => ({
    subject: `Wishes open: ${round}`,
    hello: 'Hello,',
    paragraphs: [`The house shares out its weekly places for “${round}”.`, `File the wishes of your organisation until ${until}.`],
    action: { label: 'File wishes', url },
  }),
};

const PUBLISHED: Letters = {
  fr: ({ round, until, given, unmet, url }) => ({
    subject: `Projet publié : ${round}`,
    hello: 'Bonjour,',
    paragraphs: [
      `Le projet pour « ${round} » est publié.`,
      ...some(given, `Une place est prévue pour : ${listed(given)}.`),
      ...some(unmet, `Sans place : ${listed(unmet)}.`),
      `Un recours est possible jusqu’au ${until}.`,
    ],
    action: { label: 'Voir le projet', url },
  }),
  nl: ({ round, until, given, unmet, url }) => ({
    subject: `Voorstel bekendgemaakt: ${round}`,
    hello: 'Dag,',
    paragraphs: [
      `Het voorstel voor “${round}” is bekendgemaakt.`,
      ...some(given, `Er is een plaats voorzien voor: ${listed(given)}.`),
      ...some(unmet, `Zonder plaats: ${listed(unmet)}.`),
      `Bezwaar is mogelijk tot ${until}.`,
    ],
    action: { label: 'Het voorstel bekijken', url },
  }),
  en: ({ round, until, given, unmet, url }) => ({
    subject: `Draft published: ${round}`,
    hello: 'Hello,',
    paragraphs: [
      `The draft for “${round}” is published.`,
      ...some(given, `A place is planned for: ${listed(given)}.`),
      ...some(unmet, `Without a place: ${listed(unmet)}.`),
      `You may appeal until ${until}.`,
    ],
    action: { label: 'See the draft', url },
  }),
};

const ADOPTED: Letters = {
  fr: ({ round, given, unmet, url }) => ({
    subject: `Saison adoptée : ${round}`,
    hello: 'Bonjour,',
    paragraphs: [
      `La saison « ${round} » est adoptée, et ses places sont réservées.`,
      ...some(given, `Réservé : ${listed(given)}.`),
      ...some(unmet, `Sans place : ${listed(unmet)}.`),
    ],
    action: { label: 'Voir la saison', url },
  }),
  nl: ({ round, given, unmet, url }) => ({
    subject: `Seizoen aangenomen: ${round}`,
    hello: 'Dag,',
    paragraphs: [
      `Het seizoen “${round}” is aangenomen en zijn plaatsen zijn gereserveerd.`,
      ...some(given, `Gereserveerd: ${listed(given)}.`),
      ...some(unmet, `Zonder plaats: ${listed(unmet)}.`),
    ],
    action: { label: 'Het seizoen bekijken', url },
  }),
  en: ({ round, given, unmet, url }) => ({
    subject: `Season adopted: ${round}`,
    hello: 'Hello,',
    paragraphs: [
      `The season “${round}” is adopted, and its places are booked.`,
      ...some(given, `Booked: ${listed(given)}.`),
      ...some(unmet, `Without a place: ${listed(unmet)}.`),
    ],
    action: { label: 'See the season', url },
  }),
};

const APPEALED: Letters = {
  fr: ({ round, title, organisation, by, url }) => ({
    subject: `Recours : ${title}`,
    hello: 'Bonjour,',
    paragraphs: [`${by} (${organisation}) fait un recours sur « ${title} », pour « ${round} ».`],
    action: { label: 'Répondre au recours', url },
  }),
  nl: ({ round, title, organisation, by, url }) => ({
    subject: `Bezwaar: ${title}`,
    hello: 'Dag,',
    paragraphs: [`${by} (${organisation}) dient bezwaar in over “${title}”, voor “${round}”.`],
    action: { label: 'Het bezwaar beantwoorden', url },
  }),
  en: ({ round, title, organisation, by, url }) => ({
    subject: `Appeal: ${title}`,
    hello: 'Hello,',
    paragraphs: [`${by} (${organisation}) appeals about “${title}”, for “${round}”.`],
    action: { label: 'Answer the appeal', url },
  }),
};

const ANSWERED: Letters = {
  fr: ({ round, title, answer, isAccepted, url }) => ({
    subject: `${isAccepted ? 'Recours accepté' : 'Recours refusé'} : ${title}`,
    hello: 'Bonjour,',
    paragraphs: [
      isAccepted
        ? `Votre recours sur « ${title} » (${round}) est accepté : une autre place est prévue.`
        : `Votre recours sur « ${title} » (${round}) n’a pas été accepté.`,
      ...(answer ? [`Réponse : « ${answer} »`] : []),
    ],
    action: { label: 'Voir la saison', url },
  }),
  nl: ({ round, title, answer, isAccepted, url }) => ({
    subject: `${isAccepted ? 'Bezwaar aanvaard' : 'Bezwaar afgewezen'}: ${title}`,
    hello: 'Dag,',
    paragraphs: [
      isAccepted
        ? `Uw bezwaar over “${title}” (${round}) is aanvaard: er is een andere plaats voorzien.`
        : `Uw bezwaar over “${title}” (${round}) werd niet aanvaard.`,
      ...(answer ? [`Antwoord: “${answer}”`] : []),
    ],
    action: { label: 'Het seizoen bekijken', url },
  }),
  en: ({ round, title, answer, isAccepted, url }) => ({
    subject: `${isAccepted ? 'Appeal accepted' : 'Appeal declined'}: ${title}`,
    hello: 'Hello,',
    paragraphs: [
      isAccepted
        ? `Your appeal about “${title}” (${round}) is accepted: another place is planned.`
        : `Your appeal about “${title}” (${round}) was not accepted.`,
      ...(answer ? [`Answer: “${answer}”`] : []),
    ],
    action: { label: 'See the season', url },
  }),
};

const SAMPLE: SeasonFacts = {
  ...{ round: 'Printemps 2027', until: '2026-11-30', given: ['Chorale'], unmet: ['Yoga'], title: 'Yoga', organisation: 'Atelier Racines' },
  ...{ by: 'Membre Racines', answer: '…', isAccepted: true },
};

const day = (date: string, language: Language): string => {
  const format = new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return dateInWords(format.formatToParts(new Date(`${date}T12:00:00Z`)), language);
};

const kindOf = (kind: string, letters: Letters, family: NotificationFamily = 'season'): NotificationKind<SeasonFacts> => ({
  ...{ kind, family, sample: SAMPLE },
  words: ({ until, ...facts }, { language, url }) =>
    letters[language]({ ...facts, url, until: until ? day(until, language) : '', by: nameOf(facts.by ?? '', language) }),
});
export const SEASON_KINDS = {
  opened: kindOf('season-opened', OPENED),
  published: kindOf('season-published', PUBLISHED),
  adopted: kindOf('season-adopted', ADOPTED),
  appealed: kindOf('season-appealed', APPEALED, 'coordination'),
  answered: kindOf('season-answered', ANSWERED),
};
