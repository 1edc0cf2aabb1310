import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ManagedRoom, RoomRules } from '@bota/spaces/domain';
import { booked, FLOORS, marronnier, room, salleA } from '../rooms/house.fixture';
import { PageInHouse, words } from '../rooms/page.fixture';
import { RoomRulesPage } from './rules-page';

const managed = (one: typeof salleA, ownRules: RoomRules): ManagedRoom => ({ ...one, ownRules, version: 3, archivedAt: null });
const office = { ...managed(room(9, 'Bureau'), {}), bookable: false };
const items = [
  managed(salleA, { bufferMinutes: 15, layouts: [{ layout: 'theatre', capacity: 40, setUpMinutes: 30 }] }),
  managed(marronnier, { leadMinutes: 120, who: { are: 'coordinators' } }),
  office,
];
const others = { '/managed-rooms': { items, floors: FLOORS }, '/affected-bookings': { count: 0, items: [] } };

async function open(slug = salleA.slug) {
  sessionStorage.clear();
  const test = new PageInHouse(':space/house/rooms/:room/rules', RoomRulesPage);
  const page = await test.open(`/bota-75/house/rooms/${slug}/rules`, { others });
  const type = async (id: string, value: string) => {
    const field = page.querySelector<HTMLInputElement>(`#${id}`);
    if (!field) throw new Error(`no field ${id}`);
    field.value = value;
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input'));
    await test.answer({ others });
  };
  const save = async () => {
    page.querySelector<HTMLButtonElement>('[type=submit]')?.click();
    TestBed.tick();
  };
  return { test, page, type, save, plain: () => words(page.querySelector('.plain')) };
}

it('says every rule in plain words, with how many it holds, what a request does meanwhile, and when it is closed', async () => {
  sessionStorage.clear();
  const closure = { id: marronnier.id, roomId: null, unitIds: [], start: '2026-12-23T23:00:00Z', end: '2027-01-01T23:00:00Z' };
  const asked = managed(salleA, { approval: { always: true, outsideHours: false, blocks: false } });
  const test = new PageInHouse(':space/house/rooms/:room/rules', RoomRulesPage);
  const page = await test.open(`/bota-75/house/rooms/${salleA.slug}/rules`, {
    others: {
      '/managed-rooms': { items: [asked], floors: FLOORS },
      '/closures': { items: [{ ...closure, reason: { fr: 'Congés d’hiver' } }] },
    },
  });
  const plain = words(page.querySelector('.plain'));
  expect(plain).toContain('40 personnes au plus.');
  expect(plain).toContain('Une demande ne garde pas la salle : plusieurs peuvent demander le même moment.');
  expect(plain).toContain('Du 24 décembre 2026 au 1er janvier 2027 · Congés d’hiver');
});

it('says in plain words what is typed, while it is typed', async () => {
  const { plain, type } = await open();
  expect(plain()).toContain('15 minutes de battement entre deux groupes. Pour toutes les organisations de la maison.');
  expect(plain()).toContain('En théâtre : 40 places, 30 minutes d’installation.');
  await type('rules-horizonDays', '90');
  await type('rules-cancelMinutes', '2');
  expect(plain()).toContain('Réservable au plus tôt 90 jours avant. Annulée moins de 2 jours avant, une date compte comme utilisée.');
  await type('rules-horizonDays', 'quatre-vingt-dix');
  expect(plain()).not.toContain('Réservable');
});

it('sends the rules as a whole, of the version that was read', async () => {
  const { test, page, type, save } = await open();
  await type('rules-leadMinutes', '2');
  await save();
  const { request } = TestBed.inject(HttpTestingController).expectOne(({ method }) => method === 'PATCH');
  expect(request.headers.get('If-Match')).toBe('"3"');
  expect(request.body).toEqual({
    rules: { bufferMinutes: 15, leadMinutes: 120, layouts: [{ layout: 'theatre', capacity: 40, setUpMinutes: 30 }] },
  });
  expect(page.querySelector('ui-error-summary [role=alert]')).toBeNull();
  await test.answer({ others });
});

it('what somebody else changed meanwhile is read, what was typed stands in it, and may be sent again', async () => {
  const { test, page, type, save } = await open();
  await type('rules-leadMinutes', '2');
  await save();
  const http = TestBed.inject(HttpTestingController);
  http.expectOne(({ method }) => method === 'PATCH').flush({ code: 'stale-version' }, { status: 412, statusText: 'stale' });
  const theirs = { ...managed(salleA, { bufferMinutes: 30, maxMinutes: 360 }), version: 4 };
  await test.answer({ others: { ...others, '/managed-rooms': { items: [theirs], floors: FLOORS } } });
  expect(words(page.querySelector('b75-refusal'))).toContain('Votre texte est gardé');
  const value = (id: string) => page.querySelector<HTMLInputElement>(`#${id}`)?.value;
  expect([value('rules-leadMinutes'), value('rules-bufferMinutes'), value('rules-maxMinutes')]).toEqual(['2', '30', '6']);
  await save();
  const { request } = http.expectOne(({ method }) => method === 'PATCH');
  expect([request.headers.get('If-Match'), request.body]).toEqual([
    '"4"',
    { rules: { bufferMinutes: 30, maxMinutes: 360, leadMinutes: 120 } },
  ]);
  await test.answer({ others });
});

it('what was typed before a reload stands in what others changed since', async () => {
  const { type } = await open();
  await type('rules-leadMinutes', '2');
  TestBed.resetTestingModule();
  const theirs = { ...managed(salleA, { bufferMinutes: 30 }), version: 4 };
  const test = new PageInHouse(':space/house/rooms/:room/rules', RoomRulesPage);
  const page = await test.open(`/bota-75/house/rooms/${salleA.slug}/rules`, {
    others: { ...others, '/managed-rooms': { items: [theirs], floors: FLOORS } },
  });
  expect(words(page.querySelector('.plain'))).toContain(
    '30 minutes de battement entre deux groupes. À réserver au moins 2 heures à l’avance.',
  );
});

it('sends nothing while a rule cannot be read, and leads to its field', async () => {
  const { test, page, type, save } = await open();
  await type('rules-bufferMinutes', 'un peu');
  await save();
  await test.answer({ others });
  const link = page.querySelector('ui-error-summary a');
  expect([words(link), link?.getAttribute('href')]).toEqual(['Le battement va de 0 minute à un jour.', '#rules-bufferMinutes']);
  expect(page.querySelector('#rules-bufferMinutes')?.getAttribute('aria-invalid')).toBe('true');
});

it('takes over the rules of another room', async () => {
  const { page, plain, type } = await open();
  await type('rules-copy', marronnier.id);
  expect(plain()).toContain('À réserver au moins 2 heures à l’avance. Réservée par la coordination seulement.');
  expect(words(page)).toContain('Les règles de Salle Marronnier sont reprises ici. Enregistrez pour les garder.');
});

it('shows after saving what was booked under other rules', async () => {
  const { test, page, save } = await open();
  await save();
  const affected = { count: 1, items: [booked(salleA, '2026-11-25T10:00', '2026-11-25T11:00', { title: 'Chorale' })] };
  await test.answer({ others: { ...others, [`/rooms/${salleA.id}`]: items[0] as object, '/affected-bookings': affected } });
  expect(words(page.querySelector('b75-affected-list'))).toContain('Une réservation à venir ne suit pas ces règles ; elle reste. Chorale');
});

it('an office has no rules', async () => expect(words((await open(office.slug)).page)).toContain('Cette salle n’existe pas'));
