import type { NotificationKind, Words } from '@bota/shared/api';
import { addDays, daysInWords, type Language, type LocalizedText, inLanguage, wallOf } from '@bota/shared/domain';
import { type Time, whenOf } from '../letters/booking.kinds';

/** `isAsked`: it is asked for, and nobody decided yet. */
export type Met = Pick<Time, 'start' | 'end'> & { title: string; isAsked?: true };
/** `rooms` by name, empty = the house; `met`: the first of the reader’s dates in this time, `more`: how many others. */
export type ClosureFacts = Time & { rooms: string; reason: LocalizedText; met: Met[]; more: number };
type Told = { place: string; when: string; reason: string; dates: string[]; more: number; url: string };

export const HOUSE: Record<Language, string> = { fr: 'la maison', nl: 'het huis', en: 'the house' };
export const MORE: Record<Language, (count: number) => string> = {
  fr: (count) => `et encore ${count}`,
  nl: (count) => `en nog ${count}`,
  en: (count) => `and ${count} more`,
};
const QUOTED: Record<Language, (title: string) => string> = {
  fr: (title) => `« ${title} »`,
  nl: (title) => `“${title}”`,
  en: (title) => `“${title}”`,
};

const ASKED: Record<Language, string> = { fr: 'demandé', nl: 'aangevraagd', en: 'asked for' };

/** A date by its title and time, and that it is no booking yet. */
export const saidOf = ({ title, isAsked, ...span }: Met, zone: string, language: Language): string =>
  `${QUOTED[language](title)}, ${whenOf({ ...span, zone }, language)}${isAsked ? ` (${ASKED[language]})` : ''}`;

/** A closure as its page says it: midnights are whole days, the last one included. */
export function closedWhen(time: Time, language: Language): string {
  const [start, end] = [time.start, time.end].map((moment) => wallOf(new Date(moment), time.zone)) as [string, string];
  if (!start.endsWith('T00:00') || !end.endsWith('T00:00')) return whenOf(time, language);
  return daysInWords(start.slice(0, 10), addDays(end.slice(0, 10), -1), language);
}

const CLOSED: Record<Language, (told: Told) => Words> = {
  fr: ({ place, when, reason, dates, url }) => ({
    subject: `Fermeture : ${place}`,
    hello: 'Bonjour,',
    paragraphs: [
      `Une fermeture est annoncée : ${place}, ${when}.`,
      ...(reason ? [`Raison : « ${reason} »`] : []),
      `Pendant ce temps, vous avez réservé : ${dates.join(' ; ')}.`,
      'Rien n’est annulé : changez de salle ou d’heure, ou annulez vous-même.',
    ],
    action: { label: 'Voir ce qui est réservé', url },
  }),
  nl: ({ place, when, reason, dates, url }) => ({
    subject: `Sluiting: ${place}`,
    hello: 'Dag,',
    paragraphs: [
      `Er is een sluiting aangekondigd: ${place}, ${when}.`,
      ...(reason ? [`Reden: “${reason}”`] : []),
      `In die tijd hebt u gereserveerd: ${dates.join('; ')}.`,
      'Er is niets geannuleerd: kies een andere zaal of een ander uur, of annuleer zelf.',
    ],
    action: { label: 'Bekijken wat gereserveerd is', url },
  }),
  en: ({ place, when, reason, dates, url }) => ({
    subject: `Closure: ${place}`,
    hello: 'Hello,',
    paragraphs: [
      `A closure is announced: ${place}, ${when}.`,
      ...(reason ? [`Reason: “${reason}”`] : []),
      `In this time you have booked: ${dates.join('; ')}.`,
      'Nothing is cancelled: change the room or the time, or cancel yourself.',
    ],
    action: { label: 'See what is booked', url },
  }),
};

const OPENED: Record<Language, (told: Told) => Words> = {
  fr: ({ place, when, dates, url }) => ({
    subject: `Fermeture levée : ${place}`,
    hello: 'Bonjour,',
    paragraphs: [`La fermeture n’a pas lieu : ${place}, ${when}.`, `Ce que vous avez réservé peut se tenir : ${dates.join(' ; ')}.`],
    action: { label: 'Voir ce qui est réservé', url },
  }),
  nl: ({ place, when, dates, url }) => ({
    subject: `Sluiting opgeheven: ${place}`,
    hello: 'Dag,',
    paragraphs: [`De sluiting gaat niet door: ${place}, ${when}.`, `Wat u gereserveerd hebt, kan doorgaan: ${dates.join('; ')}.`],
    action: { label: 'Bekijken wat gereserveerd is', url },
  }),
  en: ({ place, when, dates, url }) => ({
    subject: `Closure lifted: ${place}`,
    hello: 'Hello,',
    paragraphs: [`The closure does not take place: ${place}, ${when}.`, `What you booked can go ahead: ${dates.join('; ')}.`],
    action: { label: 'See what is booked', url },
  }),
};

function told({ rooms, reason, met, more, ...time }: ClosureFacts, language: Language, url: string): Told {
  const dates = met.map((one) => saidOf(one, time.zone, language));
  return {
    ...{ place: rooms || HOUSE[language], when: closedWhen(time, language), reason: inLanguage(reason, language), url, more },
    dates: more > 0 ? [...dates, MORE[language](more)] : dates,
  };
}

export const SAMPLE: ClosureFacts = {
  ...{ rooms: 'Salle A', reason: { fr: 'Travaux', nl: 'Werken', en: 'Works' }, more: 0, zone: 'Europe/Brussels' },
  ...{ start: '2026-03-16T07:00:00Z', end: '2026-03-16T17:00:00Z' },
  met: [{ title: 'Assemblée', start: '2026-03-16T09:00:00Z', end: '2026-03-16T10:00:00Z' }],
};

const kindOf = (kind: string, letters: Record<Language, (told: Told) => Words>): NotificationKind<ClosureFacts> => ({
  ...{ kind, family: 'closures', sample: SAMPLE },
  words: (facts, { language, url }) => letters[language](told(facts, language, url)),
});
export const closedKind = kindOf('booking-closed', CLOSED);
export const openedKind = kindOf('booking-opened', OPENED);
