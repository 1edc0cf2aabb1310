import type { NotificationKind, Words } from '@bota/shared/api';
import { type Language, momentInWords, spanInWords } from '@bota/shared/domain';

type Offered = { title: string; house: string; when: string; where: string; until: Date; zone: string; url: string };

const moment = ({ until, zone }: Offered, language: Language) => momentInWords(until, zone, language);

/** To who waited: the rooms are kept for them, until then. */
const offeredLetter: Record<Language, (offered: Offered) => Words> = {
  fr: (offered) => ({
    subject: `La salle s’est libérée : ${offered.title}`,
    hello: 'Bonjour,',
    paragraphs: [
      `Vous étiez en tête de la liste d’attente à ${offered.house} : « ${offered.title} », ${offered.when}, ${offered.where}.`,
      `La salle vous est gardée jusqu’au ${moment(offered, 'fr')}. Confirmez d’ici là, ou laissez-la à la personne suivante.`,
    ],
    action: { label: 'Confirmer ou laisser', url: offered.url },
    small: 'Sans réponse de votre part, elle sera proposée à la personne suivante.',
  }),
  nl: (offered) => ({
    subject: `De zaal is vrijgekomen: ${offered.title}`,
    hello: 'Dag,',
    paragraphs: [
      `U stond bovenaan op de wachtlijst bij ${offered.house}: “${offered.title}”, ${offered.when}, ${offered.where}.`,
      `De zaal wordt voor u vrijgehouden tot ${moment(offered, 'nl')}. Bevestig voor dan, of laat ze aan de volgende.`,
    ],
    action: { label: 'Bevestigen of laten gaan', url: offered.url },
    small: 'Zonder antwoord wordt ze aan de volgende aangeboden.',
  }),
  en: (offered) => ({
    subject: `The room has come free: ${offered.title}`,
    hello: 'Hello,',
    paragraphs: [
      `You were first on the waiting list at ${offered.house}: “${offered.title}”, ${offered.when}, ${offered.where}.`,
      `The room is kept for you until ${moment(offered, 'en')}. Confirm by then, or leave it to whoever is next.`,
    ],
    action: { label: 'Confirm or let go', url: offered.url },
    small: 'Without an answer from you it is offered to whoever is next.',
  }),
};

/** `start` and `end` of what was waited for, `until` of the offer: instants, as they are kept. */
type OfferFacts = { title: string; house: string; where: string; start: string; end: string; until: string; zone: string };

export const offeredKind: NotificationKind<OfferFacts> = {
  ...{ kind: 'waitlist-offered', family: 'requests', isUrgent: true },
  words: ({ start, end, until, ...facts }, { language, url }) =>
    offeredLetter[language]({
      ...{ ...facts, url, until: new Date(until) },
      when: spanInWords({ start: new Date(start), end: new Date(end) }, facts.zone, language),
    }),
  sample: {
    ...{ title: 'Assemblée', house: 'Maison', where: 'Salle A', zone: 'Europe/Brussels' },
    ...{ start: '2026-03-16T09:00:00Z', end: '2026-03-16T10:00:00Z', until: '2026-03-13T17:00:00Z' },
  },
};
