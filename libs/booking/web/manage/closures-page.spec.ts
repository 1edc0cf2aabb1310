import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { booked, closed, salleA, salleB } from '../rooms/house.fixture';
import { PageInHouse, words } from '../rooms/page.fixture';
import { ClosuresPage } from './closures-page';
import { Manage } from './manage.client';

const affected = { count: 1, items: [booked(salleA, '2026-11-25T10:00', '2026-11-25T11:00', { title: 'Chorale' })] };
const others = { '/closures': { items: [] }, '/affected-bookings': affected };

it('says while a closure is written which bookings it would meet, with their addresses', async () => {
  const test = new PageInHouse(':space/house/closures', ClosuresPage);
  const page = await test.open('/bota-75/house/closures', { others });
  expect(words(page)).toContain('Aucune fermeture annoncée');
  await test.later(350);
  await test.answer({ others });
  const note = page.querySelector('b75-affected-choices');
  expect(words(note)).toContain('Une réservation tombe dans cette fermeture.');
  expect(note?.querySelector('a')?.getAttribute('href')).toBe(`/bota-75/bookings/${affected.items[0]?.bookingId}`);
});

it('asks for a room when some rooms are to close, and sends nothing before', async () => {
  const test = new PageInHouse(':space/house/closures', ClosuresPage);
  const page = await test.open('/bota-75/house/closures', { others });
  page.querySelectorAll<HTMLInputElement>('[type=radio]')[1]?.click();
  page.querySelector<HTMLButtonElement>('[type=submit]')?.click();
  await test.answer({ others });
  expect(words(page.querySelector('ui-error-summary'))).toContain('Choisissez au moins une salle.');
});

/** Waits, and does meanwhile what has to be done, as long as the machine has other things to do. */
async function until(holds: () => unknown, meanwhile = async (): Promise<void> => undefined): Promise<void> {
  for (let round = 0; round < 100 && !holds(); round += 1) {
    await meanwhile();
    await new Promise((done) => setTimeout(done, 20));
    TestBed.tick();
  }
}

describe('as long as one does not know what a closure meets', () => {
  /** Says another time, and presses twice at once. */
  async function press(answer: (test: PageInHouse) => Promise<void>, holds: (page: HTMLElement, sent: unknown[]) => unknown) {
    const test = new PageInHouse(':space/house/closures', ClosuresPage);
    const page = await test.open('/bota-75/house/closures', { others });
    const close = jest
      .spyOn(TestBed.inject(Manage), 'close')
      .mockResolvedValue({ items: [], settled: { kept: 0, cancelled: 0, moved: 0 } });
    const from = page.querySelector<HTMLInputElement>('#closure-from-time');
    if (from) from.value = '8:00';
    from?.dispatchEvent(new Event('change'));
    const submit = page.querySelector<HTMLButtonElement>('[type=submit]');
    submit?.click();
    submit?.click();
    await test.later(350);
    expect(close).not.toHaveBeenCalled();
    const sent = close.mock.calls;
    await until(
      () => holds(page, sent),
      () => answer(test),
    );
    return { test, page, sent };
  }
  const dialogs = () => [...document.querySelectorAll('ui-confirm-dialog')];

  it('it is not closed: who presses before the list is there sees first what it comes to', async () => {
    const { sent } = await press(
      (test) => test.answer({ others }),
      () => dialogs().length > 0,
    );
    expect([dialogs().map((one) => words(one).includes('1 gardée')), sent]).toEqual([[true], []]);
    dialogs()[0]?.querySelector<HTMLButtonElement>('button:not(.lose)')?.click();
  });

  it('it is closed without a question once nothing stands in the way', async () => {
    const { sent } = await press(
      (test) => test.answer({ others: { ...others, '/affected-bookings': { count: 0, items: [] } } }),
      (_, calls) => calls.length > 0,
    );
    expect([dialogs(), sent.length]).toEqual([[], 1]);
  });

  it('nothing closes when that does not load, until it does', async () => {
    const { test, page, sent } = await press(
      (test) => test.fail(),
      (page) => page.querySelector('#closure-met ui-failure'),
    );
    expect([dialogs(), sent]).toEqual([[], []]);
    expect(words(page.querySelector('ui-error-summary'))).toContain('réessayez avant de fermer');
    page.querySelector<HTMLButtonElement>('#closure-met ui-failure button')?.click();
    await until(
      () => page.querySelector('b75-affected-choices li'),
      () => test.answer({ others }),
    );
    expect([page.querySelector('ui-failure'), page.querySelectorAll('b75-affected-choices li').length]).toEqual([null, 1]);
  });
});

