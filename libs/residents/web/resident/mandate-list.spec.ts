import type { Mandate } from '@bota/people/domain';
import mandates from '../i18n/mandates.fr.json' with { type: 'json' };
import { type Answers, ID, press, ResidentsTest, words } from '../page.fixture';
import { ResidentPage } from './resident';

const OTHER = '01939b1e-7c00-7d3e-9c1a-00000000000a';
const aMandate = (more: Partial<Mandate> = {}): Mandate => ({
  ...{ id: ID, person: { id: ID, displayName: 'Ada' }, basis: 'statutes', basisText: 'article 14' },
  ...{ scope: 'Gestion journalière', ceiling: { cents: 250_000, currency: 'EUR' }, joint: { kind: 'alone' }, jointWith: [] },
  ...{ from: '2026-01-01', to: null, endedOn: null, recordedBy: 'Ada', recordedAt: '2026-01-01T10:00:00.000Z', evidence: null, ...more },
});
const member = (personId: string, displayName: string) => ({
  ...{ personId, displayName, email: 'a@b75.example', role: 'admin', since: '2026-01-01T10:00:00Z', isMe: false },
  contact: { audience: null, role: '', phone: '' },
});
const members = { items: [member(ID, 'Ada'), member(OTHER, 'Zoé')], may: { manage: true } };

async function open(items: Mandate[], manage = true, more: Answers = {}) {
  const test = new ResidentsTest(':space/residents/:resident', ResidentPage);
  const answers = { '/members': members, '/mandates': { items, today: '2026-11-24', may: { manage } }, ...more };
  const page = await test.open('/bota-75/residents/racines', answers);
  const section = () => page.querySelector('b75-mandates') as HTMLElement;
  const type = (id: string, text: string) => {
    const field = section().querySelector(`#${id}`) as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input'));
    field.dispatchEvent(new Event('input'));
  };
  return { test, section, type };
}

it('says who may bind the organisation, for what, with whom, how far and how long', async () => {
  const joint = { kind: 'with-one-of', personIds: [OTHER] } as const;
  const evidence = { name: 'pv.pdf', mediaType: 'application/pdf' };
  const more = { joint, jointWith: [{ id: OTHER, displayName: 'Zoé' }], to: '2027-12-31', evidence };
  const { section } = await open([aMandate(more)], false);
  expect(words(section())).toContain('Ada En vigueur Gestion journalière Signe avec Zoé, jusqu’à 2 500,00 €');
  expect(words(section())).toContain('Du 1er janvier 2026 au 31 décembre 2027 Statuts, article 14');
  expect(section().querySelector('a[download]')?.getAttribute('href')).toMatch(/\/mandates\/[\w-]+\/evidence$/);
  expect(section().querySelector('button')).toBeNull();
});

it('keeps what is over out of sight until it is asked for', async () => {
  const former = { person: { id: OTHER, displayName: '' }, endedOn: '2026-06-30' };
  const { section } = await open([aMandate(), aMandate({ id: OTHER, ...former })]);
  expect(section().querySelectorAll('li')).toHaveLength(1);
  press(section(), mandates.past.one);
  await new Promise((done) => setTimeout(done));
  expect(words(section())).toContain('Ancien membre');
});

it('says what is missing in the form, and records what is whole', async () => {
  const { test, section, type } = await open([]);
  press(section(), mandates.add);
  await test.answer();
  press(section(), mandates.form.submit);
  await test.answer();
  expect(words(section().querySelector('ui-error-summary'))).toContain(mandates.form.personNeeded);
  expect(test.asked.some(({ method }) => method === 'POST')).toBe(false);
  type('mandate-person', ID);
  type('mandate-scope', 'Contrats');
  type('mandate-ceiling', '2 500,50');
  type('mandate-joint', '2');
  press(section(), mandates.form.submit);
  await test.answer();
  expect(test.asked.find(({ method }) => method === 'POST')?.body).toEqual({
    ...{ personId: ID, basis: 'statutes', basisText: '', scope: 'Contrats', ceiling: { cents: 250_050, currency: 'EUR' } },
    ...{ joint: { kind: 'with-others', others: 2 }, from: '2026-11-24', to: null },
  });
  expect(section().querySelector('form')).toBeNull();
});

it('ends a mandate today, after asking', async () => {
  const { test, section } = await open([aMandate()]);
  press(section(), mandates.end.open);
  await test.answer();
  await test.answer();
  expect(words(document.querySelector('ui-confirm-dialog'))).toContain(mandates.end.stays);
  document.querySelector<HTMLButtonElement>('ui-confirm-dialog .lose')?.click();
  await new Promise((left) => setTimeout(left, 200));
  await test.answer({ '/ending': aMandate({ endedOn: '2026-11-24' }) });
  expect(test.asked.find(({ url }) => url.endsWith('/ending'))?.body).toEqual({ lastDay: '2026-11-24' });
});

it('says why evidence is refused', async () => {
  const { test, section } = await open([aMandate()]);
  const input = section().querySelector('input[type=file]') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [new File(['x'], 'pv.pdf', { type: 'application/pdf' })] });
  Object.defineProperty(input, 'value', { value: '', writable: true });
  input.dispatchEvent(new Event('change'));
  await test.answer({ '/evidence': [409, 'mandate/has-evidence'] });
  expect(words(section().querySelector('[role=alert]'))).toContain('ne se remplace pas');
});
