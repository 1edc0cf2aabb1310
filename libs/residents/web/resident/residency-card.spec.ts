import { press, ResidentsTest, words } from '../page.fixture';
import { aPage, aResidency, aResident } from '../resident.fixture';
import { ResidentPage } from './resident';

const leaving = aResidency({ status: 'notice', noticeOn: '2026-11-01', to: '2027-01-31', shareKey: 'heads', shareQuantity: 14, share: 14 });
const item = (name: string, count: number, first: object[] = []) => ({ name, count, link: `residents/racines#${name}`, first });
const checklist = {
  lastDay: '2027-01-31',
  items: [item('keys', 2), item('members', 0), item('bookings', 1, [{ text: 'Chorale', date: '2027-02-02', link: 'bookings/1' }])],
};

async function open(answers = {}) {
  const test = new ResidentsTest(':space/residents/:resident', ResidentPage);
  const page = await test.open('/bota-75/residents/racines', { '/residents/racines': aPage({ residencies: [leaving] }), ...answers });
  return { test, page };
}

it('tells the terms of a residency and what is left to settle, with where', async () => {
  const { page } = await open({ '/checklist': checklist });
  const card = page.querySelector('b75-residency-card');
  expect(words(card)).toContain('En préavis Du 1er septembre 2024 au 31 janvier 2027 préavis donné le 1er novembre 2026');
  expect(words(card)).toContain('14 personnes (convenu)');
  const list = page.querySelector('b75-exit-list');
  expect(words(list)).toContain('2 clés à rendre Plus aucun membre Une date réservée après le départ Chorale 2 février 2027');
  expect([...(list?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))).toEqual([
    '/bota-75/residents/racines#keys',
    '/bota-75/residents/racines#bookings',
    '/bota-75/bookings/1',
  ]);
});

it('archives an organisation that has left, and explains a refusal', async () => {
  const gone = aPage({ residencies: [], may: { edit: true, archive: true, manageResidencies: true, readKeys: false } });
  const { test, page } = await open({ '/residents/racines': gone, '/residents': { items: [aResident('Racines', { status: 'ended' })] } });
  press(page, 'Archiver l’organisation');
  await test.answer({ '/archival': [409, 'organisation/resident'] });
  expect(words(page.querySelector('b75-refusal'))).toContain('habite la maison ou va y arriver');
});

it('shows a page that cannot be read as a failure, not as nothing', async () => {
  const { page } = await open({ '/residents/racines': [503, 'unavailable'] });
  expect(page.querySelector('ui-failure')).not.toBeNull();
});

describe('a residency that has ended', () => {
  const may = { edit: false, giveNotice: false, reopen: true, settle: true };
  const over = aResidency({ status: 'ended', to: '2026-10-31', may });
  const dialog = () => document.querySelector('b75-reopen-dialog');
  async function asked(residencies = [over]) {
    const { test, page } = await open({ '/residents/racines': aPage({ residencies }), '/checklist': { lastDay: '2026-10-31', items: [] } });
    press(page, 'Rouvrir la résidence');
    await test.answer();
    return { test, page };
  }

  it('is reopened without an end, and a refusal names the month or who has its room', async () => {
    const { test } = await asked();
    press(dialog() as Element, 'Rouvrir');
    await test.answer({
      '/residencies/01939b1e-7c00-7d3e-9c1a-000000000007': [
        409,
        'residency/month-closed',
        { reasons: [{ code: 'MONTH_CLOSED', month: '2026-11' }] },
      ],
    });
    expect(words(dialog())).toContain('Un mois concerné est déjà clôturé');
    expect(words(dialog())).toContain('Mois clôturé : novembre 2026.');
    press(dialog() as Element, 'Rouvrir');
    await test.answer({ '/residencies/01939b1e-7c00-7d3e-9c1a-000000000007': over });
    const sent = test.asked.filter(({ method }) => method === 'PATCH');
    expect(sent.map(({ body }) => body)).toEqual([{ to: null }, { to: null }]);
  });

  it('ends anew on a day to come, and not on one that cannot be read', async () => {
    const { test } = await asked();
    dialog()?.querySelector<HTMLInputElement>('[type=checkbox]')?.click();
    await test.answer();
    press(dialog() as Element, 'Rouvrir');
    await test.answer();
    expect(words(dialog())).toContain('Ce dernier jour doit être à venir.');
    expect(test.asked.filter(({ method }) => method === 'PATCH')).toEqual([]);
    const day = dialog()?.querySelector<HTMLInputElement>('#reopen-to') as HTMLInputElement;
    day.value = '31/12/2099';
    for (const event of ['input', 'change']) day.dispatchEvent(new Event(event));
    await test.answer();
    press(dialog() as Element, 'Rouvrir');
    await test.answer();
    expect(test.asked.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([{ to: '2099-12-31' }]);
  });

  it('offers so once: not for what was before the present one', async () => {
    const { page } = await open({
      '/residents/racines': aPage({ residencies: [aResidency({ id: over.organisationId }), over] }),
      '/checklist': { lastDay: null, items: [] },
    });
    expect(words(page)).not.toContain('Rouvrir la résidence');
  });
});
