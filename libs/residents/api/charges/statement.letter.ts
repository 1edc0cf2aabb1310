import type { NotificationKind, Words } from '@bota/shared/api';
import { deName, type Language, money } from '@bota/shared/domain';
import { monthName } from './statement.words';

export type StatementFacts = { house: string; organisation: string; month: string; totalCents: number };
type Facts = StatementFacts & { url: string };

const statementLetter: Record<Language, (facts: Facts) => Words> = {
  fr: ({ house, organisation, month, totalCents, url }) => ({
    subject: `Votre décompte ${ofMonth(month)} est prêt`,
    hello: 'Bonjour,',
    paragraphs: [
      `Le décompte ${ofMonth(month)} ${deName(organisation)} (${house}) est clôturé : ${money(totalCents, 'fr')}.`,
      'Vous pouvez le lire en ligne et le télécharger en PDF ou en CSV. Une correction éventuelle figurera sur un décompte suivant.',
    ],
    action: { label: 'Ouvrir le décompte', url },
  }),
  nl: ({ house, organisation, month, totalCents, url }) => ({
    subject: `Uw afrekening van ${monthName(month, 'nl')} is klaar`,
    hello: 'Dag,',
    paragraphs: [
      `De afrekening van ${monthName(month, 'nl')} voor ${organisation} (${house}) is afgesloten: ${money(totalCents, 'nl')}.`,
      'U kunt ze online lezen en downloaden als PDF of CSV. Een eventuele verbetering komt op een volgende afrekening.',
    ],
    action: { label: 'De afrekening openen', url },
  }),
  en: ({ house, organisation, month, totalCents, url }) => ({
    subject: `Your statement for ${monthName(month, 'en')} is ready`,
    hello: 'Hello,',
    paragraphs: [
      `The statement for ${monthName(month, 'en')} of ${organisation} (${house}) is closed: ${money(totalCents, 'en')}.`,
      'You can read it online and download it as PDF or CSV. Anything to correct will appear on a later statement.',
    ],
    action: { label: 'Open the statement', url },
  }),
};

/** `d’octobre 2026`, `de mars 2026` */
const ofMonth = (month: string): string => deName(monthName(month, 'fr'));

const SAMPLE = { house: 'Maison', organisation: 'Atelier Racines', month: '2026-10', totalCents: 41_250 };

/** The admins of an organisation hear that a month is closed. */
export const statementKind: NotificationKind<StatementFacts> = {
  ...{ kind: 'statement-ready', family: 'organisation', sample: SAMPLE },
  words: (facts, { language, url }) => statementLetter[language]({ ...facts, url }),
};
