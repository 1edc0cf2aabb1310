import { IMPORT_FIELDS, type ImportReport, recogniseColumns } from '@bota/residents/domain';
import en from '../i18n/import.en.json' with { type: 'json' };
import fr from '../i18n/import.fr.json' with { type: 'json' };
import nl from '../i18n/import.nl.json' with { type: 'json' };
import { ID, press, ResidentsTest, words } from '../page.fixture';
import { ImportPage } from './import';

const counts = { created: 0, changed: 0, unchanged: 0, refused: 0, duplicate: 0 };
const row = { row: 2, label: 'Ada', state: 'created' as const, reasons: [], duplicateOf: null, changes: [] };
const report: ImportReport = {
  kind: 'people',
  columns: [
    { header: 'Qui', sample: 'Ada', field: null },
    { header: 'Mail', sample: 'a@b.be', field: 'email' },
    { header: '', sample: '', field: null },
  ],
  missing: [],
  counts: { ...counts, created: 1 },
  rows: [row],
  digest: 'a'.repeat(64),
};

async function opened(answers: Record<string, object | [number, string, object?]> = {}) {
  const test = new ResidentsTest(':space/house/import', ImportPage);
  const none = { '/imports/held': { items: [], total: 0 } };
  const page = await test.open('/bota-75/house/import?kind=people', none);
  const cells = page.querySelector('textarea') as HTMLTextAreaElement;
  cells.value = 'Qui;Mail\nAda;a@b.be';
  press(page, 'Lire les cellules collées');
  await test.answer({ 'imports/preview?kind=people': report, ...answers });
  return { test, page };
}

it('columns are mapped by hand, and the sheet is judged anew', async () => {
  const { test, page } = await opened();
  const selects = page.querySelectorAll('select');
  expect(selects).toHaveLength(2);
  const [first] = selects;
  if (first) first.value = 'displayName';
  first?.dispatchEvent(new Event('change'));
  await test.answer({ 'columns=displayName,email,-': { ...report, rows: [{ ...row, label: 'Ada Lovelace' }] } });
  expect(words(page.querySelector('li'))).toContain('Ada Lovelace');
});

it('a refused row says which cell breaks which rule, and nothing to import has no button', async () => {
  const refused = { ...row, state: 'refused' as const, reasons: [{ field: 'email' as const, rule: 'not-an-email' as const, text: 'a@b' }] };
  const { page } = await opened({ 'imports/preview?kind=people': { ...report, counts: { ...counts, refused: 1 }, rows: [refused] } });
  expect(words(page.querySelector('li'))).toContain('Adresse e-mail « a@b » n’est pas une adresse e-mail');
  expect(words(page)).toContain('rien à importer');
  expect(() => press(page, 'Importer une ligne')).toThrow();
});

it('without a needed column it says which, before anything is judged', async () => {
  const { page } = await opened({ 'imports/preview?kind=people': { ...report, missing: ['organisation'], rows: [], counts } });
  expect(words(page)).toContain('Indiquez quelle colonne contient : organisation.');
  expect(page.querySelector('b75-row-list')).toBeNull();
});

it('what was agreed to is what is sent, and the result says what happened', async () => {
  const { test, page } = await opened();
  press(page, 'Importer une ligne');
  await test.answer({ [`digest=${report.digest}&invite=later`]: { ...report, invited: 0, held: 1 } });
  expect(words(page.querySelector('.note.ok'))).toBe('Une ligne importée Une personne attend son invitation.');
});

it('what cannot be read is explained where the sheet is chosen', async () => {
  const { page } = await opened({ 'imports/preview?kind=people': [422, 'import/workbook'] });
  expect(words(page.querySelector('[role=alert]'))).toContain('classeur Excel');
  expect(page.querySelector('b75-sheet-choice')).not.toBeNull();
});

it('people who wait are counted, and written to after a question', async () => {
  const items = [
    {
      id: ID,
      email: 'a@b.be',
      displayName: 'Ada',
      organisation: 'Racines',
      organisationSlug: 'racines',
      createdAt: '2026-11-24T12:00:00Z',
    },
  ];
  const test = new ResidentsTest(':space/house/import', ImportPage);
  const page = await test.open('/bota-75/house/import', { '/imports/held': { items, total: 12 } });
  expect(words(page.querySelector('b75-held-people'))).toContain('À inviter 12');
  expect(words(page.querySelector('b75-held-people'))).toContain('et 11 autres');
});

it.each([
  ['fr', fr],
  ['nl', nl],
  ['en', en],
])('the headings of the example sheet are recognised in %s', (_, { field }) => {
  for (const kind of ['residents', 'people'] as const)
    for (const name of IMPORT_FIELDS[kind]) expect([name, recogniseColumns([field[name]], kind)]).toEqual([name, [name]]);
});
