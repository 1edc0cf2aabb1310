import { CsvError, parse } from 'csv-parse/sync';
import {
  type ImportKind,
  MOST_COLUMNS,
  MOST_ROWS,
  type SheetRow,
  decodeSheet,
  delimiterOf,
  whyNotASheet,
  withoutDelimiterLine,
} from '@bota/residents/domain';
import { refuse } from '@bota/shared/api';

/** More is no cell but a quote that was never closed. */
const MOST_LETTERS = 100_000;

/** The rows of a sheet that have something in them, with their numbers in the spreadsheet; whatever program wrote it. */
export async function readSheet(file: File, kind: ImportKind): Promise<SheetRow[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const fault = whyNotASheet(bytes);
  if (fault) refuse(fault === 'workbook' ? 'import/workbook' : 'import/unreadable');
  const rows = parsed(decodeSheet(bytes));
  if (rows.length === 0) refuse('import/empty');
  // The headings are a row too, and a title may stand above them.
  if (rows.length > MOST_ROWS[kind] + 1) refuse('import/too-large', { detail: `The sheet has more than ${MOST_ROWS[kind]} rows` });
  if (rows.some(({ cells }) => cells.length > MOST_COLUMNS))
    refuse('import/too-large', { detail: `A row has more than ${MOST_COLUMNS} cells` });
  return rows;
}

function parsed(text: string): SheetRow[] {
  let row = 0;
  try {
    return parse(withoutDelimiterLine(text), {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: MOST_LETTERS,
      // Blank rows count, so that a number is the one the spreadsheet shows; they are not kept.
      onRecord: (cells: string[]) => {
        row += 1;
        return cells.some((cell) => cell.trim() !== '') ? { row, cells: withoutBlankEnd(cells) } : null;
      },
    } as object) as unknown as SheetRow[];
  } catch (error) {
    if (error instanceof CsvError) return refuse('import/unreadable', { detail: `Row ${row + 1} cannot be read: ${error.message}` });
    throw error;
  }
}

const withoutBlankEnd = (cells: string[]): string[] => cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
