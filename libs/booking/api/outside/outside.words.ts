import type { Words } from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';

/** Nothing that was typed into the form stands in this letter: it goes to an address that is not confirmed yet. */
export type ToConfirm = { house: string; url: string };
export type AskedOutside = { purpose: string; when: string; url: string };
/** `spread`: how a series repeats and which dates are elsewhere, in paragraphs. */
export type ToldOutside = {
  purpose: string;
  house: string;
  address: string;
  when: string;
  where: string;
  note: string;
  spread: string[];
  url: string;
};
type Letter<Facts> = Record<Language, (facts: Facts) => Words>;

export const outsideConfirmLetter: Letter<ToConfirm> = {
  fr: ({ house, url }) => ({
    subject: `${house} : confirmez votre demande de salle`,
    hello: 'Bonjour,',
    paragraphs: [`Vous avez demandé une salle à ${house}. Confirmez votre adresse pour que la coordination reçoive votre demande.`],
    action: { label: 'Confirmer ma demande', url },
    small: 'Le lien sert pendant un jour. Si vous n’avez rien demandé, ne faites rien : la demande disparaît.',
  }),
  nl: ({ house, url }) => ({
    subject: `${house}: bevestig uw aanvraag voor een zaal`,
    hello: 'Dag,',
    paragraphs: [`U heeft een zaal gevraagd bij ${house}. Bevestig uw adres, dan krijgt de coördinatie uw aanvraag.`],
    action: { label: 'Mijn aanvraag bevestigen', url },
    small: 'De link werkt een dag lang. Heeft u niets gevraagd, doe dan niets: de aanvraag verdwijnt.',
  }),
  en: ({ house, url }) => ({
    subject: `${house}: confirm your request for a room`,
    hello: 'Hello,',
    paragraphs: [`You asked for a room at ${house}. Confirm your address so that the coordination receives your request.`],
    action: { label: 'Confirm my request', url },
    small: 'The link works for a day. If you asked for nothing, do nothing: the request disappears.',
  }),
};

/** To the coordination; who asks stands on the page, not in the letter. */
export const outsideAskedLetter: Letter<AskedOutside> = {
  fr: ({ purpose, when, url }) => ({
    subject: `Demande du voisinage : ${purpose}`,
    hello: 'Bonjour,',
    paragraphs: [`Quelqu’un du voisinage demande une salle : « ${purpose} », ${when}.`],
    action: { label: 'Répondre à la demande', url },
  }),
  nl: ({ purpose, when, url }) => ({
    subject: `Aanvraag uit de buurt: ${purpose}`,
    hello: 'Dag,',
    paragraphs: [`Iemand uit de buurt vraagt een zaal: “${purpose}”, ${when}.`],
    action: { label: 'De aanvraag beantwoorden', url },
  }),
  en: ({ purpose, when, url }) => ({
    subject: `Request from the neighbourhood: ${purpose}`,
    hello: 'Hello,',
    paragraphs: [`Somebody from the neighbourhood asks for a room: “${purpose}”, ${when}.`],
    action: { label: 'Answer the request', url },
  }),
};

const place = ({ house, address }: ToldOutside) => [house, address].filter(Boolean).join(', ');

export const outsideAcceptedLetter: Letter<ToldOutside> = {
  fr: (told) => ({
    subject: `${told.house} : votre demande est acceptée`,
    hello: 'Bonjour,',
    paragraphs: [
      `Votre demande est acceptée : « ${told.purpose} », ${told.when}, ${told.where}.`,
      `C’est à ${place(told)}.`,
      ...(told.note ? [`Message : « ${told.note} »`] : []),
    ],
    action: { label: 'Voir l’agenda de la maison', url: told.url },
    small:
      'La pièce jointe l’ajoute à votre agenda. Pour changer ou annuler, choisissez « Cela ne me convient pas » et dites pourquoi : la coordination le lit. Une réponse à cet e-mail n’est lue par personne.',
  }),
  nl: (told) => ({
    subject: `${told.house}: uw aanvraag is aanvaard`,
    hello: 'Dag,',
    paragraphs: [
      `Uw aanvraag is aanvaard: “${told.purpose}”, ${told.when}, ${told.where}.`,
      `Het is bij ${place(told)}.`,
      ...(told.note ? [`Bericht: “${told.note}”`] : []),
    ],
    action: { label: 'De agenda van het huis bekijken', url: told.url },
    small:
      'De bijlage zet ze in uw agenda. Wilt u iets wijzigen of annuleren, kies dan “Dat past niet voor mij” en zeg waarom: de coördinatie leest het. Een antwoord op deze e-mail leest niemand.',
  }),
  en: (told) => ({
    subject: `${told.house}: your request is accepted`,
    hello: 'Hello,',
    paragraphs: [
      `Your request is accepted: “${told.purpose}”, ${told.when}, ${told.where}.`,
      `It is at ${place(told)}.`,
      ...(told.note ? [`Message: “${told.note}”`] : []),
    ],
    action: { label: 'See the agenda of the house', url: told.url },
    small:
      'The attachment adds it to your calendar. To change or cancel, choose “It does not suit me” and say why: the coordination reads it. An answer to this e-mail is read by nobody.',
  }),
};

