import type { Words } from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';
import type { Told } from '../letters/booking.words';

/** Nobody said in time that they were there. */
export const noShowLetter: Record<Language, (told: Told) => Words> = {
  fr: ({ title, when, where, url }) => ({
    subject: `Salle libérée : ${title}`,
    hello: 'Bonjour,',
    paragraphs: [
      `Personne n’a signalé son arrivée à temps : « ${title} », ${when}, ${where}. La salle est libre pour le reste de ce temps.`,
      'Vous y êtes ou vous arrivez ? Si personne ne l’a prise, vous pouvez la réserver de nouveau, et la coordination peut vous la rendre.',
    ],
    action: { label: 'Voir la réservation', url },
  }),
  nl: ({ title, when, where, url }) => ({
    subject: `Zaal vrijgegeven: ${title}`,
    hello: 'Dag,',
    paragraphs: [
      `Niemand meldde zich op tijd aan: “${title}”, ${when}, ${where}. De zaal is voor de rest van die tijd vrij.`,
      'Bent u er, of komt u eraan? Als niemand ze nam, kunt u ze opnieuw reserveren, en de coördinatie kan ze u teruggeven.',
    ],
    action: { label: 'De reservatie bekijken', url },
  }),
  en: ({ title, when, where, url }) => ({
    subject: `Room released: ${title}`,
    hello: 'Hello,',
    paragraphs: [
      `Nobody checked in on time: “${title}”, ${when}, ${where}. The room is free for the rest of that time.`,
      'Are you there, or on your way? If nobody took it, you can book it again, and the coordination can give it back to you.',
    ],
    action: { label: 'See the booking', url },
  }),
};

/** The coordination gave the room back. */
export const reinstatedLetter: Record<Language, (told: Told) => Words> = {
  fr: ({ title, by, when, where, url }) => ({
    subject: `Salle rendue : ${title}`,
    hello: 'Bonjour,',
    paragraphs: [`${by} vous a rendu la salle et a noté votre arrivée : « ${title} », ${when}, ${where}.`],
    action: { label: 'Voir la réservation', url },
  }),
  nl: ({ title, by, when, where, url }) => ({
    subject: `Zaal teruggegeven: ${title}`,
    hello: 'Dag,',
    paragraphs: [`${by} gaf u de zaal terug en noteerde uw aankomst: “${title}”, ${when}, ${where}.`],
    action: { label: 'De reservatie bekijken', url },
  }),
  en: ({ title, by, when, where, url }) => ({
    subject: `Room given back: ${title}`,
    hello: 'Hello,',
    paragraphs: [`${by} gave you the room back and noted that you came: “${title}”, ${when}, ${where}.`],
    action: { label: 'See the booking', url },
  }),
};
