import type { Words } from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';

/** Dates in words, one after the other; empty when there are none. `url` leads to the agenda, `askUrl` to the form. */
export type ToldOfClosing = Record<
  'house' | 'place' | 'when' | 'reason' | 'message' | 'kept' | 'cancelled' | 'moved' | 'url' | 'askUrl',
  string
>;
type Letter = Record<Language, (told: ToldOfClosing) => Words>;

const some = (what: string, sentence: string): string[] => (what ? [sentence] : []);
const isChanged = ({ cancelled, moved }: ToldOfClosing): boolean => cancelled !== '' || moved !== '';
/** Who has nothing left asks for something else. */
const hasNothing = ({ kept, moved }: ToldOfClosing): boolean => kept === '' && moved === '';

/** To neighbours whose accepted requests a closure meets: what became of their dates. */
export const outsideClosedLetter: Letter = {
  fr: (told) => ({
    subject: `${told.house} : fermeture annoncée`,
    hello: 'Bonjour,',
    paragraphs: [
      `Une fermeture est annoncée : ${told.place}, ${told.when}.`,
      ...some(told.reason, `Raison : « ${told.reason} »`),
      ...some(told.cancelled, `La coordination a annulé : ${told.cancelled}.`),
      ...some(told.moved, `La coordination a déplacé : ${told.moved}.`),
      ...some(told.kept, `Cela reste prévu, malgré la fermeture : ${told.kept}.`),
      ...some(told.message, `Message : « ${told.message} »`),
    ],
    action: hasNothing(told)
      ? { label: 'Demander un autre moment', url: told.askUrl }
      : { label: 'Voir l’agenda de la maison', url: told.url },
    small: [
      ...(isChanged(told) ? ['Ce qui est joint met votre agenda à jour.'] : []),
      'Pour changer ou annuler, dites-le à la coordination : une réponse à cet e-mail n’est lue par personne.',
    ].join(' '),
  }),
  nl: (told) => ({
    subject: `${told.house}: sluiting aangekondigd`,
    hello: 'Dag,',
    paragraphs: [
      `Er is een sluiting aangekondigd: ${told.place}, ${told.when}.`,
      ...some(told.reason, `Reden: “${told.reason}”`),
      ...some(told.cancelled, `De coördinatie annuleerde: ${told.cancelled}.`),
      ...some(told.moved, `De coördinatie verplaatste: ${told.moved}.`),
      ...some(told.kept, `Dit blijft gepland, ondanks de sluiting: ${told.kept}.`),
      ...some(told.message, `Bericht: “${told.message}”`),
    ],
    action: hasNothing(told)
      ? { label: 'Een ander moment vragen', url: told.askUrl }
      : { label: 'De agenda van het huis bekijken', url: told.url },
    small: [
      ...(isChanged(told) ? ['Wat is bijgevoegd, werkt uw agenda bij.'] : []),
      'Wilt u iets wijzigen of annuleren, laat het de coördinatie weten: een antwoord op deze e-mail leest niemand.',
    ].join(' '),
  }),
  en: (told) => ({
    subject: `${told.house}: closure announced`,
    hello: 'Hello,',
    paragraphs: [
      `A closure is announced: ${told.place}, ${told.when}.`,
      ...some(told.reason, `Reason: “${told.reason}”`),
      ...some(told.cancelled, `The coordination cancelled: ${told.cancelled}.`),
      ...some(told.moved, `The coordination moved: ${told.moved}.`),
      ...some(told.kept, `This still takes place, in spite of the closure: ${told.kept}.`),
      ...some(told.message, `Message: “${told.message}”`),
    ],
    action: hasNothing(told)
      ? { label: 'Ask for another time', url: told.askUrl }
      : { label: 'See the agenda of the house', url: told.url },
    small: [
      ...(isChanged(told) ? ['What is attached updates your calendar.'] : []),
      'To change or cancel, tell the coordination: an answer to this e-mail is read by nobody.',
    ].join(' '),
  }),
};

/** A closure that they heard of does not take place. */
export const outsideOpenedLetter: Letter = {
  fr: ({ house, place, when, kept, url }) => ({
    subject: `${house} : fermeture levée`,
    hello: 'Bonjour,',
    paragraphs: [`La fermeture n’a pas lieu : ${place}, ${when}.`, `Ce que vous aviez demandé peut se tenir : ${kept}.`],
    action: { label: 'Voir l’agenda de la maison', url },
  }),
  nl: ({ house, place, when, kept, url }) => ({
    subject: `${house}: sluiting opgeheven`,
    hello: 'Dag,',
    paragraphs: [`De sluiting gaat niet door: ${place}, ${when}.`, `Wat u had gevraagd, kan doorgaan: ${kept}.`],
    action: { label: 'De agenda van het huis bekijken', url },
  }),
  en: ({ house, place, when, kept, url }) => ({
    subject: `${house}: closure lifted`,
    hello: 'Hello,',
    paragraphs: [`The closure does not take place: ${place}, ${when}.`, `What you had asked for can go ahead: ${kept}.`],
    action: { label: 'See the agenda of the house', url },
  }),
};
