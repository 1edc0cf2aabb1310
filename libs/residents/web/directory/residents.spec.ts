import { press, ResidentsTest, words } from '../page.fixture';
import { aResident } from '../resident.fixture';
import { Residents } from './residents';

const open = (answers = {}) => {
  const test = new ResidentsTest(':space/residents', Residents);
  return test.open('/bota-75/residents', answers).then((page) => ({ test, page }));
};

it('lists who is here, and apart who left', async () => {
  const gone = { residencyId: '01939b1e-7c00-7d3e-9c1a-000000000008', status: 'ended', to: '2026-01-01' } as const;
  const left = aResident('Partie hier', { ...gone, organisation: { ...aResident('Partie hier').organisation, id: gone.residencyId } });
  const { page } = await open({ '/residents': { items: [left, aResident()] } });
  const sections = [...page.querySelectorAll('section')].map(words);
  expect(sections[0]).toContain('Dans la maison 1 RF Racines & Finances');
  expect(sections[1]).toContain('Ont quitté la maison 1');
});

it('counts those who come under a heading of their own', async () => {
  const soon = aResident('Les Lanternes', { residencyId: '01939b1e-7c00-7d3e-9c1a-000000000009', status: 'planned', from: '2027-01-01' });
  const other = { ...soon, organisation: { ...soon.organisation, id: soon.residencyId } };
  const { page } = await open({ '/residents': { items: [other, aResident()] } });
  const sections = [...page.querySelectorAll('section')].map(words);
  expect(sections[0]).toContain('Dans la maison 1 RF Racines & Finances');
  expect(sections[1]).toContain('À venir 1');
  expect(sections[1]).toContain('Les Lanternes');
});

it('finds nobody, and shows all again', async () => {
  const { test, page } = await open();
  const search = page.querySelector('input');
  if (search) search.value = 'zzz';
  search?.dispatchEvent(new Event('input'));
  await test.answer();
  expect(words(page)).toContain('Aucune organisation de ce nom');
  press(page, 'Tous les résidents');
  await test.answer();
  expect(page.querySelectorAll('[b75-resident-row]')).toHaveLength(1);
});

it('says what failed, and tries again', async () => {
  const { test, page } = await open({ '/residents': [503, 'unavailable'] });
  expect(words(page)).toContain('Les résidents n’ont pas pu être chargés');
  press(page, 'Réessayer');
  await test.answer({ '/residents': { items: [] } });
  expect(words(page)).toContain('Aucune organisation n’habite encore ici');
});
