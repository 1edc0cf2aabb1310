import type { DaySheet } from '@bota/booking/domain';
import type { HouseKey } from '@bota/residents/domain';
import type { Feature } from '@bota/spaces/domain';
import { NoShows } from '@bota/booking/api';
import { newId } from '@bota/shared/api';
import { useApi } from './api.fixture';
import { at, book } from './booking.fixture';
import { QUARTER } from './check-in.fixture';
import type { House } from './house.fixture';
import { readPdf } from './pdf.fixture';

const api = useApi();
beforeEach(() => api.setNow('2026-03-10T08:00:00Z'));

/** Of what is written on A4, in points. */
const RIGHT_EDGE = 555;
const FEATURES: Feature[] = ['step-free', 'screen', 'sound'];
const LAYOUTS = [
  { layout: 'table' as const, capacity: 20, setUpMinutes: 0 },
  { layout: 'circle' as const, capacity: 12, setUpMinutes: 15 },
];

/** A room that usually stands as tables; a private booking in a circle, then a public one as usual. */
async function busyHouse() {
  const house = await api.house();
  const room = await house.room({ name: 'Chapelle', capacity: 20, layout: 'table', features: FEATURES, rules: { layouts: LAYOUTS } });
  await book(house, {
    ...{ title: 'Cercle privé', roomIds: [room], visibility: 'private', attendees: 8, layout: 'circle', description: 'Eau et verres' },
    ...at('10:00–12:00'),
  });
  await book(house, { title: 'Assemblée', roomIds: [room], tearDownMinutes: 30, ...at('19:00–21:00') });
  await book(house, { title: 'Répétition', roomIds: [house.hall], organisationId: house.voisins, ...at('14:00–16:00') }, house.neighbour);
  const { body: key } = await house.coordinator.post<HouseKey>(house.path('keys'), { label: 'B-001', kind: 'badge', opens: 'Entrée' });
  await house.coordinator.post(house.path(`keys/${key.id}/holdings`), { organisationId: house.racines });
  return { house, room };
}
const sheetOf = async (house: House, date = '2026-03-16', who = house.coordinator) =>
  who.get<DaySheet & { code: string }>(house.path(`day-sheets/${date}`));
async function paperOf(house: House, language: string) {
  const response = await fetch(`${api.url}${house.path(`day-sheets/2026-03-16/pdf?language=${language}`)}`, {
    headers: house.coordinator.cookieHeader,
  });
  return { response, pdf: readPdf(Buffer.from(await response.arrayBuffer())) };
}

it('says who opens and who closes, with setting up, clearing and the keys they hold', async () => {
  const { house } = await busyHouse();
  const { body } = await sheetOf(house);
  expect(body.opens).toMatchObject({ at: '2026-03-16T08:45:00.000Z', entries: [{ organisation: 'Racines', keys: ['B-001'] }] });
  expect(body.closes).toMatchObject({ at: '2026-03-16T20:30:00.000Z', entries: [{ organisation: 'Racines', keys: ['B-001'] }] });
});

it('says of each room in order what is on, for how many, how it stands and what has to be changed, and whom to call', async () => {
  const { house, room } = await busyHouse();
  const { body } = await sheetOf(house);
  expect(body.rooms.map(({ name }) => name).sort()).toEqual(['Chapelle', 'Grande salle']);
  const entries = body.rooms.find(({ id }) => id === room)?.entries ?? [];
  expect(entries).toMatchObject([
    { title: 'Cercle privé', attendees: 8, layout: 'circle', layoutBefore: 'table', setUpMinutes: 15, note: 'Eau et verres' },
    { title: 'Assemblée', layout: 'table', layoutBefore: 'circle', takenUntil: '2026-03-16T20:30:00.000Z' },
  ]);
  expect(body.rooms.map(({ id, equipment }) => [id === room, equipment])).toContainEqual([true, ['screen', 'sound']]);
  expect((await paperOf(house, 'fr')).pdf.text.replace(/\s/g, '')).toContain('Matériel:écran,sonorisation');
  expect(entries[0]?.contact).toEqual({ name: 'Member', email: house.member.email, phone: null });
  expect(body.rooms.find(({ id }) => id === house.hall)?.entries).toMatchObject([{ organisation: 'Voisins', keys: [] }]);
});

