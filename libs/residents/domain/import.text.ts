/** Why bytes are no text of a sheet: a workbook of a spreadsheet program, or not text at all. */
export type NotASheet = 'workbook' | 'not-text';

const startsWith = (bytes: Uint8Array, ...first: number[]) => first.every((byte, at) => bytes[at] === byte);

/** Whether the bytes are a workbook (xlsx and ods are zip files, xls is OLE) or another file that is no text; null when they may be a sheet. */
export function whyNotASheet(bytes: Uint8Array): NotASheet | null {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'workbook';
  if (encodingOf(bytes) !== null) return null;
  return bytes.subarray(0, 4096).includes(0) ? 'not-text' : null;
}

/**
 * The text of a sheet, whatever program wrote it: UTF-8 with or without byte order mark, UTF-16 as Excel writes "Unicode text", and
 * what is not UTF-8 as Windows-1252, which holds Latin-1 (WHATWG Encoding).
 */
export function decodeSheet(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function encodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  // Without a mark: Latin letters have a zero beside each.
  const zeros = (from: number) => [0, 2, 4, 6].filter((at) => bytes[at + from] === 0).length;
  if (bytes.length < 8 || zeros(0) + zeros(1) === 0) return null;
  if (zeros(1) >= 3 && zeros(0) === 0) return 'utf-16le';
  return zeros(0) >= 3 && zeros(1) === 0 ? 'utf-16be' : null;
}

export type Delimiter = ';' | ',' | '\t';
const DELIMITERS: readonly Delimiter[] = [';', '\t', ','];
const LOOKED_AT = 30;

/** What stands between the cells: as Excel's first line `sep=;` says, else what divides the most lines into equally many cells. */
export function delimiterOf(text: string): Delimiter {
  const said = /^sep=(;|,|\t)\r?\n/i.exec(text)?.[1];
  if (said) return said as Delimiter;
  const lines = firstLines(text);
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, ...evenness(lines, delimiter) }));
  return scores.reduce((best, one) => (one.lines > best.lines || (one.lines === best.lines && one.cells > best.cells) ? one : best))
    .delimiter;
}

/** The text without Excel's line that tells the delimiter, which is still a row of the sheet: an empty one. */
export const withoutDelimiterLine = (text: string): string => text.replace(/^sep=[;,\t](?=\r?\n)/i, '');

function evenness(lines: readonly string[], delimiter: Delimiter): { lines: number; cells: number } {
  const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
  const times = Map.groupBy(counts, (count) => count);
  const most = [...times].sort(([a, { length: m }], [b, { length: n }]) => n - m || b - a)[0];
  return { lines: most?.[1].length ?? 0, cells: most?.[0] ?? 0 };
}

/** The first lines with something in them; what is quoted, also over several lines, counts for one letter. */
function firstLines(text: string): string[] {
  const plain = text.slice(0, 100_000).replace(/"(?:[^"]|"")*"/g, '"');
  return plain
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT);
}
