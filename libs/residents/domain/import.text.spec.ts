import { decodeSheet, delimiterOf, whyNotASheet, withoutDelimiterLine } from './import.text';

const bytes = (text: string, encoding: 'utf8' | 'latin1' | 'utf16le' = 'utf8') => new Uint8Array(Buffer.from(text, encoding));
const swapped = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());

describe('the text of a sheet', () => {
  it.each([
    ['UTF-8', bytes('Café;é')],
    ['UTF-8 with a byte order mark', bytes('\ufeffCafé;é')],
    ['UTF-16 LE, as Excel writes "Unicode text"', bytes('\ufeffCafé;é', 'utf16le')],
    ['UTF-16 LE without a mark', bytes('Café;é', 'utf16le')],
    ['UTF-16 BE', swapped('\ufeffCafé;é')],
    ['Latin-1', bytes('Café;é', 'latin1')],
  ])('in %s', (_, sheet) => {
    expect(whyNotASheet(sheet)).toBeNull();
    expect(decodeSheet(sheet)).toBe('Café;é');
  });

  it('in Windows-1252 has its typographic signs', () => {
    expect(decodeSheet(new Uint8Array([0x4c, 0x92, 0xe9, 0x63, 0x6f, 0x6c, 0x65, 0x20, 0x80, 0x35]))).toBe('L’école €5');
  });

  it.each([
    ['an Excel workbook', [0x50, 0x4b, 0x03, 0x04, 0x14], 'workbook'],
    ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'workbook'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d], 'not-text'],
    ['nothing', [], null],
  ])('%s is told apart', (_, sheet, fault) => expect(whyNotASheet(new Uint8Array(sheet))).toBe(fault));
});

describe('what stands between cells', () => {
  it.each([
    ['a semicolon', 'a;b;c\n1;2;3', ';'],
    ['a comma', 'a,b,c\n1,2,3', ','],
    ['a tab', 'a\tb\tc\n1\t2\t3', '\t'],
    [
      'a semicolon, with more commas in the text',
      'Nom;Adresse\nA;rue B, 3, 1000 Bruxelles, Belgique\nC;quai D, 4, 1000 Bruxelles, Belgique\nE;x',
      ';',
    ],
    ['a comma, with semicolons in quotes', 'a,b\n"x;y;z;","1;2;3"\n', ','],
    ['what Excel says in its first line', 'sep=,\na;b\n1;2', ','],
    ['a semicolon below a title with commas', 'Résidents, 2026, Bota\nNom;Mail\nA;a@b.be\nC;c@d.be\n', ';'],
    ['nothing, in a sheet of one column', 'Nom\nA\nB', ';'],
    ['a tab over lines broken in quotes', 'a\tb\n"x;\n;;\n"\t2\n3\t4', '\t'],
  ])('is %s', (_, text, delimiter) => expect(delimiterOf(text)).toBe(delimiter));

  it('leaves the line that tells it as an empty row', () => expect(withoutDelimiterLine('sep=;\r\na;b')).toBe('\r\na;b'));
});