describe('what a closure meets', () => {
  const MAY = { edit: true, cancel: true, checkIn: false };
  const items = [
    booked(salleA, '2026-11-25T10:00', '2026-11-25T11:00', { title: 'Chorale', may: MAY }),
    booked(salleA, '2026-11-25T14:00', '2026-11-25T15:00', { title: 'Conseil', may: MAY }),
    booked(salleA, '2026-11-25T16:00', '2026-11-25T17:00', { title: 'Souhait', status: 'requested', may: { ...MAY, edit: false } }),
    booked(salleA, '2026-11-24T13:00', '2026-11-25T18:00', { title: 'Marathon', may: { ...MAY, cancel: false } }),
  ];
  const [chorale, conseil] = items as [(typeof items)[0], (typeof items)[0]];
  const place = { roomIds: [salleB.id], start: conseil.start, end: conseil.end };
  const later = { roomIds: [salleA.id], start: '2026-11-26T13:00:00.000Z', end: '2026-11-26T14:00:00.000Z' };
  const all = { ...others, '/affected-bookings': { count: 6, items, others: [items[0]?.bookingId, items[1]?.bookingId] } };

  async function open() {
    const test = new PageInHouse(':space/house/closures', ClosuresPage);
    const page = await test.open('/bota-75/house/closures', { others: all });
    await test.later(350);
    await test.answer({ others: all });
    const row = (title: string) => [...page.querySelectorAll('b75-affected-choices li')].find((one) => words(one).includes(title));
    const pick = async (within: Element | null | undefined, act: string, places = [place, later]) => {
      const label = [...(within?.querySelectorAll('label') ?? [])].find((one) => words(one) === act);
      label?.querySelector('input')?.click();
      await test.answer({ others: { '/places': { items: places }, ...all } });
    };
    return { test, page, row, pick, sum: () => words(page.querySelector('.sum')) };
  }
  const acts = (row: Element | undefined) => [...(row?.querySelectorAll('label') ?? [])].map(words);

  it('is kept unless one chooses otherwise; what begun stays, what is only asked for does not move', async () => {
    const { row, sum } = await open();
    expect([sum(), acts(row('Chorale')), acts(row('Souhait'))]).toEqual([
      '6 gardées',
      ['Garder', 'Annuler', 'Déplacer'],
      ['Garder', 'Décliner'],
    ]);
    expect([acts(row('Marathon')), words(row('Marathon') ?? null)]).toEqual([[], expect.stringContaining('Déjà commencée : elle reste')]);
  });

  it('is settled in one go, with one message, after one looked at what it comes to', async () => {
    const { test, page, row, pick, sum } = await open();
    await pick(row('Chorale'), 'Annuler');
    await pick(row('Conseil'), 'Déplacer');
    expect([...(row('Conseil')?.querySelectorAll('option') ?? [])].map(words)).toEqual(['Salle B', expect.stringContaining('Salle A · ')]);
    await pick(page.querySelector('[aria-labelledby=choices-others]'), 'Annuler');
    expect(sum()).toBe('2 gardées, 3 annulées, 1 déplacée');
    const message = page.querySelector<HTMLTextAreaElement>('#choices-message');
    if (message) message.value = 'Fuite d’eau ';
    message?.dispatchEvent(new Event('input'));
    page.querySelector<HTMLButtonElement>('[type=submit]')?.click();
    await test.later(50);
    await test.answer({ others: all });
    const dialog = document.querySelector('ui-confirm-dialog');
    expect(words(dialog)).toContain('2 gardées, 3 annulées, 1 déplacée');
    dialog?.querySelector<HTMLButtonElement>('.lose')?.click();
    await test.later(250);
    TestBed.tick();
    const { request } = TestBed.inject(HttpTestingController).expectOne(
      ({ method, url }) => method === 'POST' && url.endsWith('/closures'),
    );
    expect(request.body).toMatchObject({
      message: 'Fuite d’eau',
      choices: [
        { act: 'cancel', occurrenceId: chorale.occurrenceId },
        { act: 'move', occurrenceId: conseil.occurrenceId, ...place, was: { start: conseil.start, end: conseil.end } },
        { act: 'cancel', occurrenceId: chorale.bookingId },
        { act: 'cancel', occurrenceId: conseil.bookingId },
      ],
    });
    expect(request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('takes one choice for all, in which two dates do not want the same place', async () => {
    const { page, row, pick, sum } = await open();
    await pick(page.querySelector('[aria-labelledby=choices-all]'), 'Déplacer');
    await pick(null, '');
    expect(sum()).toBe('4 gardées, 2 déplacées');
    const chosen = (title: string) => words(row(title)?.querySelector('option:checked') ?? null);
    expect([chosen('Chorale').startsWith('Salle B'), chosen('Conseil').startsWith('Salle A')]).toEqual([true, true]);
    await pick(page.querySelector('[aria-labelledby=choices-all]'), 'Annuler');
    expect(sum()).toBe('1 gardée, 5 annulées');
  });

  it('stays, for all, what has no place anywhere, and says so', async () => {
    const { page, row, pick, sum } = await open();
    await pick(page.querySelector('[aria-labelledby=choices-all]'), 'Déplacer', []);
    await pick(null, '', []);
    expect([sum(), words(row('Chorale') ?? null)]).toEqual(['6 gardées', expect.stringContaining('Aucune place libre')]);
  });

  /** All is sent, and refused for these dates; `after`: what the list says then. */
  async function refused(test: PageInHouse, page: HTMLElement, errors: object[], after: object, code = 'closure/not-moved') {
    const http = TestBed.inject(HttpTestingController);
    page.querySelector<HTMLButtonElement>('[type=submit]')?.click();
    await until(() => document.querySelector('ui-confirm-dialog .lose'));
    document.querySelector<HTMLButtonElement>('ui-confirm-dialog .lose')?.click();
    const sent: TestRequest[] = [];
    await until(() => sent.push(...http.match(({ method, url }) => method === 'POST' && url.endsWith('/closures'))));
    const problem = {
      type: `/problems/${code}`,
      code,
      title: 'No',
      status: 409,
      detail: 'No',
      instance: 'x',
    };
    sent[0]?.flush({ ...problem, errors }, { status: 409, statusText: 'Conflict' });
    await until(
      () => page.querySelector('b75-affected-choices .no'),
      () => test.answer({ others: { ...all, ...after } }),
    );
    return sent[0];
  }
  const alertOf = (row: Element | undefined) => words(row?.querySelector('[role=alert]') ?? null);

  it('says on its row why a date could not move, and what is near now', async () => {
    const { test, page, row, pick } = await open();
    await pick(row('Conseil'), 'Déplacer');
    const taken = { path: 'choices.0', message: 'taken', reasons: [{ code: 'ROOM_TAKEN', roomId: salleB.id }], alternatives: [later] };
    await refused(test, page, [taken], {});
    expect(words(page.querySelector('b75-refusal'))).toBe('');
    expect(alertOf(row('Conseil'))).toMatch(/^Salle B · /);
    expect(words(page.querySelector('ui-error-summary'))).toContain('Choisissez où déplacer Conseil');
    expect([...(row('Conseil')?.querySelectorAll('option') ?? [])].map(words)).toEqual([
      'Choisir une place',
      expect.stringContaining('Salle A'),
    ]);
  });

  it('shows a date that was changed meanwhile as it is now, and asks again where to', async () => {
    const { test, page, row, pick } = await open();
    await pick(row('Conseil'), 'Déplacer');
    const changed = items.map((item) => (item === conseil ? { ...item, end: '2026-11-25T16:30:00.000Z' } : item));
    const after = { '/affected-bookings': { ...all['/affected-bookings'], items: changed } };
    await refused(test, page, [{ path: 'choices.0.was', message: 'changed', alternatives: [later] }], after);
    const isNew = () => words(row('Conseil')?.querySelector('.what') ?? null).includes('17:30');
    await until(isNew, () => test.answer({ others: { ...all, ...after } }));
    expect(alertOf(row('Conseil'))).toContain('Cette date a changé entre-temps.');
    expect(isNew()).toBe(true);
    expect(words(row('Conseil')?.querySelector('option') ?? null)).toBe('Choisir une place');
  });

  it('shows what was booked meanwhile, and keeps what was chosen for the others', async () => {
    const { test, page, row, pick, sum } = await open();
    await pick(row('Chorale'), 'Annuler');
    const late = booked(salleA, '2026-11-25T19:00', '2026-11-25T20:00', { title: 'Tard', may: MAY });
    const after = { '/affected-bookings': { ...all['/affected-bookings'], count: 7, items: [...items, late] } };
    const sent = await refused(test, page, [{ path: 'seen', message: late.occurrenceId }], after, 'closure/meets-more');
    expect(sent?.request.body).toMatchObject({
      seen: [...items.map(({ occurrenceId }) => occurrenceId), items[0]?.bookingId, items[1]?.bookingId],
    });
    await until(
      () => row('Tard'),
      () => test.answer({ others: { ...all, ...after } }),
    );
    expect([words(row('Tard')?.querySelector('.no') ?? null), words(row('Chorale')?.querySelector('.no') ?? null)]).toEqual([
      expect.stringContaining('Réservée entre-temps'),
      '',
    ]);
    expect([sum(), words(page.querySelector('b75-closure-form b75-refusal'))]).toEqual([
      '6 gardées, 1 annulée',
      expect.stringContaining('Rien n’est encore fermé'),
    ]);
  });
});

it.each([
  ['whole days by their dates', '2026-12-24T00:00', '2026-12-27T00:00', 'du 24 au 26 décembre 2026'],
  ['a whole day', '2026-12-24T00:00', '2026-12-25T00:00', 'le jeudi 24 décembre 2026, toute la journée'],
  [
    'an end at midnight as the end of the last day',
    '2026-12-24T18:00',
    '2026-12-27T00:00',
    'du 24 décembre 2026, 18:00 au 26 décembre 2026, 24:00',
  ],
  ['hours of one day once', '2026-12-24T18:00', '2026-12-25T00:00', 'jeudi 24 décembre 2026, 18:00–24:00'],
  ['other ends as they are', '2026-12-24T18:00', '2026-12-27T08:00', 'du 24 décembre 2026, 18:00 au 27 décembre 2026, 8:00'],
])('says %s', async (_, start, end, expected) => {
  const test = new PageInHouse(':space/house/closures', ClosuresPage);
  const page = await test.open('/bota-75/house/closures', { others: { ...others, '/closures': { items: [closed(start, end)] } } });
  expect(words(page.querySelector('li .s'))).toBe(expected);
});
