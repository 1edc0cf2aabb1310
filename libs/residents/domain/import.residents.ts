import type { OrganisationKind } from '@bota/people/domain';
import type { LocalizedText } from '@bota/shared/domain';
import { readDate, readEnterpriseNumber, readKind, readLines, readQuantity, readShareKey, readText, readWebsite } from './import.cells';
import type { ImportField } from './import.contract';
import {
  type Change,
  type RowReader,
  type SheetRow,
  type Verdict,
  duplicateOf,
  nameKey,
  plainName,
  rowReader,
  verdictOf,
} from './import.rows';
import { closedMonthAltered } from './closed-months.rules';
import { type ShareKey, needsQuantity } from './residency.rules';

export type ResidencyTerms = { from: string; to: string | null; shareKey: ShareKey; shareQuantity: number | null };
export type OrganisationFields = {
  name: string;
  kind: OrganisationKind;
  enterpriseNumber: string | null;
  website: string | null;
  description: LocalizedText;
};
/** An organisation that lives, will live or has lived in the house. */
export type HouseOrganisation = OrganisationFields & { id: string; isArchived: boolean; residencies: readonly ResidencyTerms[] };
export type HouseFacts = {
  organisations: readonly HouseOrganisation[];
  /** Enterprise numbers that organisations have which never lived in this house. */
  numbersElsewhere: ReadonlySet<string>;
  /** Months whose statements are closed (`YYYY-MM`). */
  closedMonths: readonly string[];
  /** Local date of the house. */
  today: string;
};

/** What is written for a row: a new organisation or changes to one, and a residency that begins. */
export type ResidentPlan = { organisationId: string | null; fields: Partial<OrganisationFields>; residency: ResidencyTerms | null };

type Values = Partial<
  Record<'name' | 'enterpriseNumber' | 'website' | 'from' | 'to' | `description${'Fr' | 'Nl' | 'En'}`, string | null>
> & {
  name: string | null;
  kind: OrganisationKind | null;
  shareKey: ShareKey | null;
  shareQuantity: number | null;
};

const MOST_WORDS = 2000;
const DESCRIPTIONS = { descriptionFr: 'fr', descriptionNl: 'nl', descriptionEn: 'en' } as const;

/**
 * Judges a sheet of residents against the house. An organisation is recognised by its enterprise number, else by its name (without
 * legal form, accents, capitals). An empty cell says nothing: it changes nothing. Terms of a residency that began are not changed.
 */
export function judgeResidents(
  rows: readonly SheetRow[],
  fields: readonly (ImportField | null)[],
  facts: HouseFacts,
): Verdict<ResidentPlan>[] {
  const find = finderIn(facts.organisations);
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const reader = rowReader(row, fields);
    const values = valuesOf(reader);
    const label = values.name ?? (reader.text('name') || reader.text('enterpriseNumber'));
    const keys = [
      values.name && `name ${plainName(values.name)}`,
      values.name && `key ${nameKey(values.name)}`,
      values.enterpriseNumber && `number ${values.enterpriseNumber}`,
    ].filter((key) => !!key);
    const earlier = keys.map((key) => seen.get(key as string)).find((found) => found !== undefined);
    if (earlier !== undefined) return duplicateOf({ row: row.row, label }, earlier);
    const known = find(values, reader);
    if (!known && values.enterpriseNumber && facts.numbersElsewhere.has(values.enterpriseNumber))
      reader.refuse('enterpriseNumber', 'number-of-another');
    if (values.name && hasNamesake(values.name, known, facts)) reader.refuse('name', 'name-taken');
    const residency = residencyOf(values, known, reader);
    if (residency && altersClosed(residency, facts)) reader.refuse('from', 'month-closed');
    if (reader.reasons.length === 0) for (const key of keys) seen.set(key as string, row.row);
    const changes = known ? changesOf(values, known) : creationOf(values);
    const terms = residency ? termsOf(residency) : [];
    const plan = { organisationId: known?.id ?? null, fields: fieldsOf(values, known), residency };
    return verdictOf({ row: row.row, label, reasons: reader.reasons, changes: [...changes, ...terms], isNew: !known }, plan);
  });
}

function valuesOf(reader: RowReader): Values {
  const { read } = reader;
  const values = {
    name: read('name', (cell) => readText(cell, { min: 2, max: 80 })),
    enterpriseNumber: read('enterpriseNumber', readEnterpriseNumber),
    kind: read('kind', readKind),
    website: read('website', readWebsite),
    descriptionFr: read('descriptionFr', (cell) => readLines(cell, MOST_WORDS)),
    descriptionNl: read('descriptionNl', (cell) => readLines(cell, MOST_WORDS)),
    descriptionEn: read('descriptionEn', (cell) => readLines(cell, MOST_WORDS)),
    from: read('from', readDate),
    to: read('to', readDate),
    shareKey: read('shareKey', readShareKey),
    shareQuantity: read('shareQuantity', readQuantity),
  };
  if (reader.isEmpty('name')) reader.refuse('name', 'needed');
  if (values.from && values.to && values.to < values.from) reader.refuse('to', 'ends-before-it-starts');
  return values;
}

