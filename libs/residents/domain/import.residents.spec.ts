import type { ImportField } from './import.contract';
import { type HouseOrganisation, judgeResidents } from './import.residents';
import { countsOf, plainName } from './import.rows';

const FIELDS: ImportField[] = ['name', 'enterpriseNumber', 'from', 'to', 'shareKey', 'shareQuantity', 'kind', 'website', 'descriptionFr'];
const racines: HouseOrganisation = {
  ...{ id: 'racines', name: 'Racines & Finances asbl', kind: 'association', enterpriseNumber: '0123456749', website: null },
  ...{ description: { nl: 'Al daar' }, isArchived: false },
  residencies: [{ from: '2024-01-01', to: null, shareKey: 'm2', shareQuantity: null }],
};
const vaart: HouseOrganisation = {
  ...{
    id: 'vaart',
    name: 'Vrije Vaart vzw',
    kind: 'association',
    enterpriseNumber: null,
    website: null,
    description: {},
    isArchived: false,
  },
  residencies: [{ from: '2020-01-01', to: '2022-12-31', shareKey: 'm2', shareQuantity: null }],
};
const gone: HouseOrganisation = { ...vaart, id: 'gone', name: 'Archivée', isArchived: true };

const judge = (...rows: string[][]) =>
  judgeResidents(
    rows.map((cells, index) => ({ row: index + 2, cells })),
    FIELDS,
    {
      organisations: [racines, vaart, gone],
      numbersElsewhere: new Set(['1234567894']),
      closedMonths: ['2026-09', '2026-10'],
      today: '2026-11-24',
    },
  );
const state = (...cells: string[]) => judge(cells)[0]?.report.state;
const rules = (...cells: string[]) => judge(cells)[0]?.report.reasons.map(({ field, rule }) => `${field} ${rule}`);

it('a new organisation is created with its residency', () => {
  const [verdict] = judge(['Nouvelle', 'BE 0403.170.701', '01/01/2027', '', 'têtes', '4', 'coop', 'nouvelle.example', 'Fait\ndes choses']);
  expect(verdict?.report).toMatchObject({ row: 2, label: 'Nouvelle', state: 'created', reasons: [] });
  expect(verdict?.plan).toEqual({
    organisationId: null,
    fields: {
      name: 'Nouvelle',
      kind: 'cooperative',
      enterpriseNumber: '0403170701',
      website: 'https://nouvelle.example',
      description: { fr: 'Fait\ndes choses' },
    },
    residency: { from: '2027-01-01', to: null, shareKey: 'heads', shareQuantity: 4 },
  });
  expect(verdict?.report.changes).toContainEqual({ field: 'from', before: null, after: '2027-01-01' });
});

describe('an organisation of the house', () => {
  it.each([
    ['its name, whatever the writing', ['RACINES ET FINANCES'], 'refused'],
    ['its name without legal form', ['racines & finances'], 'unchanged'],
    ['its number', ['Racines & Finances', 'BE0123456749'], 'unchanged'],
    ['its name, living there from then on', ['Racines & Finances ASBL', '', '2024-01-01'], 'unchanged'],
    ['its name, coming back after a while', ['Vrije Vaart', '', '01/01/2027'], 'changed'],
  ])('is known by %s', (_, cells, expected) => expect(state(...cells)).toBe(expected));

  it('is renamed by its number, and keeps what the sheet does not say', () => {
    const [verdict] = judge(['Racines nouvelles', '0123456749', '', '', '', '', '', '', 'Bonjour']);
    expect(verdict?.report.changes).toEqual([
      { field: 'name', before: 'Racines & Finances asbl', after: 'Racines nouvelles' },
      { field: 'descriptionFr', before: null, after: 'Bonjour' },
    ]);
    expect(verdict?.plan).toEqual({
      organisationId: 'racines',
      fields: { name: 'Racines nouvelles', description: { nl: 'Al daar', fr: 'Bonjour' } },
      residency: null,
    });
  });

  it('is given the number it has not yet', () => {
    expect(judge(['Vrije Vaart', '0403170701'])[0]?.plan).toEqual({
      organisationId: 'vaart',
      fields: { enterpriseNumber: '0403170701' },
      residency: null,
    });
  });
});

