import { MatCheckboxHarness } from '@angular/material/checkbox/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import type { Verdict } from '@bota/booking/domain';
import { at, DAY, marronnier, salleA } from '../rooms/house.fixture';
import { words } from '../rooms/page.fixture';
import { toDraft } from './book-form';
import { ID, PanelInHouse } from './panel.fixture';

const WISH = { roomIds: [salleA.id], start: `${DAY}T13:30`, end: `${DAY}T15:30` };
const verdict = (day: string, more: Partial<Verdict> = {}): Verdict => ({
  date: `${day}T13:30`,
  start: at(`${day}T13:30`).toISOString(),
  end: at(`${day}T15:30`).toISOString(),
  verdict: 'free',
  reasons: [],
  flags: [],
  ...more,
});
const taken = {
  verdict: 'refused' as const,
  reasons: [
    {
      code: 'ROOM_TAKEN' as const,
      roomId: salleA.id,
      until: at('14:15').toISOString(),
      by: { title: 'Permanence logement', organisation: 'Vrije Vaart vzw' },
    },
  ],
};
const status = (panel: Element) => words(panel.querySelector('[role=status]'));
const save = (panel: Element) => panel.querySelector<HTMLButtonElement>('.save');

it('says that a wish is free, and asks the server with wall times of the house', async () => {
  const house = new PanelInHouse();
  const panel = await house.open(WISH);
  const asked = await house.verdict({ occurrences: [verdict(DAY)], alternatives: [] });
  expect(asked).toMatchObject({ roomIds: [salleA.id], start: `${DAY}T13:30`, end: `${DAY}T15:30` });
  expect(status(panel)).toBe('Libre');
  expect(house.desk.ghost()).toMatchObject({ isRefused: false });
});

it('says who is there and until when, and takes the nearest alternative with one press', async () => {
  const house = new PanelInHouse();
  const panel = await house.open(WISH);
  const near = [
    { roomIds: [salleA.id], start: at('14:30').toISOString(), end: at('16:30').toISOString() },
    { roomIds: [marronnier.id], start: at('13:30').toISOString(), end: at('15:30').toISOString() },
  ];
  await house.verdict({ occurrences: [verdict(DAY, taken)], alternatives: near });
  expect(status(panel)).toBe('Occupée par Vrije Vaart vzw jusqu’à 14:15 Permanence logement');
  expect(save(panel)?.getAttribute('aria-disabled')).toBe('true');
  expect(house.desk.ghost()).toMatchObject({ isRefused: true });
  const [later, other] = [...panel.querySelectorAll('b75-verdict li')];
  expect(words(later ?? null)).toContain('Salle A, 14:30–16:30 1 heure plus tard');
  expect(words(other ?? null)).toContain('Salle Marronnier, 13:30–15:30 16 places, premier étage');
  later?.querySelector('button')?.click();
  await house.verdict({ occurrences: [verdict(DAY)], alternatives: [] });
  expect(house.desk.form()).toMatchObject({ from: '14:30', to: '16:30' });
  expect(status(panel)).toBe('Libre');
});

it('while it is judged anew, what is near stays in reach and the price is said on', async () => {
  const house = new PanelInHouse();
  const panel = await house.open(WISH);
  const near = [{ roomIds: [salleA.id], start: at('14:30').toISOString(), end: at('16:30').toISOString() }];
  await house.verdict({ occurrences: [verdict(DAY, taken)], alternatives: near });
  house.desk.form.update((form) => ({ ...form, attendees: 18 }));
  await house.settle();
  expect([status(panel), panel.querySelectorAll('b75-verdict li').length]).toEqual(['Vérification…', 1]);
  const price = { kind: 'resident' as const, cents: 2000, hourlyCents: 1000 };
  await house.verdict({ occurrences: [verdict(DAY)], alternatives: [], price });
  expect(panel.querySelectorAll('b75-verdict li')).toHaveLength(0);
  const said = words(panel.querySelector('b75-price-note'));
  expect(said).toContain('20');
  house.desk.form.update((form) => ({ ...form, attendees: 19 }));
  await house.typed();
  expect([status(panel), words(panel.querySelector('b75-price-note'))]).toEqual(['Vérification…', said]);
});

