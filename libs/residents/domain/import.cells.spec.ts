import {
  cleanCell,
  readDate,
  readEmail,
  readEnterpriseNumber,
  readKind,
  readLanguage,
  readLines,
  readQuantity,
  readRole,
  readShareKey,
  readText,
  readWebsite,
} from './import.cells';

const value = <T>(value: T) => ({ value });
const rule = (name: string) => ({ rule: name });

describe('a date', () => {
  it.each([
    ['31/12/2026', value('2026-12-31')],
    ['31-12-2026', value('2026-12-31')],
    ['31.12.2026', value('2026-12-31')],
    ['1/2/2026', value('2026-02-01')],
    ['31/12/26', value('2026-12-31')],
    ['2026-12-31', value('2026-12-31')],
    ['2026/1/5', value('2026-01-05')],
    ['2026-12-31 00:00:00', value('2026-12-31')],
    ['2026-12-31T00:00:00.000Z', value('2026-12-31')],
    [' 31/12/2026\u00a0', value('2026-12-31')],
    ['46387', value('2026-12-31')],
    ['29/02/2028', value('2028-02-29')],
    ['', value(null)],
    ['   ', value(null)],
    ['29/02/2026', rule('not-a-date')],
    ['12/31/2026', rule('not-a-date')],
    ['19999', rule('not-a-date')],
    ['80001', rule('not-a-date')],
    ['2026', rule('not-a-date')],
    ['fin 2026', rule('not-a-date')],
    ['31/12/2026 ou avant', rule('not-a-date')],
  ])('%j', (cell, reading) => expect(readDate(cell)).toEqual(reading));
});

describe('an address', () => {
  const ada = (name = '') => value({ email: 'ada@example.org', name });
  it.each([
    ['ada@example.org', ada()],
    ['  ADA@Example.org ', ada()],
    ['Ada Lovelace <ada@example.org>', ada('Ada Lovelace')],
    ['"Lovelace, Ada" <Ada@example.org>', ada('Lovelace, Ada')],
    ['<ada@example.org>', ada()],
    ['mailto:ada@example.org', ada()],
    ['\u200bada@example.org\u00a0', ada()],
    ['', value(null)],
    ['ada@example.org; bob@example.org', rule('several-emails')],
    ['ada.example.org', rule('not-an-email')],
    ['ada@', rule('not-an-email')],
    ['pas d’adresse', rule('not-an-email')],
  ])('%j', (cell, reading) => expect(readEmail(cell)).toEqual(reading));
});

describe('an enterprise number', () => {
  it.each([
    ['0123456749', value('0123456749')],
    ['BE 0123.456.749', value('0123456749')],
    ['TVA BE-0123-456-749', value('0123456749')],
    ['123456749', value('0123456749')],
    ['', value(null)],
    ['0123456748', rule('wrong-check')],
    ['12', rule('not-ten-digits')],
    ['en cours', rule('not-ten-digits')],
  ])('%j', (cell, reading) => expect(readEnterpriseNumber(cell)).toEqual(reading));
});

describe('a quantity', () => {
  it.each([
    ['12', value(12)],
    ['12,5', value(12.5)],
    ['12.5', value(12.5)],
    ['1 250', value(1250)],
    ['1.250', value(1250)],
    ['1.250,75', value(1250.75)],
    ['35 m²', value(35)],
    ['4 bureaux', value(4)],
    ['0,3333333', value(0.333)],
    ['', value(null)],
    ['-3', rule('not-a-number')],
    ['beaucoup', rule('not-a-number')],
    ['9999999', rule('not-a-number')],
  ])('%j', (cell, reading) => expect(readQuantity(cell)).toEqual(reading));
});

describe('a word of a list', () => {
  it.each([
    [readLanguage, 'Français', 'fr'],
    [readLanguage, 'NL', 'nl'],
    [readLanguage, 'engels', 'en'],
    [readKind, 'ASBL', 'association'],
    [readKind, 'v.z.w.', 'association'],
    [readKind, 'Coopérative', 'cooperative'],
    [readKind, 'SRL', 'company'],
    [readShareKey, 'm²', 'm2'],
    [readShareKey, 'Têtes', 'heads'],
    [readRole, 'Administratrice', 'admin'],
    [readRole, 'lid', 'member'],
  ])('%p %j', (read, cell, word) => expect(read(cell)).toEqual(value(word)));

  it.each([readLanguage, readKind, readShareKey, readRole])(
    '%p says nothing when it is empty, and refuses what it does not know',
    (read) => {
      expect(read(' ')).toEqual(value(null));
      expect(read('quelque chose')).toEqual(rule('unknown-word'));
    },
  );
});

describe('a text', () => {
  it('is on one line, without what cannot be seen', () => expect(cleanCell(' \ufeffRue\u00a0 du\n Bota\u0000 ')).toBe('Rue du Bota'));
  it('loses the apostrophe that keeps a spreadsheet from reading a formula', () => expect(cleanCell(`'=SUM(A1)`)).toBe('=SUM(A1)'));
  it('keeps its own apostrophe', () => expect(cleanCell(`'t Hof`)).toBe(`'t Hof`));
  it('has its limits', () => {
    expect(readText('ab', { min: 2, max: 3 })).toEqual(value('ab'));
    expect(readText('a', { min: 2, max: 3 })).toEqual(rule('too-short'));
    expect(readText('abcd', { max: 3 })).toEqual(rule('too-long'));
    expect(readLines('a\r\nb', 3)).toEqual(value('a\nb'));
    expect(readLines('abcd', 3)).toEqual(rule('too-long'));
  });
});

describe('a website', () => {
  it.each([
    ['racines.example', value('https://racines.example')],
    ['http://racines.example/fr', value('http://racines.example/fr')],
    ['', value(null)],
    ['javascript:alert(1)', rule('not-a-website')],
    ['n/a', rule('not-a-website')],
  ])('%j', (cell, reading) => expect(readWebsite(cell)).toEqual(reading));
});