it('leaves out what is cancelled, only asked for, or of another day, and says who did not come', async () => {
  const house = await api.house();
  const room = await house.room({ name: 'Chapelle', rules: { checkIn: QUARTER } });
  const asked = await house.room({ name: 'Salon', rules: { approval: { always: true } } as never });
  const gone = await book(house, { roomIds: [room], ...at('08:00–09:00') });
  await house.member.post(house.path(`bookings/${gone.id}/cancellation`), {});
  await book(house, { roomIds: [asked], ...at('09:00–10:00') });
  await book(house, { roomIds: [room], start: '2026-03-17T10:00', end: '2026-03-17T11:00' });
  await book(house, { roomIds: [room], title: 'Fantôme', ...at('10:00–12:00') });
  api.setNow('2026-03-16T09:20:00Z');
  await api.app.get(NoShows).release();
  const { body } = await sheetOf(house);
  expect(body.rooms.flatMap(({ entries }) => entries.map(({ title, status, end }) => [title, status, end]))).toEqual([
    ['Fantôme', 'no_show', '2026-03-16T09:20:00.000Z'],
  ]);
  expect([body.opens, body.closes]).toEqual([null, null]);
});

it('tells of closures, and of a day without anything', async () => {
  const house = await api.house();
  await house.close('2026-03-16T00:00:00Z', '2026-03-17T00:00:00Z', house.a);
  await house.close('2026-03-10T23:00:00Z', '2026-03-20T23:00:00Z', house.b);
  const { body } = await sheetOf(house);
  expect([body.rooms, body.opens, body.closures.map(({ room }) => room).sort()]).toEqual([[], null, ['Salle A', 'Salle B']]);
  const said = (await paperOf(house, 'fr')).pdf.text.replace(/\s/g, '');
  expect(said).toContain('SalleB,toutelajournée');
  expect(said).toContain('SalleA,01:00–mar.17,01:00');
});

it('names nobody who was erased', async () => {
  const { house } = await busyHouse();
  await api.db.query('UPDATE person SET erased_at = now() WHERE id = $1', [house.member.id]);
  const { text, body } = await sheetOf(house);
  expect(text).not.toContain(house.member.email);
  expect(body.rooms.find(({ name }) => name === 'Chapelle')?.entries[0]?.contact).toEqual({ name: '', email: null, phone: null });
});