it('repeats: the rule goes to the server, the dates come back as chips, refused ones are skipped when asked', async () => {
  const house = new PanelInHouse();
  const panel = await house.open(WISH);
  await house.verdict({ occurrences: [verdict(DAY)], alternatives: [] });
  const repeat = await house.loader.getHarness(MatSelectHarness.with({ selector: '#repeat' }));
  await repeat.open();
  await repeat.clickOptions({ text: 'Chaque semaine' });
  const closed = { verdict: 'refused' as const, reasons: [{ code: 'CLOSED' as const, roomId: salleA.id }] };
  const asked = await house.verdict({
    occurrences: [verdict(DAY), verdict('2026-12-01'), verdict('2026-12-08', closed)],
    alternatives: [],
  });
  expect(asked).toMatchObject({ recurrence: { rrule: 'FREQ=WEEKLY;UNTIL=20270216T225959Z;BYDAY=TU;WKST=MO' } });
  expect(status(panel)).toBe('1 date sur 3 est refusée');
  expect([...panel.querySelectorAll('.dates li')].map(words)).toEqual(['24 nov. libre', '1er déc. libre', '8 déc. fermée']);
  expect(words(panel.querySelector('.why'))).toContain('mardi 8 décembre : Salle A n’ouvre pas à ce moment');
  house.desk.form.update((form) => ({ ...form, onRefused: 'skip' }));
  await house.settle();
  expect(status(panel)).toBe('2 dates sur 3 seront réservées, les autres sautées');
  expect(save(panel)?.getAttribute('aria-disabled')).not.toBe('true');
  const waits = await house.loader.getHarness(MatCheckboxHarness.with({ label: 'Les réserver si elles se libèrent' }));
  expect(await waits.isChecked()).toBe(false);
  await waits.check();
  expect(toDraft(house.desk.form(), 'Europe/Brussels')).toMatchObject({ onRefused: 'skip', retrySkipped: true });
});

it('what is missing is listed on top, takes the focus, and nothing is sent', async () => {
  const house = new PanelInHouse();
  const panel = await house.open(WISH);
  document.body.append(panel);
  await house.verdict({ occurrences: [verdict(DAY)], alternatives: [] });
  save(panel)?.click();
  await house.settle();
  expect(words(panel.querySelector('ui-error-summary'))).toContain('Donnez un titre à la réservation');
  expect(document.activeElement?.getAttribute('role')).toBe('alert');
  house.http.expectNone(({ url, method }) => method === 'POST' && url.endsWith('/bookings'));
});

