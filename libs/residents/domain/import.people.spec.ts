import type { ImportField } from './import.contract';
import { belonging, judgePeople } from './import.people';

const FIELDS: ImportField[] = ['displayName', 'email', 'organisation', 'language', 'role', 'firstName', 'lastName'];
const racines = { id: 'racines', name: 'Racines & Finances asbl', enterpriseNumber: '0123456749', isArchived: false };
const vaart = { id: 'vaart', name: 'Vrije Vaart vzw', enterpriseNumber: null, isArchived: false };
const old = { id: 'old', name: 'Ancienne', enterpriseNumber: null, isArchived: true };

const judge = (...rows: string[][]) =>
  judgePeople(
    rows.map((cells, index) => ({ row: index + 2, cells })),
    FIELDS,
    { organisations: [racines, vaart, old], belonging: new Set([belonging('racines', 'Member@Example.org')]), language: 'nl' },
  );
const rules = (...cells: string[]) => judge(cells)[0]?.report.reasons.map(({ field, rule }) => `${field} ${rule}`);

it.each([
  [
    'with everything',
    ['Ada', 'ada@example.org', 'Racines & Finances', 'fr', 'admin'],
    { displayName: 'Ada', language: 'fr', role: 'admin' },
  ],
  [
    'with an address and an organisation alone',
    ['', 'ada@example.org', 'RACINES & FINANCES'],
    { displayName: '', language: 'nl', role: 'member' },
  ],
  ['with the name beside the address', ['', 'Ada L. <ADA@example.org>', 'Racines & Finances'], { displayName: 'Ada L.' }],
  ['with first and family name', ['', 'ada@example.org', '0123.456.749', '', '', 'Ada', 'Lovelace'], { displayName: 'Ada Lovelace' }],
])('a person %s is to be invited', (_, cells, plan) => {
  const [verdict] = judge(cells);
  expect(verdict?.report.state).toBe('created');
  expect(verdict?.plan).toMatchObject({ organisationId: 'racines', email: 'ada@example.org', ...plan });
});

it('who is a member or invited stays as they are, whatever the sheet says', () => {
  const [verdict] = judge(['Autre nom', ' MEMBER@example.org', 'Racines & Finances', 'en', 'admin']);
  expect(verdict?.report).toMatchObject({ state: 'unchanged', changes: [] });
  expect(verdict?.plan).toBeNull();
});

it('an address is invited once into an organisation, and into each of several', () => {
  const rows = judge(
    ['Ada', 'ada@example.org', 'Vrije Vaart'],
    ['Ada L', ' Ada@Example.org ', 'vrije vaart VZW'],
    ['Ada', 'ada@example.org', 'Racines & Finances'],
  );
  expect(rows.map(({ report }) => [report.state, report.duplicateOf])).toEqual([
    ['created', null],
    ['duplicate', 2],
    ['created', null],
  ]);
});

it.each([
  ['without an address', ['Ada', '', 'Vrije Vaart'], ['email needed']],
  ['with a bad address', ['Ada', 'ada', 'Vrije Vaart'], ['email not-an-email']],
  ['with two addresses', ['Ada', 'a@b.be, c@d.be', 'Vrije Vaart'], ['email several-emails']],
  ['without an organisation', ['Ada', 'ada@example.org'], ['organisation needed']],
  ['of an organisation the house does not know', ['Ada', 'ada@example.org', 'Ailleurs'], ['organisation organisation-unknown']],
  ['of an archived one', ['Ada', 'ada@example.org', 'Ancienne'], ['organisation organisation-archived']],
  ['with a role nobody knows', ['Ada', 'ada@example.org', 'Vrije Vaart', '', 'trésorière'], ['role unknown-word']],
  ['with a language nobody knows', ['Ada', 'ada@example.org', 'Vrije Vaart', 'de'], ['language unknown-word']],
  ['with a name too short or too long', ['A', 'ada@example.org', 'Vrije Vaart'], ['displayName too-short']],
])('a person %s is refused', (_, cells, expected) => expect(rules(...cells)).toEqual(expected));

it('a refused row stands in nobody’s way', () => {
  const rows = judge(['A', 'ada@example.org', 'Vrije Vaart'], ['Ada', 'ada@example.org', 'Vrije Vaart']);
  expect(rows.map(({ report }) => report.state)).toEqual(['refused', 'created']);
});
