import { aResident } from '../resident.fixture';
import { findResidents } from './finding';

const all = [aResident('Vrije Vaart vzw'), aResident('Épicerie du Cœur'), aResident('Partie hier', { status: 'ended', to: '2026-01-01' })];
const names = (text: string) => findResidents(all, text).here.map(({ organisation }) => organisation.name);

it.each([
  ['epicerie', ['Épicerie du Cœur']],
  ['COEUR épi', ['Épicerie du Cœur']],
  ['vaart', ['Vrije Vaart vzw']],
  ['', ['Épicerie du Cœur', 'Vrije Vaart vzw']],
  ['nobody', []],
])('%s finds %j', (text, found) => expect(names(text)).toEqual(found));

it('keeps those apart who left', () => expect(findResidents(all, 'partie').gone).toHaveLength(1));
