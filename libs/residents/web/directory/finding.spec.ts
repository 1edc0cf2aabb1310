import { aResident } from '../resident.fixture';
import { findResidents } from './finding';

const all = [
  aResident('Vrije Vaart vzw'),
  aResident('Épicerie du Cœur'),
  aResident('Partie hier', { status: 'ended', to: '2026-01-01' }),
].map((one, n) => ({ ...one, organisation: { ...one.organisation, id: `01939b1e-7c00-7d3e-9c1a-00000000010${n}` } }));
const names = (text: string) => findResidents(all, text).here.map(({ organisation }) => organisation.name);

it.each([
  ['epicerie', ['Épicerie du Cœur']],
  ['COEUR épi', ['Épicerie du Cœur']],
  ['vaart', ['Vrije Vaart vzw']],
  ['', ['Épicerie du Cœur', 'Vrije Vaart vzw']],
  ['nobody', []],
])('%s finds %j', (text, found) => expect(names(text)).toEqual(found));

it('keeps those apart who come, and says nobody twice who is here', () => {
  const here = aResident('Vrije Vaart vzw');
  const again = { ...here, residencyId: '01939b1e-7c00-7d3e-9c1a-000000000009', status: 'planned', from: '2027-01-01' } as const;
  const soon = aResident('Les Lanternes', { status: 'planned', from: '2027-01-01' });
  const other = { ...soon, organisation: { ...soon.organisation, id: '01939b1e-7c00-7d3e-9c1a-000000000010' } };
  const { here: now, coming, gone } = findResidents([other, again, here], '');
  expect([now, coming, gone].map((some) => some.map(({ organisation }) => organisation.name))).toEqual([
    ['Vrije Vaart vzw'],
    ['Les Lanternes'],
    [],
  ]);
});

it('keeps those apart who left', () => expect(findResidents(all, 'partie').gone).toHaveLength(1));
