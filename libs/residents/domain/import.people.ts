import type { MemberRole } from '@bota/people/domain';
import type { Language } from '@bota/shared/domain';
import { readEmail, readEnterpriseNumber, readLanguage, readRole, readText } from './import.cells';
import type { ImportField } from './import.contract';
import { type Change, type RowReader, type SheetRow, type Verdict, duplicateOf, plainName, rowReader, verdictOf } from './import.rows';

export type PeopleFacts = {
  /** Organisations that live or will live in the house. */
  organisations: readonly { id: string; name: string; enterpriseNumber: string | null; isArchived: boolean }[];
  /** Members and people invited, by `belonging`. */
  belonging: ReadonlySet<string>;
  /** Of the house, for who does not say theirs. */
  language: Language;
};
export type PersonPlan = { organisationId: string; email: string; displayName: string; language: Language; role: MemberRole };

/** An address in an organisation, whatever its capitals. */
export const belonging = (organisationId: string, email: string): string => `${organisationId} ${email.toLowerCase()}`;

const MOST_NAME = 80;

/**
 * Judges a sheet of people against the house: each is to be invited into an organisation of the house, once. Who is a member or invited
 * stays as they are, whatever the sheet says of them. Nobody gets an account by it.
 */
export function judgePeople(rows: readonly SheetRow[], fields: readonly (ImportField | null)[], facts: PeopleFacts): Verdict<PersonPlan>[] {
  const find = finderIn(facts.organisations);
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const reader = rowReader(row, fields);
    const address = reader.read('email', readEmail);
    if (reader.isEmpty('email')) reader.refuse('email', 'needed');
    const displayName = nameOf(reader, address?.name ?? '');
    const role = reader.read('role', readRole) ?? 'member';
    const language = reader.read('language', readLanguage) ?? facts.language;
    const organisation = find(reader);
    const label = displayName || address?.email || reader.text('email');
    const key = belonging(organisation?.id ?? reader.text('organisation'), address?.email ?? '');
    const earlier = address ? seen.get(key) : undefined;
    if (earlier !== undefined) return duplicateOf({ row: row.row, label }, earlier);
    if (address && reader.reasons.length === 0) seen.set(key, row.row);
    const isThere = facts.belonging.has(key);
    const email = address?.email ?? '';
    const said = { displayName: displayName || null, email, language, organisation: organisation?.name ?? null, role };
    const changes = isThere ? [] : creationOf(said);
    const plan = { organisationId: organisation?.id ?? '', email, displayName, language, role };
    return verdictOf({ row: row.row, label, reasons: reader.reasons, changes, isNew: true }, plan);
  });
}

/** Whole name, else first and family name, else the one written beside the address; none is needed. */
function nameOf(reader: RowReader, besideAddress: string): string {
  const part = (field: ImportField) => reader.read(field, (cell) => readText(cell, { max: MOST_NAME })) ?? '';
  const [whole, first, last] = [part('displayName'), part('firstName'), part('lastName')];
  const name = whole || [first, last].filter(Boolean).join(' ') || besideAddress;
  if (name.length === 1) reader.refuse(whole || !first ? 'displayName' : 'firstName', 'too-short');
  if (name.length > MOST_NAME) reader.refuse(whole ? 'displayName' : first ? 'lastName' : 'email', 'too-long');
  return name;
}

/** The organisation of a cell, by its name or its enterprise number. */
function finderIn(organisations: PeopleFacts['organisations']) {
  const byName = Map.groupBy(organisations, ({ name }) => plainName(name));
  const byNumber = new Map(organisations.map((one) => [one.enterpriseNumber, one]));
  return (reader: RowReader) => {
    const text = reader.text('organisation');
    if (text === '') return void reader.refuse('organisation', 'needed');
    const number = readEnterpriseNumber(text);
    const namesakes = byName.get(plainName(text)) ?? [];
    const found = ('value' in number && number.value ? byNumber.get(number.value) : undefined) ?? namesakes[0];
    if (!found) return void reader.refuse('organisation', 'organisation-unknown');
    if (namesakes.length > 1) reader.refuse('organisation', 'name-of-several');
    if (found.isArchived) reader.refuse('organisation', 'organisation-archived');
    return found;
  };
}

const creationOf = (said: Record<'displayName' | 'email' | 'language' | 'organisation' | 'role', string | null>): Change[] =>
  Object.entries(said).flatMap(([field, after]) => (after ? [{ field: field as ImportField, before: null, after }] : []));