export const outsideDeclinedLetter: Letter<ToldOutside> = {
  fr: ({ house, purpose, when, note, url }) => ({
    subject: `${house} : votre demande n’a pas été acceptée`,
    hello: 'Bonjour,',
    paragraphs: [`Votre demande n’a pas pu être acceptée : « ${purpose} », ${when}.`, ...(note ? [`Message : « ${note} »`] : [])],
    action: { label: 'Demander un autre moment', url },
  }),
  nl: ({ house, purpose, when, note, url }) => ({
    subject: `${house}: uw aanvraag is niet aanvaard`,
    hello: 'Dag,',
    paragraphs: [`Uw aanvraag kon niet aanvaard worden: “${purpose}”, ${when}.`, ...(note ? [`Bericht: “${note}”`] : [])],
    action: { label: 'Een ander moment vragen', url },
  }),
  en: ({ house, purpose, when, note, url }) => ({
    subject: `${house}: your request was not accepted`,
    hello: 'Hello,',
    paragraphs: [`Your request could not be accepted: “${purpose}”, ${when}.`, ...(note ? [`Message: “${note}”`] : [])],
    action: { label: 'Ask for another time', url },
  }),
};

/** It passed, and nobody answered. */
export const outsideUnansweredLetter: Letter<ToldOutside> = {
  fr: (told) => ({
    subject: `${told.house} : votre demande est restée sans réponse`,
    hello: 'Bonjour,',
    paragraphs: [
      `Personne n’a répondu à temps à votre demande : « ${told.purpose} », ${told.when}. Elle n’a plus cours, et nous le regrettons.`,
      `Vous pouvez demander un autre moment, ou passer nous voir : ${place(told)}.`,
    ],
    action: { label: 'Demander un autre moment', url: told.url },
  }),
  nl: (told) => ({
    subject: `${told.house}: uw aanvraag bleef zonder antwoord`,
    hello: 'Dag,',
    paragraphs: [
      `Niemand antwoordde op tijd op uw aanvraag: “${told.purpose}”, ${told.when}. Ze vervalt, en dat spijt ons.`,
      `U kunt een ander moment vragen, of eens langskomen: ${place(told)}.`,
    ],
    action: { label: 'Een ander moment vragen', url: told.url },
  }),
  en: (told) => ({
    subject: `${told.house}: your request was left without an answer`,
    hello: 'Hello,',
    paragraphs: [
      `Nobody answered your request in time: “${told.purpose}”, ${told.when}. It has lapsed, and we are sorry.`,
      `You can ask for another time, or come and see us: ${place(told)}.`,
    ],
    action: { label: 'Ask for another time', url: told.url },
  }),
};

/** The coordination changed what was accepted. */
export const outsideChangedLetter: Letter<ToldOutside> = {
  fr: ({ house, purpose, when, where, note, spread, url }) => ({
    subject: `${house} : « ${purpose} » a changé`,
    hello: 'Bonjour,',
    paragraphs: [
      `La coordination a modifié ce que vous aviez demandé : « ${purpose} ».`,
      `Maintenant : ${when}, ${where}.`,
      ...spread,
      ...(note ? [`Message : « ${note} »`] : []),
    ],
    action: { label: 'Voir l’agenda de la maison', url },
    small: 'La pièce jointe met votre agenda à jour.',
  }),
  nl: ({ house, purpose, when, where, note, spread, url }) => ({
    subject: `${house}: “${purpose}” is gewijzigd`,
    hello: 'Dag,',
    paragraphs: [
      `De coördinatie wijzigde wat u had gevraagd: “${purpose}”.`,
      `Nu: ${when}, ${where}.`,
      ...spread,
      ...(note ? [`Bericht: “${note}”`] : []),
    ],
    action: { label: 'De agenda van het huis bekijken', url },
    small: 'De bijlage werkt uw agenda bij.',
  }),
  en: ({ house, purpose, when, where, note, spread, url }) => ({
    subject: `${house}: “${purpose}” has changed`,
    hello: 'Hello,',
    paragraphs: [
      `The coordination changed what you had asked for: “${purpose}”.`,
      `Now: ${when}, ${where}.`,
      ...spread,
      ...(note ? [`Message: “${note}”`] : []),
    ],
    action: { label: 'See the agenda of the house', url },
    small: 'The attachment updates your calendar.',
  }),
};

export const outsideCancelledLetter: Letter<ToldOutside> = {
  fr: ({ house, purpose, when, note, url }) => ({
    subject: `${house} : « ${purpose} » est annulé`,
    hello: 'Bonjour,',
    paragraphs: [
      `La coordination a annulé ce que vous aviez demandé : « ${purpose} », ${when}.`,
      ...(note ? [`Raison : « ${note} »`] : []),
    ],
    action: { label: 'Demander un autre moment', url },
    small: 'La pièce jointe le retire de votre agenda.',
  }),
  nl: ({ house, purpose, when, note, url }) => ({
    subject: `${house}: “${purpose}” is geannuleerd`,
    hello: 'Dag,',
    paragraphs: [`De coördinatie annuleerde wat u had gevraagd: “${purpose}”, ${when}.`, ...(note ? [`Reden: “${note}”`] : [])],
    action: { label: 'Een ander moment vragen', url },
    small: 'De bijlage verwijdert het uit uw agenda.',
  }),
  en: ({ house, purpose, when, note, url }) => ({
    subject: `${house}: “${purpose}” is cancelled`,
    hello: 'Hello,',
    paragraphs: [`The coordination cancelled what you had asked for: “${purpose}”, ${when}.`, ...(note ? [`Reason: “${note}”`] : [])],
    action: { label: 'Ask for another time', url },
    small: 'The attachment takes it out of your calendar.',
  }),
};
