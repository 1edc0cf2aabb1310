import type { Words } from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';

/** `happened`: a line for each thing told since the last; `coming`: a line for each date; `when`: today, or the week. */
export type Digest = { house: string; rhythm: 'daily' | 'weekly'; happened: string[]; coming: string[]; url: string };

const lines = (heading: string, all: readonly string[]): string[] => (all.length > 0 ? [heading, ...all.map((line) => `• ${line}`)] : []);

export const digestLetter: Record<Language, (digest: Digest) => Words> = {
  fr: ({ house, rhythm, happened, coming, url }) => ({
    subject: rhythm === 'daily' ? `Votre jour à ${house}` : `Votre semaine à ${house}`,
    hello: 'Bonjour,',
    paragraphs: [
      ...lines('Ce qui a changé :', happened),
      ...lines(rhythm === 'daily' ? 'Aujourd’hui, vous avez réservé :' : 'Cette semaine, vous avez réservé :', coming),
    ],
    action: { label: 'Ouvrir les notifications', url },
  }),
  nl: ({ house, rhythm, happened, coming, url }) => ({
    subject: rhythm === 'daily' ? `Uw dag bij ${house}` : `Uw week bij ${house}`,
    hello: 'Dag,',
    paragraphs: [
      ...lines('Wat veranderd is:', happened),
      ...lines(rhythm === 'daily' ? 'Vandaag hebt u gereserveerd:' : 'Deze week hebt u gereserveerd:', coming),
    ],
    action: { label: 'De meldingen openen', url },
  }),
  en: ({ house, rhythm, happened, coming, url }) => ({
    subject: rhythm === 'daily' ? `Your day at ${house}` : `Your week at ${house}`,
    hello: 'Hello,',
    paragraphs: [
      ...lines('What changed:', happened),
      ...lines(rhythm === 'daily' ? 'Today you have booked:' : 'This week you have booked:', coming),
    ],
    action: { label: 'Open the notifications', url },
  }),
};

export const digestSample = (language: Language): Words =>
  digestLetter[language]({
    ...{ house: 'Maison', rhythm: 'daily', url: 'https://maison.example/' },
    ...{ happened: ['…'], coming: ['Assemblée, 10:00–11:00, Salle A'] },
  });
