import type { StatementLine } from '@bota/residents/domain';
import { LOCALES, dateInWords, type Language } from '@bota/shared/domain';

const format = (date: string, language: Language, options: Intl.DateTimeFormatOptions) =>
  dateInWords(
    new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' }).formatToParts(new Date(`${date}T12:00:00Z`)),
    language,
  );

/** `octobre 2026` */
export const monthName = (month: string, language: Language): string => format(`${month}-01`, language, { month: 'long', year: 'numeric' });
/** `31 octobre 2026`, `1er octobre 2026` */
export const dayName = (date: string, language: Language): string =>
  format(date, language, { day: 'numeric', month: 'long', year: 'numeric' });

const decimal = (value: number, language: Language) => new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 }).format(value);

type Key = NonNullable<StatementLine['share']>['key'];
export type StatementWords = {
  title: string;
  number: string;
  draft: string;
  draftNote: string;
  period: string;
  billedTo: string;
  enterprise: string;
  closedOn: string;
  line: string;
  detail: string;
  amount: string;
  total: string;
  page: (page: number, pages: number) => string;
  units: Record<Key, (quantity: number) => string>;
  days: (days: number, of: number) => string;
  corrects: (number: string) => string;
  csv: { number: string; month: string; organisation: string; kind: string; date: string; quantity: string; unit: string; days: string };
  draftNumber: string;
  kinds: Record<StatementLine['kind'], string>;
  unitNames: Record<Key, string>;
  noLines: string;
};

const plural = (quantity: number, one: string, many: string) => (Math.abs(quantity) < 2 ? one : many);

/** The words of a statement outside the web pages: PDF and CSV. */
export const STATEMENT_WORDS: Record<Language, StatementWords> = {
  fr: {
    title: 'Décompte',
    number: 'Numéro',
    draft: 'PROJET',
    draftNote: 'Projet : le mois n’est pas clôturé, les montants peuvent encore changer.',
    period: 'Période',
    billedTo: 'Pour',
    enterprise: 'N° d’entreprise',
    closedOn: 'Clôturé le',
    line: 'Libellé',
    detail: 'Détail',
    amount: 'Montant',
    total: 'Total',
    page: (page, pages) => `Page ${page} sur ${pages}`,
    units: {
      m2: (n) => `${decimal(n, 'fr')} m²`,
      desks: (n) => `${decimal(n, 'fr')} ${plural(n, 'poste de travail', 'postes de travail')}`,
      heads: (n) => `${decimal(n, 'fr')} ${plural(n, 'personne', 'personnes')}`,
      fixed: (n) => `part fixe de ${decimal(n, 'fr')} ‰`,
    },
    days: (days, of) => `${days} ${plural(days, 'jour', 'jours')} sur ${of}`,
    corrects: (number) => `corrige le décompte ${number}`,
    csv: {
      ...{ number: 'Numéro', month: 'Mois', organisation: 'Organisation', kind: 'Nature', date: 'Date' },
      ...{ quantity: 'Quantité', unit: 'Unité', days: 'Jours' },
    },
    draftNumber: 'projet',
    kinds: { charge: 'charge', booking: 'réservation', fee: 'frais', correction: 'correction' },
    unitNames: { m2: 'm²', desks: 'postes de travail', heads: 'personnes', fixed: '‰' },
    noLines: 'Rien n’est compté pour ce mois.',
  },
  nl: {
    title: 'Afrekening',
    number: 'Nummer',
    draft: 'ONTWERP',
    draftNote: 'Ontwerp: de maand is niet afgesloten, de bedragen kunnen nog wijzigen.',
    period: 'Periode',
    billedTo: 'Voor',
    enterprise: 'Ondernemingsnr.',
    closedOn: 'Afgesloten op',
    line: 'Omschrijving',
    detail: 'Detail',
    amount: 'Bedrag',
    total: 'Totaal',
    page: (page, pages) => `Pagina ${page} van ${pages}`,
    units: {
      m2: (n) => `${decimal(n, 'nl')} m²`,
      desks: (n) => `${decimal(n, 'nl')} ${n === 1 ? 'bureau' : 'bureaus'}`,
      heads: (n) => `${decimal(n, 'nl')} ${n === 1 ? 'persoon' : 'personen'}`,
      fixed: (n) => `vast deel van ${decimal(n, 'nl')} ‰`,
    },
    days: (days, of) => `${days} van ${of} dagen`,
    corrects: (number) => `verbetert afrekening ${number}`,
    csv: {
      ...{ number: 'Nummer', month: 'Maand', organisation: 'Organisatie', kind: 'Soort', date: 'Datum' },
      ...{ quantity: 'Hoeveelheid', unit: 'Eenheid', days: 'Dagen' },
    },
    draftNumber: 'ontwerp',
    kinds: { charge: 'kost', booking: 'reservatie', fee: 'toeslag', correction: 'verbetering' },
    unitNames: { m2: 'm²', desks: 'bureaus', heads: 'personen', fixed: '‰' },
    noLines: 'Er is niets aangerekend voor deze maand.',
  },
  en: {
    title: 'Statement',
    number: 'Number',
    draft: 'DRAFT',
    draftNote: 'Draft: the month is not closed, amounts may still change.',
    period: 'Period',
    billedTo: 'For',
    enterprise: 'Enterprise no.',
    closedOn: 'Closed on',
    line: 'Description',
    detail: 'Detail',
    amount: 'Amount',
    total: 'Total',
    page: (page, pages) => `Page ${page} of ${pages}`,
    units: {
      m2: (n) => `${decimal(n, 'en')} m²`,
      desks: (n) => `${decimal(n, 'en')} ${n === 1 ? 'desk' : 'desks'}`,
      heads: (n) => `${decimal(n, 'en')} ${n === 1 ? 'person' : 'people'}`,
      fixed: (n) => `fixed share of ${decimal(n, 'en')}‰`,
    },
    days: (days, of) => `${days} of ${of} days`,
    corrects: (number) => `corrects statement ${number}`,
    csv: {
      ...{ number: 'Number', month: 'Month', organisation: 'Organisation', kind: 'Kind', date: 'Date' },
      ...{ quantity: 'Quantity', unit: 'Unit', days: 'Days' },
    },
    draftNumber: 'draft',
    kinds: { charge: 'charge', booking: 'booking', fee: 'fee', correction: 'correction' },
    unitNames: { m2: 'm²', desks: 'desks', heads: 'people', fixed: '‰' },
    noLines: 'Nothing is counted for this month.',
  },
};

/** What a line was counted by: `24 m², 12 jours sur 31`, or its date, or what it corrects. */
export function detailOf({ share, on, corrects }: StatementLine, language: Language): string {
  const words = STATEMENT_WORDS[language];
  const parts = [
    ...(share ? [words.units[share.key](share.quantity)] : []),
    ...(share && share.days < share.of ? [words.days(share.days, share.of)] : []),
    ...(on ? [dayName(on, language)] : []),
    ...(corrects ? [words.corrects(corrects.number)] : []),
  ];
  return parts.join(', ');
}

/** `0123.456.789`, as the Crossroads Bank writes it. */
export const enterpriseNumberWritten = (digits: string): string => digits.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3');
