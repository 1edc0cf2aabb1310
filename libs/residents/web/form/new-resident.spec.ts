import { press, ResidentsTest, words } from '../page.fixture';
import { aResidency } from '../resident.fixture';
import { NewResident } from './new-resident';

const open = () => {
  const test = new ResidentsTest(':space/residents/new', NewResident);
  return test.open('/bota-75/residents/new').then((page) => ({ test, page }));
};

function type(page: Element, id: string, text: string): void {
  const input = page.querySelector<HTMLInputElement>(`#${id}`);
  if (!input) throw new Error(`No field ${id}`);
  input.value = text;
  for (const event of ['input', 'blur']) input.dispatchEvent(new Event(event));
}

it('says what is missing before anything is sent', async () => {
  const { test, page } = await open();
  type(page, 'number', '0123.456.748');
  press(page, 'Accueillir');
  await test.answer();
  const summary = words(page.querySelector('ui-error-summary'));
  expect(summary).toContain('Indiquez le nom de l’organisation.');
  expect(summary).toContain('ses deux derniers chiffres ne vont pas avec les autres');
  expect(test.asked.some(({ method }) => method === 'POST')).toBe(false);
});

it('sends what was said, says why it is refused, and goes on once it is not', async () => {
  const { test, page } = await open();
  type(page, 'name', ' Nouvelle ');
  press(page, 'Accueillir');
  await test.answer({ 'POST /api/spaces/bota-75/residents': [409, 'residency/occupied'] });
  const sent = test.asked.find(({ method }) => method === 'POST')?.body as Record<string, unknown>;
  expect(sent).toMatchObject({ organisation: { kind: 'association', enterpriseNumber: null, website: null }, to: null, shareKey: 'm2' });
  expect(words(page.querySelector('b75-refusal'))).toContain('Une salle ou ses postes sont déjà occupés');
  press(page, 'Accueillir');
  await test.answer({ 'POST /api/spaces/bota-75/residents': aResidency() });
  expect(test.asked.filter(({ method }) => method === 'POST')).toHaveLength(2);
  expect(page.querySelector('b75-new-resident')).toBeNull();
});
