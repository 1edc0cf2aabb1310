import type { Words } from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';

/** `place`: where the house is, for who may not know it. `by`: the organisation; `spread`: how it repeats and which dates are elsewhere, in paragraphs; `days`: how long the address is kept. */
export type Invited = { title: string; by: string; when: string; where: string; place?: string; spread: string[]; days: number };
export type InvitationAct = 'invited' | 'changed' | 'removed' | 'cancelled';
type Letters = Record<InvitationAct, (invited: Invited) => Words>;

const FR = ({ by, days }: Invited, part: string) =>
  `${part} ${by} a donné votre adresse pour cette réservation ; la maison l’efface ${days} jours après la dernière date.`;
const NL = ({ by, days }: Invited, part: string) =>
  `${part} ${by} gaf uw adres op voor deze reservatie; het huis wist het ${days} dagen na de laatste datum.`;
const EN = ({ by, days }: Invited, part: string) =>
  `${part} ${by} gave your address for this booking; the house erases it ${days} days after the last date.`;

const WHERE: Record<Language, (place: string) => string> = {
  fr: (place) => `C’est à ${place}.`,
  nl: (place) => `Het is bij ${place}.`,
  en: (place) => `It is at ${place}.`,
};
const placed = (language: Language, { place }: Invited): string[] => (place ? [WHERE[language](place)] : []);

/** To whom a booking invites, with an account or without. */
export const INVITATION_LETTERS: Record<Language, Letters> = {
  fr: {
    invited: (told) => ({
      subject: `Invitation : ${told.title}`,
      hello: 'Bonjour,',
      paragraphs: [`${told.by} vous invite à « ${told.title} » : ${told.when}, ${told.where}.`, ...placed('fr', told), ...told.spread],
      small: FR(told, 'La pièce jointe l’ajoute à votre agenda.'),
    }),
    changed: (told) => ({
      subject: `Invitation modifiée : ${told.title}`,
      hello: 'Bonjour,',
      paragraphs: [
        `${told.by} a modifié « ${told.title} », à quoi vous êtes invité·e. Maintenant : ${told.when}, ${told.where}.`,
        ...placed('fr', told),
        ...told.spread,
      ],
      small: FR(told, 'La pièce jointe met votre agenda à jour.'),
    }),
    removed: (told) => ({
      subject: `Invitation retirée : ${told.title}`,
      hello: 'Bonjour,',
      paragraphs: [`${told.by} ne vous attend plus à « ${told.title} » : ${told.when}, ${told.where}.`],
      small: 'La pièce jointe la retire de votre agenda. Votre adresse a été effacée de cette réservation.',
    }),
    cancelled: (told) => ({
      subject: `Annulé : ${told.title}`,
      hello: 'Bonjour,',
      paragraphs: [`« ${told.title} », à quoi ${told.by} vous invitait, est annulé : ${told.when}, ${told.where}.`],
      small: FR(told, 'La pièce jointe le retire de votre agenda.'),
    }),
  },
  nl: {
    invited: (told) => ({
      subject: `Uitnodiging: ${told.title}`,
      hello: 'Dag,',
      paragraphs: [`${told.by} nodigt u uit voor “${told.title}”: ${told.when}, ${told.where}.`, ...placed('nl', told), ...told.spread],
      small: NL(told, 'De bijlage zet ze in uw agenda.'),
    }),
    changed: (told) => ({
      subject: `Uitnodiging gewijzigd: ${told.title}`,
      hello: 'Dag,',
      paragraphs: [
        `${told.by} wijzigde “${told.title}”, waarvoor u uitgenodigd bent. Nu: ${told.when}, ${told.where}.`,
        ...placed('nl', told),
        ...told.spread,
      ],
      small: NL(told, 'De bijlage werkt uw agenda bij.'),
    }),
    removed: (told) => ({
      subject: `Uitnodiging ingetrokken: ${told.title}`,
      hello: 'Dag,',
      paragraphs: [`${told.by} verwacht u niet meer op “${told.title}”: ${told.when}, ${told.where}.`],
      small: 'De bijlage verwijdert ze uit uw agenda. Uw adres is uit deze reservatie gewist.',
    }),
    cancelled: (told) => ({
      subject: `Geannuleerd: ${told.title}`,
      hello: 'Dag,',
      paragraphs: [`“${told.title}”, waarvoor ${told.by} u uitnodigde, is geannuleerd: ${told.when}, ${told.where}.`],
      small: NL(told, 'De bijlage verwijdert ze uit uw agenda.'),
    }),
  },
  en: {
    invited: (told) => ({
      subject: `Invitation: ${told.title}`,
      hello: 'Hello,',
      paragraphs: [`${told.by} invites you to “${told.title}”: ${told.when}, ${told.where}.`, ...placed('en', told), ...told.spread],
      small: EN(told, 'The attachment adds it to your calendar.'),
    }),
    changed: (told) => ({
      subject: `Invitation changed: ${told.title}`,
      hello: 'Hello,',
      paragraphs: [
        `${told.by} changed “${told.title}”, to which you are invited. Now: ${told.when}, ${told.where}.`,
        ...placed('en', told),
        ...told.spread,
      ],
      small: EN(told, 'The attachment updates your calendar.'),
    }),
    removed: (told) => ({
      subject: `Invitation withdrawn: ${told.title}`,
      hello: 'Hello,',
      paragraphs: [`${told.by} no longer expects you at “${told.title}”: ${told.when}, ${told.where}.`],
      small: 'The attachment takes it out of your calendar. Your address was erased from this booking.',
    }),
    cancelled: (told) => ({
      subject: `Cancelled: ${told.title}`,
      hello: 'Hello,',
      paragraphs: [`“${told.title}”, to which ${told.by} invited you, is cancelled: ${told.when}, ${told.where}.`],
      small: EN(told, 'The attachment takes it out of your calendar.'),
    }),
  },
};

/** How an invitation asks for an answer. */
export const INVITATION_ASKS: Record<Language, { question: string; accept: string; decline: string }> = {
  fr: { question: 'Venez-vous ? Répondez sans vous connecter :', accept: 'Je viens', decline: 'Je ne viens pas' },
  nl: { question: 'Komt u? Antwoord zonder u aan te melden:', accept: 'Ik kom', decline: 'Ik kom niet' },
  en: { question: 'Are you coming? Answer without signing in:', accept: 'I am coming', decline: 'I am not coming' },
};

export const SEE_BOOKING: Record<Language, string> = { fr: 'Voir la réservation', nl: 'De reservatie bekijken', en: 'See the booking' };
