import type { ImportReport, ImportResult } from '@bota/residents/domain';
import type { Problem } from '@bota/shared/domain';
import type { Answer } from '@bota/shared/testing';
import type { House } from './house.fixture';

type Sheet = string | Uint8Array<ArrayBuffer>;
type Kind = 'residents' | 'people';
type Wish = { columns?: string; invite?: 'now' | 'later'; digest?: string; type?: string };

const fileOf = (sheet: Sheet, type = 'text/csv') => new File([sheet], 'sheet.csv', { type });

/** The report on a sheet. */
export const preview = <T = ImportReport>(house: House, kind: Kind, sheet: Sheet, { columns, type }: Wish = {}): Promise<Answer<T>> =>
  house.coordinator.post<T>(house.path(`imports/preview?kind=${kind}${columns ? `&columns=${columns}` : ''}`), fileOf(sheet, type));

/** Imports what the report says, unless another digest is given. */
export async function confirm<T = ImportResult>(house: House, kind: Kind, sheet: Sheet, wish: Wish = {}): Promise<Answer<T>> {
  const { columns, invite = 'later' } = wish;
  const digest = wish.digest ?? (await preview(house, kind, sheet, wish)).body.digest;
  const query = `imports?kind=${kind}&digest=${digest}&invite=${invite}${columns ? `&columns=${columns}` : ''}`;
  return house.coordinator.post<T>(house.path(query), fileOf(sheet));
}

/** Row number, state and broken rules of each row, as one reads a report. */
export const read = ({ body }: Answer<ImportReport>): string[] =>
  body.rows.map(({ row, state, reasons, duplicateOf }) =>
    [row, state, ...reasons.map(({ field, rule }) => `${field}:${rule}`), ...(duplicateOf ? [`of ${duplicateOf}`] : [])].join(' '),
  );

export const codeOf = ({ status, body }: Answer<Problem | unknown>): [number, string] => [status, (body as Problem).code];
