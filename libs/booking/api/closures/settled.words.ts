import type { NotificationKind, Words } from '@bota/shared/api';
import { type Language, inLanguage } from '@bota/shared/domain';
import { type Time, whenOf } from '../letters/booking.kinds';
import { type ClosureFacts, closedWhen, HOUSE, MORE, type Met, SAMPLE, saidOf } from './closure.words';

/** `to`: where a date that moved is now. */
type Where = Pick<Time, 'start' | 'end'> & { where: string };
/** The first dates of the reader that came to the same, and how many others did. */
export type Settled = { met: (Met & { to?: Where })[]; more: number };
export type SettledFacts = Omit<ClosureFacts, 'met' | 'more'> & {
  message: string;
  kept: Settled;
  cancelled: Settled;
  declined: Settled;
  moved: Settled;
};
type Told = Record<'place' | 'when' | 'reason' | 'message' | 'url' | 'kept' | 'cancelled' | 'declined' | 'moved', string>;

const some = (what: string, sentence: string): string[] => (what ? [sentence] : []);

const SETTLED: Record<Language, (told: Told) => Words> = {
  fr: ({ place, when, reason, message, url, kept, cancelled, declined, moved }) => ({
    subject: `Fermeture, vos dates changent : ${place}`,
    hello: 'Bonjour,',
    paragraphs: [
      `Une fermeture est annoncée : ${place}, ${when}.`,
      ...some(reason, `Raison : « ${reason} »`),
      ...some(cancelled, `Annulé : ${cancelled}.`),
      ...some(declined, `Décliné : ${declined}.`),
      ...some(moved, `Déplacé : ${moved}.`),
      ...some(kept, `Maintenu : ${kept}. Changez de salle ou d’heure, ou annulez vous-même.`),
      ...some(message, `Message de la coordination : « ${message} »`),
    ],
    action: { label: 'Voir ce qui est réservé', url },
    ...(cancelled || moved ? { small: 'Ce qui est joint met votre agenda à jour.' } : {}),
  }),
  nl: ({ place, when, reason, message, url, kept, cancelled, declined, moved }) => ({
    subject: `Sluiting, uw data veranderen: ${place}`,
    hello: 'Dag,',
    paragraphs: [
      `Er is een sluiting aangekondigd: ${place}, ${when}.`,
      ...some(reason, `Reden: “${reason}”`),
      ...some(cancelled, `Geannuleerd: ${cancelled}.`),
      ...some(declined, `Afgewezen: ${declined}.`),
      ...some(moved, `Verplaatst: ${moved}.`),
      ...some(kept, `Behouden: ${kept}. Kies een andere zaal of een ander uur, of annuleer zelf.`),
      ...some(message, `Bericht van de coördinatie: “${message}”`),
    ],
    action: { label: 'Bekijken wat gereserveerd is', url },
    ...(cancelled || moved ? { small: 'Wat is bijgevoegd, werkt uw agenda bij.' } : {}),
  }),
  en: ({ place, when, reason, message, url, kept, cancelled, declined, moved }) => ({
    subject: `Closure, your dates change: ${place}`,
    hello: 'Hello,',
    paragraphs: [
      `A closure is announced: ${place}, ${when}.`,
      ...some(reason, `Reason: “${reason}”`),
      ...some(cancelled, `Cancelled: ${cancelled}.`),
      ...some(declined, `Declined: ${declined}.`),
      ...some(moved, `Moved: ${moved}.`),
      ...some(kept, `Kept: ${kept}. Change the room or the time, or cancel yourself.`),
      ...some(message, `Message from the coordination: “${message}”`),
    ],
    action: { label: 'See what is booked', url },
    ...(cancelled || moved ? { small: 'What is attached updates your calendar.' } : {}),
  }),
};

const BECOMES: Record<Language, string> = { fr: 'devient', nl: 'wordt', en: 'becomes' };
const BETWEEN: Record<Language, string> = { fr: ' ; ', nl: '; ', en: '; ' };

function listed({ met, more }: Settled, zone: string, language: Language): string {
  const dates = met.map(({ to, ...one }) => {
    const was = saidOf(one, zone, language);
    return to ? `${was}, ${BECOMES[language]} ${whenOf({ ...to, zone }, language)}, ${to.where}` : was;
  });
  return [...dates, ...(more > 0 ? [MORE[language](more)] : [])].join(BETWEEN[language]);
}

const told = (facts: SettledFacts, language: Language, url: string): Told => ({ ...datesToldOf(facts, language), url });

/** A closure, and what became of whose dates, in words. */
export function datesToldOf({ rooms, reason, message, kept, cancelled, declined, moved, ...time }: SettledFacts, language: Language) {
  const list = (settled: Settled) => listed(settled, time.zone, language);
  return {
    ...{ place: rooms || HOUSE[language], when: closedWhen(time, language), reason: inLanguage(reason, language), message },
    ...{ kept: list(kept), cancelled: list(cancelled), declined: list(declined), moved: list(moved) },
  };
}

const { met, more, ...CLOSURE } = SAMPLE;
const NONE: Settled = { met: [], more };
const TO: Where = { start: '2026-03-16T13:00:00Z', end: '2026-03-16T14:00:00Z', where: 'Studio' };

export const SETTLED_SAMPLE: SettledFacts = {
  ...{ ...CLOSURE, message: '…', kept: NONE, declined: NONE, cancelled: { met, more } },
  moved: { met: met.map((one) => ({ ...one, to: TO })), more },
};

/** A closure that changed what the reader had booked: it is heard of like any change of a booking. */
export const settledKind: NotificationKind<SettledFacts> = {
  ...{ kind: 'booking-closed-settled', family: 'bookings' },
  sample: SETTLED_SAMPLE,
  words: (facts, { language, url }) => SETTLED[language](told(facts, language, url)),
};