it.each([
  [
    'fr',
    'Feuille du jour, lundi 16 mars 2026',
    [
      'Qui ouvre, 09:45',
      'Qui ferme, 21:30',
      'à installer : en cercle (avant : autour d’une table)',
      '8 personnes',
      'clés : B-001',
      'Eau et verres',
    ],
  ],
  [
    'nl',
    'Dagoverzicht, maandag 16 maart 2026',
    ['Wie opent, 09:45', 'op te stellen: in een kring (ervoor: rond een tafel)', '8 personen', 'sleutels: B-001'],
  ],
  ['en', 'Day sheet, Monday, 16 March 2026', ['Who opens, 09:45', 'to set: circle (before: around a table)', '8 people', 'keys: B-001']],
])('comes on paper in %s, with everything that stands on the page', async (language, title, said) => {
  const { house } = await busyHouse();
  const { response, pdf } = await paperOf(house, language);
  expect([response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([
    'application/pdf',
    `attachment; filename="${house.slug}-2026-03-16.pdf"`,
  ]);
  expect([pdf.title.replace(/\s/g, ' '), pdf.language]).toEqual([title, language]);
  // Lines break where the paper ends: what is said is compared without its spaces.
  const plain = (text: string) => text.replace(/\s/g, '');
  for (const one of [
    ...said,
    'Cercle privé',
    'Assemblée',
    'Répétition',
    'Racines',
    'Voisins',
    'Chapelle',
    'Grande salle',
    house.member.email,
  ])
    expect(plain(pdf.text)).toContain(plain(one));
});

it('tells the day of what began on another, and of a neighbour whom to call', async () => {
  const house = await api.house();
  const night = await book(house, { start: '2026-03-15T22:00', end: '2026-03-16T06:00' });
  await api.db.query(
    `INSERT INTO outside_request (space_id, id, name, email, phone, language, purpose, message, attendees, starts_at, ends_at, asked_at, expires_at, confirmed_at, decided_at, booking_id)
     VALUES ($1, $2, 'Zoé Martin', 'zoe@example.org', '+32 470 00 00 00', 'fr', 'Nuit', '', 2, $3, $4, now(), now(), now(), now(), $5)`,
    [house.id, newId(), night.start, night.end, night.id],
  );
  const { body } = await sheetOf(house);
  expect(body.opens?.at).toBe('2026-03-15T21:00:00.000Z');
  expect(body.rooms[0]?.entries[0]?.contact).toEqual({ name: 'Zoé Martin', email: 'zoe@example.org', phone: '+32 470 00 00 00' });
  const { pdf } = await paperOf(house, 'fr');
  const plain = pdf.text.replace(/\s/g, '');
  for (const one of ['Quiouvre,dim.15,22:00', 'dim.15,22:00–06:00', 'Zoé', '+32470000000']) expect(plain).toContain(one);
});

it('however long what is written, and however many rooms: all of it is on paper', async () => {
  const house = await api.house();
  const description = `${'Le plan de la salle suit. '.repeat(150)}${'x'.repeat(99)}`;
  await book(house, { description, title: 'T'.repeat(120), ...at('08:00–09:00') });
  for (let n = 0; n < 40; n += 1)
    await book(house, { title: `Cours ${n}`, roomIds: [await house.room({ name: `Classe ${n}` })], ...at('10:00–11:00') });
  const { response, pdf } = await paperOf(house, 'fr');
  expect(response.status).toBe(200);
  // The number of the page is the lowest line; nothing runs over the edge.
  expect(pdf.lowest).toBeGreaterThan(16);
  expect(pdf.lowest).toBeLessThan(56);
  expect(pdf.rightmost).toBeLessThan(RIGHT_EDGE);
  // A row that goes over pages has the name of its room on each; its last columns are on the first.
  const next = /(autourd’unetableMembermember\.[\w-]+@example\.org)?page\dsur\d+SalleAQuandQuoiSalleContact/g;
  const plain = pdf.text.replace(/\s/g, '').replace(next, '');
  expect(plain.split('Leplandelasallesuit.')).toHaveLength(151);
  expect(plain).toContain('x'.repeat(99));
  for (let n = 0; n < 40; n += 1) expect(plain).toContain(`Classe${n}`);
});

it('an address longer than its column stays on the paper', async () => {
  const house = await api.house();
  await book(house, at('08:00–09:00'));
  const email = `${'prenom.nom.de.famille'.repeat(3)}@association-de-quartier.example`;
  await api.db.query('UPDATE person SET email = $2 WHERE email = $1', [house.member.email, email]);
  const { pdf } = await paperOf(house, 'fr');
  expect(pdf.text.replace(/\s/g, '')).toContain(email);
  expect(pdf.rightmost).toBeLessThan(RIGHT_EDGE);
});

it('is the coordination’s alone, house by house', async () => {
  const [house, other] = [await api.house(), await api.house()];
  expect((await sheetOf(house, '2026-03-16', house.member)).status).toBe(403);
  expect((await sheetOf(house, '2026-03-16', other.coordinator)).status).toBe(403);
  expect((await api.anonymous().get(house.path('day-sheets/2026-03-16'))).status).toBe(401);
  expect((await house.coordinator.get(house.path('day-sheets/16-mars'))).status).toBe(400);
});
