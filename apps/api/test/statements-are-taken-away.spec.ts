import { parse } from 'csv-parse/sync';
import type { HttpClient } from '@bota/shared/testing';
import { useApi } from './api.fixture';
import { close, fee, houseWithBooks, statementOf, statementPath } from './charges.fixture';
import { readPdf } from './pdf.fixture';

const api = useApi();

async function download(who: HttpClient, path: string) {
  const response = await fetch(api.url + path, { headers: who.cookieHeader });
  return { bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers };
}
const read = (text: string) => parse(text, { bom: true, delimiter: ';' }) as string[][];

async function september() {
  const house = await houseWithBooks(api);
  await house.ground.db.query('UPDATE organisation SET enterprise_number = NULL');
  await house.ground.db.query(`UPDATE organisation SET enterprise_number = '0403170701' WHERE id = $1`, [house.racines]);
  await fee(house, { on: '2026-09-12', label: { fr: 'Clé perdue', nl: 'Verloren sleutel' }, cents: 123_456 });
  await fee(house, { on: '2026-09-13', label: { fr: '=HYPERLINK("http://evil.example";"Cliquez")' }, cents: -500 });
  await close(house, '2026-09');
  return house;
}

describe('a statement on paper', () => {
  it('says whose it is, for what, and how much, in the language of the reader', async () => {
    const house = await september();
    const { bytes, headers } = await download(house.admin, statementPath(house, '2026-09', '/pdf'));
    const { text, title, language } = readPdf(bytes);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect([title, language]).toEqual(['Décompte 2026-0001, Racines', 'fr']);
    for (const said of [
      'Maison',
      'Racines',
      '0403.170.701',
      'septembre 2026',
      '2026-0001',
      'Clôturé le 25 novembre 2026',
      'Loyer',
      '20 m²',
    ]) {
      expect(text.replace(/ /g, '')).toContain(said.replace(/ /g, ''));
    }
    for (const amount of ['170,00 €', '571,43 €', '1 234,56 €', '-5,00 €', '1 970,99 €']) expect(text).toContain(amount);
    expect(text).not.toContain('PROJET');
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="2026-0001-racines-[0-9a-f-]+\.pdf"$/);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['nl', 'Afrekening', 'september 2026', '€ 1.234,56', 'Verloren sleutel'],
    ['en', 'Statement', 'September 2026', '€1,234.56', 'Clé perdue'],
  ])('in %s when that is asked', async (language, ...said) => {
    const house = await september();
    const { bytes } = await download(house.admin, statementPath(house, '2026-09', `/pdf?language=${language}`));
    const found = readPdf(bytes);
    expect(found.language).toBe(language);
    for (const words of said) expect(found.text).toContain(words);
  });

  it('is marked as a draft while its month is open', async () => {
    const house = await houseWithBooks(api);
    const { text } = readPdf((await download(house.admin, statementPath(house, '2026-10', '/pdf'))).bytes);
    expect(text).toContain('PROJET');
    expect(text).not.toContain('2026-0001');
  });

  it('goes on over pages, with nothing lost', async () => {
    const house = await houseWithBooks(api);
    for (let n = 1; n <= 60; n++) await fee(house, { label: { fr: `Ligne ${n}.` }, cents: n });
    const { text } = readPdf((await download(house.admin, statementPath(house, '2026-11', '/pdf'))).bytes);
    for (let n = 1; n <= 60; n++) expect(text).toContain(`Ligne ${n}.`);
    expect(text).toContain('Page 2 sur');
    expect((await statementOf(house, '2026-11')).lines).toHaveLength(62);
  });
});

describe('a statement as a table', () => {
  it('opens in a Belgian spreadsheet: numbers are numbers, and no text is run', async () => {
    const house = await september();
    const { bytes, headers } = await download(house.admin, statementPath(house, '2026-09', '/csv'));
    const [head, ...rows] = read(bytes.toString());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(head?.slice(-2)).toEqual(['Jours', 'Montant (EUR)']);
    expect(rows.map((row) => [row[0], row[1], row[2], row[4], row[5], row.at(-1)])).toEqual([
      ['2026-0001', '2026-09', 'Racines', 'charge', 'Loyer', '170,00'],
      ['2026-0001', '2026-09', 'Racines', 'charge', 'Charges communes', '571,43'],
      ['2026-0001', '2026-09', 'Racines', 'frais', 'Clé perdue', '1234,56'],
      ['2026-0001', '2026-09', 'Racines', 'frais', `'=HYPERLINK("http://evil.example";"Cliquez")`, '-5,00'],
    ]);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="2026-0001-racines-[0-9a-f-]+\.csv"$/);
  });

  it('of all organisations together, for the coordinator', async () => {
    const house = await september();
    const { bytes, headers } = await download(house.coordinator, house.path('periods/2026-09/csv?language=en'));
    expect(new Set(read(bytes.toString()).map((row) => row[2]))).toEqual(new Set(['Organisation', 'Racines', 'Voisins']));
    expect(headers.get('content-disposition')).toBe('attachment; filename="2026-09.csv"');
  });

  it('has a name that no address of an organisation can break', async () => {
    const house = await houseWithBooks(api);
    const slug = `a"; b\r\n/../${house.racines}`;
    await house.ground.db.query('UPDATE organisation SET slug = $2 WHERE id = $1', [house.racines, slug]);
    const { headers } = await download(house.admin, statementPath(house, '2026-10', '/csv'));
    expect(headers.get('content-disposition')).toBe(`attachment; filename="2026-10-a-b-${house.racines}.csv"`);
  });
});
