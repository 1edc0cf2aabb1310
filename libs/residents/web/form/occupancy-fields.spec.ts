import { ResidentsTest } from '../page.fixture';
import { press, words } from '../page.fixture';
import { NewResident } from './new-resident';

const id = (n: number) => `01939b1e-7c00-7d3e-9c1a-${String(n).padStart(12, '0')}`;
const room = (n: number, name: string, more = {}) => ({
  ...{ id: id(n), slug: name.toLowerCase(), name, floorId: null, capacity: null, desks: 4, areaM2: 20, features: [], layout: 'table' },
  ...{ description: {}, bookable: false, partIds: [], unitIds: [id(n)], rules: {}, outline: null, ...more },
});
const rooms = [room(31, 'Bureau'), room(32, 'Salle', { bookable: true }), room(33, 'Tout', { partIds: [id(31), id(32)] })];

it('offers offices only, and says why not the others', async () => {
  const test = new ResidentsTest(':space/residents/new', NewResident);
  const page = await test.open('/bota-75/residents/new', { '/rooms': { items: rooms, floors: [], former: [] } });
  const fields = page.querySelector('b75-occupancy-fields') as Element;
  expect(words(fields)).toContain('Une salle qui se réserve n’est pas proposée');
  press(fields, 'Ajouter un local');
  await test.answer();
  expect([...fields.querySelectorAll('optgroup option')].map(words)).toEqual(['Bureau']);
  expect(words(fields)).not.toContain('Ajouter un autre local');
});
