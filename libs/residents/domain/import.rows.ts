import type { ImportField, ImportRow, ImportRule, ImportState } from './import.contract';
import { type Reading, cleanCell } from './import.cells';
import { plainWords } from './import.columns';

/** A row with something in it; `row` is its number in the spreadsheet. */
export type SheetRow = { row: number; cells: readonly string[] };
/** A row judged, with what is to be written for it (null: nothing). */
export type Verdict<Plan> = { report: ImportRow; plan: Plan | null };
export type Change = ImportRow['changes'][number];

const MOST_SHOWN = 120;

/** Reads the cells of a row by their fields, and remembers which rules they break. */
export function rowReader({ cells }: SheetRow, fields: readonly (ImportField | null)[]) {
  const reasons: ImportRow['reasons'] = [];
  const cell = (field: ImportField) => cells[fields.indexOf(field)] ?? '';
  const refuse = (field: ImportField, rule: ImportRule) =>
    void reasons.push({ field, rule, text: cleanCell(cell(field)).slice(0, MOST_SHOWN) });
  const read = <T>(field: ImportField, reader: (cell: string) => Reading<T>): T | null => {
    const reading = reader(cell(field));
    if ('value' in reading) return reading.value;
    refuse(field, reading.rule);
    return null;
  };
  const isEmpty = (field: ImportField) => cleanCell(cell(field)) === '';
  return { read, refuse, reasons, isEmpty, text: (field: ImportField) => cleanCell(cell(field)) };
}
export type RowReader = ReturnType<typeof rowReader>;

/** The verdict on a row: refused when a rule is broken, else as the changes say. */
export function verdictOf<Plan>(
  { row, label, reasons, changes, isNew }: Pick<ImportRow, 'row' | 'label' | 'reasons' | 'changes'> & { isNew: boolean },
  plan: Plan | null,
): Verdict<Plan> {
  const written: ImportState = isNew ? 'created' : 'changed';
  const state: ImportState = reasons.length > 0 ? 'refused' : changes.length > 0 ? written : 'unchanged';
  const isWritten = state === written;
  return { report: { row, label, state, reasons, duplicateOf: null, changes: isWritten ? changes : [] }, plan: isWritten ? plan : null };
}

/** A row that says again what an earlier one says: it is left out. */
export const duplicateOf = ({ row, label }: Pick<ImportRow, 'row' | 'label'>, earlier: number): Verdict<never> => ({
  report: { row, label, state: 'duplicate', reasons: [], duplicateOf: earlier, changes: [] },
  plan: null,
});

const LEGAL_FORMS = new Set('asbl vzw aisbl ivzw sc scrl scs cv srl sprl bv bvba sa nv'.split(' '));

/** A name as it is compared: without accents, capitals, punctuation and legal form. */
export function plainName(name: string): string {
  const words = plainWords(name.replace(/\b(?:\p{L}\.){2,}/gu, (letters) => letters.replace(/\./g, ''))).split(' ');
  const kept = words.filter((word) => !LEGAL_FORMS.has(word));
  return (kept.length > 0 ? kept : words).join(' ');
}

/** A name as residents of one house may not share it: the same whatever its accents, capitals and blanks. */
export const nameKey = (name: string): string => plainWords(name).replaceAll(' ', '');

/** How many rows came to each end. */
export function countsOf(rows: readonly ImportRow[]): Record<ImportState, number> {
  const counts: Record<ImportState, number> = { created: 0, changed: 0, unchanged: 0, refused: 0, duplicate: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}