describe('a row is refused', () => {
  it.each([
    ['without a name', ['', '0403170701', '2027-01-01'], ['name needed']],
    ['without a first day, when it is new', ['Nouvelle'], ['from needed']],
    ['with a wrong number', ['Nouvelle', '0403170702', '2027-01-01'], ['enterpriseNumber wrong-check']],
    ['with a number of an organisation elsewhere', ['Nouvelle', '1234567894', '2027-01-01'], ['enterpriseNumber number-of-another']],
    ['with another number than the one known', ['Racines & Finances', '0403170701'], ['enterpriseNumber number-differs']],
    ['with the number of one and the name of another', ['Vrije Vaart', '0123456749'], ['enterpriseNumber number-of-another']],
    ['when it ends before it starts', ['Nouvelle', '', '2027-02-01', '2027-01-31'], ['to ends-before-it-starts']],
    ['when its key needs a number', ['Nouvelle', '', '2027-01-01', '', 'vast'], ['shareQuantity quantity-needed']],
    ['with the name of another resident, but for its blanks', ['Racines  &Fin ances ASBL', '', '2027-01-01'], ['name name-taken']],
    ['when it would be charged in months that are closed', ['Nouvelle', '', '2026-10-31', '', 'heads', '3'], ['from month-closed']],
    ['of an archived organisation', ['Archivée', '', '2027-01-01'], ['name organisation-archived']],
    ['that would change a residency', ['Racines & Finances', '', '2024-06-01'], ['from residency-differs']],
    [
      'with all its faults at once',
      ['N', '12', 'hier', '', 'x'],
      ['name too-short', 'enterpriseNumber not-ten-digits', 'from not-a-date', 'shareKey unknown-word'],
    ],
  ])('%s', (_, cells, expected) => expect(rules(...cells)).toEqual(expected));

  it('with what stands in its cell', () => expect(judge(['Nouvelle', '', ' hier '])[0]?.report.reasons[0]?.text).toBe('hier'));
});

it('who left long ago gives its name free, and what is not charged may begin in closed months', () => {
  expect(rules('Vrije-Vaart-VZW', '', '2027-01-01')).toEqual([]);
  expect(rules('V r i j e Vaart vzw', '', '2027-01-01')).toEqual([]);
  expect(rules('Nouvelle', '', '2026-10-31')).toEqual([]);
  expect(rules('Nouvelle', '', '2026-11-01', '', 'heads', '3')).toEqual([]);
});

it('a row that repeats an earlier one is its duplicate, by name or by number', () => {
  const rows = judge(
    ['Une asbl', '0403170701', '2027-01-01'],
    ['UNE', '', '2027-01-01'],
    ['Autre', '0403.170.701', '2027-01-01'],
    ['Troisième', '', '2027-01-01'],
    ['Troi sieme', '', '2027-01-01'],
  ).map(({ report }) => report);
  expect(rows.map(({ state, duplicateOf }) => [state, duplicateOf])).toEqual([
    ['created', null],
    ['duplicate', 2],
    ['duplicate', 2],
    ['created', null],
    ['duplicate', 5],
  ]);
  expect(countsOf(rows)).toEqual({ created: 2, changed: 0, unchanged: 0, refused: 0, duplicate: 3 });
});

it('what is refused or repeated is not written', () => {
  expect(judge(['N'], ['Une', '', '2027-01-01'], ['Une', '', '2027-01-01']).map(({ plan }) => plan !== null)).toEqual([false, true, false]);
});

it('a name is compared without its legal form, unless that is all there is', () => {
  expect(plainName('L’Étoile, A.S.B.L.')).toBe('l etoile');
  expect(plainName('SA')).toBe('sa');
});
