/** A cell: text as people wrote it, or an amount in whole cents, which stays a number in a spreadsheet. */
export type Cell = string | { cents: number } | { number: number };

// What a spreadsheet would take for a formula (OWASP, CSV injection): also behind blanks, and in its full-width form.
const FORMULA = /^[\s\u00a0\u200b\ufeff]*[=+\-@\t\r\n＝＋－＠]/;

/**
 * A table as Belgian spreadsheets open it with a double click: UTF-8 with a byte order mark, `;` between cells, decimal comma, CRLF;
 * quoted as in RFC 4180. Text that a spreadsheet would run as a formula gets an apostrophe in front, which shows it as text.
 */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cellOf).join(';')}\r\n`).join('')}`;

function cellOf(cell: Cell): string {
  if (typeof cell !== 'string') return numberOf(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** No grouping, a comma, a plain hyphen: what fr-BE and nl-BE read as a number. */
function numberOf(cell: { cents: number } | { number: number }): string {
  const text = 'cents' in cell ? (cell.cents / 100).toFixed(2) : String(cell.number);
  return text.replace('.', ',');
}