it('books with one key for all retries, and keeps what was typed when the server does not answer', async () => {
  const house = new PanelInHouse();
  const panel = await house.open(WISH);
  house.desk.form.update((form) => ({ ...form, title: 'Comité d’épargne', organisationId: ID }));
  await house.settle();
  await house.verdict({ occurrences: [verdict(DAY)], alternatives: [] });
  save(panel)?.click();
  await house.settle();
  const first = house.http.expectOne('/api/spaces/bota-75/bookings');
  expect(first.request.body).toMatchObject({ title: 'Comité d’épargne', organisationId: ID, visibility: 'residents' });
  first.flush(null, { status: 503, statusText: 'no' });
  await house.settle();
  expect(words(panel.querySelector('ui-error-summary'))).not.toBe('');
  expect(sessionStorage.getItem('b75.draft.bota-75')).toContain('Comité d’épargne');
  save(panel)?.click();
  await house.settle();
  const again = house.http.expectOne('/api/spaces/bota-75/bookings');
  expect(again.request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key'));
});

it('names the fields that a refusal is about in the words of the panel, and says nothing of what the server wrote', async () => {
  const house = new PanelInHouse();
  const panel = await house.open(WISH);
  house.desk.form.update((form) => ({ ...form, title: 'Atelier', organisationId: ID }));
  await house.settle();
  await house.verdict({ occurrences: [verdict(DAY)], alternatives: [] });
  save(panel)?.click();
  await house.settle();
  const errors = [
    { path: 'roomIds', message: 'no room of this space' },
    { path: 'recurrence.rrule', message: 'too often' },
    { path: 'recurrence.exdates', message: 'not of the rule' },
    { path: 'somewhere.else', message: 'unknown' },
  ];
  const problem = {
    type: '/problems/booking/unknown-room',
    code: 'booking/unknown-room',
    title: 'x',
    status: 422,
    detail: 'y',
    instance: 'r',
    errors,
  };
  house.http.expectOne('/api/spaces/bota-75/bookings').flush(problem, { status: 422, statusText: 'no' });
  await house.settle();
  const lines = [...panel.querySelectorAll('ui-error-summary li')];
  expect(lines.map(words)).toEqual(['Cette salle n’existe plus.', 'À revoir : Salle', 'À revoir : Répéter']);
  expect(lines.map((line) => line.querySelector('a')?.getAttribute('href') ?? null)).toEqual([null, '#rooms', '#repeat']);
});

it('a series that lost a date meanwhile says so, and asks again which', async () => {
  const house = new PanelInHouse();
  const panel = await house.open(WISH);
  house.desk.form.update((form) => ({
    ...form,
    title: 'Atelier',
    organisationId: ID,
    repeat: { ...form.repeat, every: 'week', ends: 'never' },
  }));
  await house.settle();
  await house.verdict({ occurrences: [verdict(DAY), verdict('2026-12-01')], alternatives: [] });
  save(panel)?.click();
  await house.settle();
  const { reasons } = taken;
  const problem = {
    type: '/problems/booking/refused',
    code: 'booking/refused',
    title: 'x',
    status: 409,
    detail: 'x',
    instance: 'r',
    reasons,
  };
  house.http.expectOne('/api/spaces/bota-75/bookings').flush(problem, { status: 409, statusText: 'no' });
  await house.settle();
  expect(words(panel.querySelector('ui-error-summary'))).toContain('Cette réservation n’est pas possible à ce moment');
  await house.verdict({ occurrences: [verdict(DAY), verdict('2026-12-01', taken)], alternatives: [] });
  expect(status(panel)).toBe('1 date sur 2 est refusée');
});

describe('what others have', () => {
  const FAR = '2099-03-16';
  const far = { roomIds: [salleA.id], start: `${FAR}T13:30`, end: `${FAR}T15:30` };
  const byOthers = { verdict: 'refused' as const, reasons: [{ code: 'ROOM_TAKEN' as const, roomId: salleA.id }] };
  const offer = (panel: Element) => panel.querySelector<HTMLButtonElement>('b75-wait-offer button');

  it('may be waited for: with a title it is asked of the server, and the wish is put away', async () => {
    const house = new PanelInHouse();
    const panel = await house.open({ ...far, organisationId: ID });
    await house.verdict({ occurrences: [verdict(FAR, byOthers)], alternatives: [] });
    offer(panel)?.click();
    await house.settle();
    house.http.expectNone(({ url, method }) => method === 'POST' && url.endsWith('/waitlist'));
    expect(words(panel.querySelector('ui-error-summary'))).toContain('titre');
    house.desk.form.update((form) => ({ ...form, title: 'Chorale' }));
    await house.settle();
    offer(panel)?.click();
    const request = house.http.expectOne(({ url }) => url.endsWith('/waitlist'));
    expect(request.request.body).toMatchObject({ title: 'Chorale', roomIds: [salleA.id], start: `${FAR}T13:30` });
    const entry = { id: ID, title: 'Chorale', organisationId: ID, organisation: 'Racines', person: 'Membre', roomIds: [salleA.id] };
    const times = { start: at('13:30').toISOString(), end: at('15:30').toISOString(), since: at('09:00').toISOString() };
    request.flush({ ...entry, ...times, ahead: 0, reasons: [], offer: null });
    await house.settle();
    expect(house.desk.isOpen()).toBe(false);
  });

  it.each([
    ['when something else stands in the way too', FAR, { ...byOthers, reasons: [...byOthers.reasons, { code: 'CLOSED' as const }] }],
    ['when it is free', FAR, {}],
    ['when it is over', '2020-03-16', byOthers],
  ])('is not waited for %s', async (_, day, about) => {
    const house = new PanelInHouse();
    const panel = await house.open({ roomIds: [salleA.id], start: `${day}T13:30`, end: `${day}T15:30` });
    await house.verdict({ occurrences: [verdict(day, about)], alternatives: [] });
    expect(offer(panel)).toBeNull();
  });
});