/** The organisation a row speaks of, if the house knows it; a row that cannot mean one alone is refused. */
function finderIn(organisations: readonly HouseOrganisation[]) {
  const byNumber = new Map(organisations.map((one) => [one.enterpriseNumber, one]));
  const byName = Map.groupBy(organisations, ({ name }) => plainName(name));
  return ({ name, enterpriseNumber }: Values, reader: RowReader): HouseOrganisation | null => {
    const namesakes = name ? (byName.get(plainName(name)) ?? []) : [];
    const ofNumber = enterpriseNumber ? byNumber.get(enterpriseNumber) : undefined;
    const [namesake] = namesakes;
    const found = ofNumber ?? namesake ?? null;
    if (!ofNumber && namesakes.length > 1) reader.refuse('name', 'name-of-several');
    if (ofNumber && namesake && !namesakes.includes(ofNumber)) reader.refuse('enterpriseNumber', 'number-of-another');
    if (!ofNumber && enterpriseNumber && found?.enterpriseNumber) reader.refuse('enterpriseNumber', 'number-differs');
    if (found?.isArchived) reader.refuse('name', 'organisation-archived');
    return found;
  };
}

/** Somebody else of this name lives in the house, or will. */
const hasNamesake = (name: string, known: HouseOrganisation | null, { organisations, today }: HouseFacts): boolean =>
  organisations.some(
    (one) =>
      one.id !== known?.id &&
      !one.isArchived &&
      nameKey(one.name) === nameKey(name) &&
      one.residencies.some(({ to }) => to === null || to >= today),
  );

/** What begins in months that are closed would never be charged. */
function altersClosed(terms: ResidencyTerms, { closedMonths }: HouseFacts): boolean {
  const after = { ...terms, id: '', organisationId: '', occupied: [] };
  return closedMonthAltered({ before: null, after, rooms: [] }, closedMonths) !== null;
}

const meet = (a: { from: string; to: string | null }, b: { from: string; to: string | null }) =>
  (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);

/** The residency that begins by a row, or null: when it says none, or the one there is. */
function residencyOf(
  { from = null, to = null, shareKey, shareQuantity }: Values,
  known: HouseOrganisation | null,
  reader: RowReader,
): ResidencyTerms | null {
  if (!from && !known && reader.isEmpty('from')) reader.refuse('from', 'needed');
  const present = known?.residencies.filter((one) => !from || meet(one, { from, to })) ?? [];
  const latest = [...present].sort((a, b) => b.from.localeCompare(a.from))[0];
  if (latest) {
    const said = { from, to, shareKey, shareQuantity };
    for (const field of ['from', 'to', 'shareKey', 'shareQuantity'] as const)
      if (said[field] !== null && said[field] !== latest[field]) reader.refuse(field, 'residency-differs');
    return null;
  }
  if (!from) return null;
  const key = shareKey ?? 'm2';
  if (needsQuantity(key) && shareQuantity === null && reader.isEmpty('shareQuantity')) reader.refuse('shareQuantity', 'quantity-needed');
  return { from, to, shareKey: key, shareQuantity };
}

const said = (value: string | number | null | undefined): string | null => (value === null || value === undefined ? null : String(value));

function changesOf(values: Values, known: HouseOrganisation): Change[] {
  const plain = (['name', 'enterpriseNumber', 'kind', 'website'] as const).map((field) => ({
    field,
    before: known[field],
    after: values[field] ?? null,
  }));
  const words = Object.entries(DESCRIPTIONS).map(([field, language]) => ({
    field: field as keyof typeof DESCRIPTIONS,
    before: known.description[language] ?? null,
    after: values[field as keyof typeof DESCRIPTIONS] ?? null,
  }));
  const differs = ({ field, before, after }: Change) =>
    after !== null && after !== before && !(field === 'name' && plainName(after) === plainName(before ?? ''));
  return [...plain, ...words].filter(differs);
}

const creationOf = (values: Values): Change[] =>
  (['name', 'enterpriseNumber', 'kind', 'website', 'descriptionFr', 'descriptionNl', 'descriptionEn'] as const)
    .map((field) => ({ field, before: null, after: values[field] ?? null }))
    .filter(({ after }) => after !== null);

const termsOf = (terms: ResidencyTerms): Change[] =>
  (['from', 'to', 'shareKey', 'shareQuantity'] as const)
    .map((field) => ({ field, before: null, after: said(terms[field]) }))
    .filter(({ after }) => after !== null);

/** What is written of an organisation; a name that only differs in its writing stays. */
function fieldsOf(values: Values, known: HouseOrganisation | null): ResidentPlan['fields'] {
  const changed = known ? changesOf(values, known).map(({ field }) => field) : null;
  const isWritten = (field: ImportField) => changed === null || changed.includes(field);
  const words = Object.entries(DESCRIPTIONS).flatMap(([field, language]) => {
    const text = values[field as keyof typeof DESCRIPTIONS];
    return text && isWritten(field as ImportField) ? [[language, text]] : [];
  });
  return {
    ...(values.name && isWritten('name') && { name: values.name }),
    ...(values.kind && isWritten('kind') && { kind: values.kind }),
    ...(values.enterpriseNumber && isWritten('enterpriseNumber') && { enterpriseNumber: values.enterpriseNumber }),
    ...(values.website && isWritten('website') && { website: values.website }),
    ...(words.length > 0 && { description: { ...known?.description, ...Object.fromEntries(words) } }),
  };
}
