import * as z from 'zod';
import { type MemberRole, type OrganisationKind, normaliseEnterpriseNumber, whyNotEnterpriseNumber } from '@bota/people/domain';
import { Email, type Language, LocalDate } from '@bota/shared/domain';
import { plainWords } from './import.columns';
import type { ImportRule } from './import.contract';
import type { ShareKey } from './residency.rules';

/** A cell as it was understood: a value, nothing (an empty cell), or the rule it breaks. */
export type Reading<T> = { value: T | null } | { rule: ImportRule };
const EMPTY = { value: null };

// What no text of ours holds: control characters but line breaks and tabs, marks of width and direction.
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu;

/** The text of a cell on one line: without what cannot be seen, blanks around it, and an apostrophe that a spreadsheet put in front. */
export const cleanCell = (text: string): string => cleanText(text).replace(/\s+/g, ' ');
const cleanText = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .trim()
    .replace(/^'(?=[=+\-@\d])/, '');

/** A text of so many letters, on one line. */
export function readText(cell: string, { min = 1, max }: { min?: number; max: number }): Reading<string> {
  const text = cleanCell(cell);
  if (text === '') return EMPTY;
  if (text.length < min) return { rule: 'too-short' };
  return text.length > max ? { rule: 'too-long' } : { value: text };
}

/** A text that keeps its lines. */
export function readLines(cell: string, max: number): Reading<string> {
  const text = cleanText(cell).replace(/\r\n?/g, '\n');
  if (text === '') return EMPTY;
  return text.length > max ? { rule: 'too-long' } : { value: text };
}

const DAY_FIRST = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/;
const SERIAL = /^\d{5}$/;
const CLOCK = /[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/;

/**
 * A calendar date as `YYYY-MM-DD`: day first (`31/12/2026`, `31-12-26`), year first (`2026-12-31`), with a clock time behind it, or the
 * number of days since 30 December 1899 that Excel keeps (20 000 to 80 000: the years 1954 to 2119). The month is never first.
 */
export function readDate(cell: string): Reading<string> {
  const text = cleanCell(cell).replace(CLOCK, '');
  if (text === '') return EMPTY;
  if (SERIAL.test(text) && Number(text) >= 20_000 && Number(text) <= 80_000) return { value: dayOfSerial(Number(text)) };
  const [, day, month, year] = DAY_FIRST.exec(text) ?? [];
  const [, year4, month4, day4] = YEAR_FIRST.exec(text) ?? [];
  const date = year ? dateOf(year, month, day) : dateOf(year4, month4, day4);
  return LocalDate.safeParse(date).success ? { value: date } : { rule: 'not-a-date' };
}

const dateOf = (year = '', month = '', day = '') =>
  `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
const dayOfSerial = (serial: number) => new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);

export type Addressee = { email: string; name: string };

/** An address, alone or as mail programs write it: `Ada Lovelace <ada@example.org>`, `mailto:ada@example.org`. */
export function readEmail(cell: string): Reading<Addressee> {
  const text = cleanCell(cell).replace(/^mailto:/i, '');
  if (text === '') return EMPTY;
  if ((text.match(/@/g) ?? []).length > 1) return { rule: 'several-emails' };
  const [, name = '', inside] = /^(.*?)\s*<\s*(?:mailto:)?([^<>]+?)\s*>$/i.exec(text) ?? [];
  const email = Email.safeParse(inside ?? text);
  return email.success ? { value: { email: email.data, name: name.replace(/^["']|["']$/g, '') } } : { rule: 'not-an-email' };
}

/** Ten digits; a spreadsheet that took the number for one has dropped its leading zero. */
export function readEnterpriseNumber(cell: string): Reading<string> {
  const text = cleanCell(cell);
  if (text === '') return EMPTY;
  const digits = normaliseEnterpriseNumber(text.replace(/[^\p{L}\p{N}]/gu, '').replace(/^(TVA|BTW|VAT|BCE|KBO)/i, ''));
  const rule = whyNotEnterpriseNumber(digits);
  return rule ? { rule } : { value: digits };
}

const Website = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(200);

export function readWebsite(cell: string): Reading<string> {
  const text = cleanCell(cell);
  if (text === '') return EMPTY;
  const address = Website.safeParse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
  return address.success ? { value: address.data } : { rule: 'not-a-website' };
}

/** A quantity to three decimals: `12,5`, `1 250`, `1.250,75`, `35 m²`. */
export function readQuantity(cell: string): Reading<number> {
  const text = cleanCell(cell)
    .replace(/\s*(m2|m²|‰|bureaux?|postes?|personnes?|desks?|heads?|werkplekken|personen)$/i, '')
    .replace(/[\s']/g, '');
  if (text === '') return EMPTY;
  const plain = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text) || /,\d*$/.test(text) ? text.replace(/\./g, '').replace(',', '.') : text;
  const isNumber = /^\d+(\.\d+)?$/.test(plain) && Number(plain) <= 1_000_000;
  return isNumber ? { value: Math.round(Number(plain) * 1000) / 1000 } : { rule: 'not-a-number' };
}

const LANGUAGE_WORDS: Record<Language, string> = {
  fr: 'fr|francais|francaise|french|frans|f',
  nl: 'nl|neerlandais|nederlands|dutch|n|flamand|vlaams',
  en: 'en|anglais|engels|english|ang',
};
const KIND_WORDS: Record<OrganisationKind, string> = {
  association: 'association|asbl|aisbl|a s b l|vzw|ivzw|v z w|vereniging|non profit|npo|fondation|stichting|foundation',
  cooperative: 'cooperative|coop|sc|scrl|scs|cv|cooperatieve|cooperatie|co operative',
  collective: 'collective|collectif|collectief|association de fait|feitelijke vereniging|groupe|groep',
  company: 'company|entreprise|societe|srl|sprl|sa|bv|bvba|nv|onderneming|bedrijf|business|independant|zelfstandige',
  public: 'public|publique|service public|commune|administration|gemeente|overheid|openbaar|openbare dienst|public service',
};
const SHARE_WORDS: Record<ShareKey, string> = {
  m2: 'm2|m|surface|superficie|metres carres|oppervlakte|vierkante meter|area',
  desks: 'desks|desk|bureaux|bureau|postes|postes de travail|werkplekken|werkplek|bureaus',
  heads: 'heads|head|tetes|personnes|personne|personen|hoofden|people|etp|vte',
  fixed: 'fixed|fixe|forfait|milliemes|vast|forfaitair|duizendsten|thousandths',
};
const ROLE_WORDS: Record<MemberRole, string> = {
  member: 'member|membre|lid|user|utilisateur|gebruiker',
  admin: 'admin|administrateur|administratrice|administration|beheerder|beheer|responsable|verantwoordelijke|administrator',
};

const reader = <T extends string>(words: Record<T, string>) => {
  const meanings = new Map(Object.entries<string>(words).flatMap(([value, names]) => names.split('|').map((name) => [name, value as T])));
  return (cell: string): Reading<T> => {
    const word = plainWords(cleanCell(cell));
    if (word === '') return EMPTY;
    const value = meanings.get(word);
    return value ? { value } : { rule: 'unknown-word' };
  };
};

export const readLanguage = reader(LANGUAGE_WORDS);
export const readKind = reader(KIND_WORDS);
export const readShareKey = reader(SHARE_WORDS);
export const readRole = reader(ROLE_WORDS);
