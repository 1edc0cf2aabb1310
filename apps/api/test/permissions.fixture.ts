import type { Booking, CalendarImportReport, NewFeed } from '@bota/booking/domain';
import type { Invitation, JoinRequest, OpenSession, Mandate } from '@bota/people/domain';
import type { HouseKey, Resident } from '@bota/residents/domain';
import { writeAsk } from '@bota/booking/api';
import { newId } from '@bota/shared/api';
import type { HttpClient } from '@bota/shared/testing';
import type { ClosureList, Floor } from '@bota/spaces/domain';
import type { Api } from './api.fixture';
import { book, draft } from './booking.fixture';
import { DISPLAY_ASKS } from './display.asks.fixture';
import { pairedScreen } from './display.fixture';
import { AGENDA_ASKS } from './agenda.asks.fixture';
import { CHARGES_ASKS } from './charges.asks.fixture';
import type { House } from './house.fixture';
import { filled } from './outside.fixture';
import { NOTIFICATIONS_ASKS } from './notifications.asks.fixture';
import { type Someone, join, person } from './people.fixture';
import { replyAsks } from './reply.asks.fixture';
import { RULE_ASKS } from './rule.asks.fixture';
import { SEASON_ASKS } from './season.asks.fixture';
import { waits } from './waitlist.fixture';

export const ROLES = [
  'anonymous',
  'person',
  'member',
  'adminElsewhere',
  'admin',
  'coordinator',
  'coordinatorElsewhere',
  'researcher',
  'steering',
  'display',
] as const;
export type Role = (typeof ROLES)[number];
export type Scene = { house: House; readers: Record<Role, HttpClient>; api: Api };
type Ask = { path?: Record<string, string>; query?: string; body?: unknown };
export type Asks = Record<string, (scene: Scene, reader: HttpClient) => Promise<Ask>>;

/** One house with a reader of each role; `admin` and `member` belong to the organisation that is asked about. */
export async function sceneOf(api: Api): Promise<Scene> {
  const [house, other] = await Promise.all([api.house(), api.house()]);
  const { ground } = house;
  // One address pairs more screens here than a house would in an hour.
  await ground.db.query(`DELETE FROM sign_in_limit WHERE key LIKE 'display%'`);
  const elsewhere = await person(ground, 'Admin-ailleurs');
  await join(ground, house.voisins, elsewhere, 'admin');
  const withRole = async (role: string) => {
    const someone = await person(ground, role);
    await ground.db.query('INSERT INTO house_role (space_id, person_id, role) VALUES ($1, $2, $3)', [house.id, someone.id, role]);
    return someone;
  };
  const readers = {
    anonymous: api.anonymous(),
    person: house.stranger,
    member: house.member,
    adminElsewhere: elsewhere,
    admin: house.admin,
    coordinator: house.coordinator,
    coordinatorElsewhere: other.coordinator,
    researcher: await withRole('researcher'),
    steering: await withRole('steering'),
    display: await pairedScreen(api, house),
  };
  return { house, readers, api };
}

const TIMES = '?from=2026-03-16&to=2026-03-17';
let turn = 0;
/** A day nobody took yet, hour after hour: many routes book one for each of their asks. */
const later = () => {
  turn += 1;
  const two = (number: number) => String(number).padStart(2, '0');
  const [day, month, hour] = [(turn % 28) + 1, (Math.floor(turn / 28) % 11) + 2, 8 + Math.floor(turn / (28 * 11))];
  const date = `2026-${two(month)}-${two(day)}`;
  return { start: `${date}T${two(hour)}:00`, end: `${date}T${two(hour + 1)}:00` };
};

const booked = async ({ house }: Scene, visibility: 'residents' | 'private' = 'residents'): Promise<Booking> =>
  book(house, { ...later(), visibility });

const EVENT = ['BEGIN:VEVENT', 'UID:a', 'DTSTART:20260316T100000Z', 'DTEND:20260316T110000Z', 'SUMMARY:Fête', 'END:VEVENT'];
const aCalendar = () =>
  new File([['BEGIN:VCALENDAR', 'VERSION:2.0', ...EVENT, 'END:VCALENDAR', ''].join('\r\n')], 'a.ics', { type: 'text/calendar' });
async function receivedIn({ house }: Scene): Promise<string> {
  return (await house.coordinator.post<CalendarImportReport>(house.path('calendar-imports'), aCalendar())).body.id;
}

const feedOf = async ({ house }: Scene): Promise<NewFeed> =>
  (await house.member.post<NewFeed>(house.path('feeds'), { kind: 'person' })).body;

async function invitationOf({ house }: Scene): Promise<Invitation> {
  const path = `/api/organisations/${house.racines}/invitations`;
  return (await house.admin.post<Invitation>(path, { email: `someone.${(turn += 1)}@example.org` })).body;
}

async function requestOf({ house }: Scene): Promise<JoinRequest> {
  const asker = await person(house.ground, 'Demandeur');
  const path = `/api/organisations/${house.racines}/join-requests`;
  await asker.post(path, {});
  const { items } = (await house.admin.get<{ items: JoinRequest[] }>(path)).body;
  return items.find(({ personId }) => personId === asker.id) as JoinRequest;
}

/** Somebody waits for what they have themselves. */
async function waitingOf({ house }: Scene): Promise<string> {
  const taken = later();
  await book(house, taken);
  return (await waits(house, taken)).id;
}

/** A house that lets neighbours ask. */
const opened = async ({ house }: Scene): Promise<Ask> => {
  await house.coordinator.patch(`/api/spaces/${house.id}`, { neighboursMayAsk: true });
  return {};
};

async function outsideIn({ house, api }: Scene): Promise<string> {
  const [id, times] = [newId(), later()];
  const [start, end] = [new Date(`${times.start}Z`), new Date(`${times.end}Z`)];
  const about = { name: 'Z', email: 'z@example.org', language: 'fr', purpose: 'Fête', message: '', attendees: 2 } as const;
  await writeAsk(api.db, { ...about, spaceId: house.id, id, start, end, token: null, now: house.ground.now });
  return id;
}

const newMember = async ({ house }: Scene): Promise<Someone> => {
  const someone = await person(house.ground, 'Membre-neuf');
  await join(house.ground, house.racines, someone, 'member');
  return someone;
};

const ofRacines = ({ house }: Scene) => ({ path: { organisation: house.racines } });
const ofMember = async (scene: Scene) => ({ path: { organisation: scene.house.racines, person: (await newMember(scene)).id } });
const keyOf = async ({ house }: Scene): Promise<string> =>
  (await house.coordinator.post<HouseKey>(house.path('keys'), { label: `C-${(turn += 1)}` })).body.id;

const residencyOf = async ({ house }: Scene): Promise<string> => {
  const { items } = (await house.coordinator.get<{ items: Resident[] }>(house.path('residents'))).body;
  return items.find(({ organisation }) => organisation.id === house.racines)?.residencyId ?? '';
};
const ofResidency = async (scene: Scene) => ({ path: { id: await residencyOf(scene) } });
const ofKey = async (scene: Scene) => ({ path: { id: await keyOf(scene) } });

const mandateOf = ({ house }: Scene) => ({
  personId: house.member.id,
  basis: 'statutes',
  scope: 'Gestion journalière',
  from: '2026-01-01',
});
const ofMandate = async (scene: Scene) => {
  const { racines, admin } = scene.house;
  const { body } = await admin.post<Mandate>(`/api/organisations/${racines}/mandates`, mandateOf(scene));
  return { path: { organisation: racines, id: body.id } };
};
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const aPicture = () => new File([Buffer.from(PIXEL, 'base64')], 'pv.png', { type: 'image/png' });
const evidenceOf = ({ house }: Scene, id: string) =>
  house.admin.ask('PUT', `/api/organisations/${house.racines}/mandates/${id}/evidence`, aPicture(), {});
const NOBODYS = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10';
/** Signed for nothing that was begun. */
const NO_PASSKEY = {
  ...{ id: 'AA', rawId: 'AA', type: 'public-key' },
  response: { clientDataJSON: 'AA', attestationObject: 'AA', authenticatorData: 'AA', signature: 'AA' },
};
const STATISTICS = '?from=2026-03-01&to=2026-03-31';
/** More than anybody books here. */
async function floorOf({ house }: Scene): Promise<string> {
  const draft = { level: (turn += 1) % 200, name: { fr: 'Étage' } };
  return (await house.coordinator.post<Floor>(house.path('floors'), draft)).body.id;
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>';
const aDrawing = () => new File([SVG], 'drawing.svg', { type: 'image/svg+xml' });
const drawn = ({ house }: Scene, what: string) => house.coordinator.ask('PUT', house.path(what), aDrawing(), {});

const aSheet = () => new File(['Mail;Organisation\nada@example.org;Racines\n'], 'sheet.csv', { type: 'text/csv' });
const nothing = async (): Promise<Ask> => ({});

/** What each route is asked, anew for each reader, so that the answer depends on who asks alone. */
export const ASKS: Asks = {
  'GET /health/live': nothing,
  'GET /health/ready': nothing,
  'GET /api/demo': nothing,
  'POST /api/setup': async () => ({
    body: {
      space: { name: 'Maison', address: 'Rue' + ' 1' },
      coordinator: { displayName: 'Moi', email: 'moi@example.org', password: 'un long mot de passe' },
    },
  }),
  'POST /api/auth/session': async () => ({ body: { email: 'nobody@example.org', password: 'x' } }),
  'POST /api/auth/link': async () => ({ body: { email: `nobody.${(turn += 1)}@example.org` } }),
  'POST /api/auth/link/session': async () => ({ body: { token: 'A'.repeat(43) } }),
  'GET /api/auth/ways': nothing,
  'POST /api/auth/passkey/options': nothing,
  'POST /api/auth/passkey/session': async () => ({ body: { response: NO_PASSKEY } }),
  'GET /api/auth/oidc': nothing,
  'GET /api/auth/oidc/callback': nothing,
  'GET /api/me': nothing,
  'PATCH /api/me': async () => ({ body: { language: 'fr' } }),
  'POST /api/me/password': async () => ({ body: { next: 'un long mot de passe', current: 'un long mot de passe' } }),
  'GET /api/me/sessions': nothing,
  'DELETE /api/me/sessions/{id}': async (_, reader) => {
    const { body } = await reader.get<{ items?: OpenSession[] }>('/api/me/sessions');
    return { path: { id: body.items?.[0]?.id ?? NOBODYS } };
  },
  'GET /api/me/ways': nothing,
  'POST /api/me/passkeys/options': nothing,
  'POST /api/me/passkeys': async () => ({ body: { name: 'Clé', response: NO_PASSKEY } }),
  'PATCH /api/me/passkeys/{id}': async () => ({ path: { id: NOBODYS }, body: { name: 'Autre' } }),
  'DELETE /api/me/passkeys/{id}': async () => ({ path: { id: NOBODYS } }),
  'DELETE /api/me/identities/{id}': async () => ({ path: { id: NOBODYS } }),
  'GET /api/me/export': nothing,
  'POST /api/me/erasure': async () => ({ body: { email: 'other@example.org' } }),
  'DELETE /api/auth/session': nothing,
  'GET /api/organisations/{organisation}/invitations': async (scene) => ofRacines(scene),
  'POST /api/organisations/{organisation}/invitations': async (scene) => ({
    ...ofRacines(scene),
    body: { email: `someone.${(turn += 1)}@example.org` },
  }),
  'DELETE /api/organisations/{organisation}/invitations/{id}': async (scene) => ({
    path: { organisation: scene.house.racines, id: (await invitationOf(scene)).id },
  }),
  'POST /api/invitations/reading': async () => ({ body: { token: 'A'.repeat(43) } }),
  'POST /api/invitations/acceptance': async () => ({ body: { token: 'A'.repeat(43) } }),
  'PATCH /api/organisations/{organisation}': async (scene) => ({ ...ofRacines(scene), body: { name: 'Racines' } }),
  'POST /api/organisations/{organisation}/archival': async (scene) => ofRacines(scene),
  'DELETE /api/organisations/{organisation}/archival': async (scene) => ofRacines(scene),
  'PUT /api/organisations/{organisation}/members/{person}/contact': async ({ house }) => ({
    path: { organisation: house.racines, person: house.member.id },
    body: { audience: 'house', role: 'Accueil', phone: '' },
  }),
  'GET /api/organisations/{organisation}/members': async (scene) => ofRacines(scene),
  'PATCH /api/organisations/{organisation}/members/{person}': async (scene) => ({ ...(await ofMember(scene)), body: { role: 'admin' } }),
  'DELETE /api/organisations/{organisation}/members/{person}': ofMember,
  'GET /api/organisations/{organisation}/mandates': async (scene) => ofRacines(scene),
  'POST /api/organisations/{organisation}/mandates': async (scene) => ({ ...ofRacines(scene), body: mandateOf(scene) }),
  'POST /api/organisations/{organisation}/mandates/{id}/ending': async (scene) => ({
    ...(await ofMandate(scene)),
    body: { lastDay: '2026-12-31' },
  }),
  'PUT /api/organisations/{organisation}/mandates/{id}/evidence': async (scene) => ({ ...(await ofMandate(scene)), body: aPicture() }),
  'GET /api/organisations/{organisation}/mandates/{id}/evidence': async (scene) => {
    const asked = await ofMandate(scene);
    await evidenceOf(scene, asked.path.id);
    return asked;
  },
  'GET /api/organisations/{organisation}/join-requests': async (scene) => ofRacines(scene),
  'POST /api/organisations/{organisation}/join-requests': async (scene) => ({ ...ofRacines(scene), body: {} }),
  'POST /api/organisations/{organisation}/join-requests/{id}/decision': async (scene) => ({
    path: { organisation: scene.house.racines, id: (await requestOf(scene)).id },
    body: { approve: false },
  }),
  'GET /api/spaces': nothing,
  'POST /api/spaces': async () => ({
    body: { name: 'Autre maison', slug: `autre-${(turn += 1)}`, address: 'Rue 2', zone: 'Europe/Brussels' },
  }),
  'GET /api/spaces/{space}': nothing,
  'GET /api/spaces/{space}/rooms': nothing,
  'POST /api/spaces/{space}/rooms': async () => ({ body: { name: `Cave ${(turn += 1)}` } }),
  'PATCH /api/spaces/{space}/rooms/{id}': async ({ house }) => ({ path: { id: house.studio }, body: { capacity: 5 } }),
  'PUT /api/spaces/{space}/rooms/{id}/archiving': async ({ house }) => ({ path: { id: await house.room({ name: 'Vieille' }) } }),
  'DELETE /api/spaces/{space}/rooms/{id}/archiving': async ({ house }) => ({ path: { id: house.studio } }),
  'PUT /api/spaces/{space}/room-order': async ({ house }) => ({ body: { roomIds: [house.b, house.a] } }),
  'GET /api/spaces/{space}/managed-rooms': nothing,
  'PATCH /api/spaces/{space}': async () => ({ body: { address: `Rue ${(turn += 1)}` } }),
  'GET /api/spaces/{space}/logo': async (scene) => {
    await drawn(scene, 'logo');
    return {};
  },
  'PUT /api/spaces/{space}/logo': async () => ({ body: aDrawing() }),
  'DELETE /api/spaces/{space}/logo': nothing,
  'POST /api/spaces/{space}/floors': async () => ({ body: { level: (turn += 1) % 200, name: { fr: 'Étage' } } }),
  'PATCH /api/spaces/{space}/floors/{id}': async (scene) => ({ path: { id: await floorOf(scene) }, body: { name: { fr: 'Grenier' } } }),
  'DELETE /api/spaces/{space}/floors/{id}': async (scene) => ({ path: { id: await floorOf(scene) } }),
  'GET /api/spaces/{space}/floors/{id}/drawing': async (scene) => {
    const id = await floorOf(scene);
    await drawn(scene, `floors/${id}/drawing`);
    return { path: { id } };
  },
  'PUT /api/spaces/{space}/floors/{id}/drawing': async (scene) => ({ path: { id: await floorOf(scene) }, body: aDrawing() }),
  'DELETE /api/spaces/{space}/floors/{id}/drawing': async (scene) => ({ path: { id: await floorOf(scene) } }),
  ...DISPLAY_ASKS,
  'GET /api/spaces/{space}/closures': nothing,
  'POST /api/spaces/{space}/closures': async ({ house }) => ({ body: { roomIds: [house.studio], ...later() } }),
  'DELETE /api/spaces/{space}/closures/{id}': async ({ house }) => {
    const draft = { roomIds: [house.studio], ...later() };
    const { body } = await house.coordinator.post<ClosureList>(house.path('closures'), draft);
    return { path: { id: body.items[0]?.id ?? '' } };
  },
  'GET /api/spaces/{space}/statistics': async () => ({ query: STATISTICS }),
  'GET /api/spaces/{space}/statistics/{table}/csv': async () => ({ path: { table: 'rooms' }, query: STATISTICS }),
  ...RULE_ASKS,
  'POST /api/spaces/{space}/affected-bookings': async ({ house }) => ({ body: { change: 'archiving', roomId: house.studio } }),
  'POST /api/spaces/{space}/affected-bookings/places': async (scene) => {
    const { occurrences } = await booked(scene);
    return { body: { closure: { roomIds: [scene.house.a], ...later() }, occurrenceId: occurrences[0]?.id } };
  },
  'GET /api/spaces/{space}/plan': nothing,
  'GET /api/spaces/{space}/residents': nothing,
  'GET /api/spaces/{space}/search': async () => ({ query: '?q=salle' }),
  'POST /api/spaces/{space}/residents': async () => ({ body: { organisation: { name: `Nouvelle ${(turn += 1)}` }, from: '2026-03-01' } }),
  'GET /api/spaces/{space}/residents/{resident}': async ({ house }) => ({ path: { resident: house.racines } }),
  'GET /api/spaces/{space}/residencies/{id}': ofResidency,
  'PATCH /api/spaces/{space}/residencies/{id}': async (scene) => ({ ...(await ofResidency(scene)), body: { shareKey: 'desks' } }),
  'POST /api/spaces/{space}/residencies/{id}/notice': async (scene) => ({
    ...(await ofResidency(scene)),
    body: { lastDay: '2030-12-31' },
  }),
  'GET /api/spaces/{space}/residencies/{id}/checklist': ofResidency,
  'GET /api/spaces/{space}/keys': async ({ house }) => ({ query: `?organisation=${house.racines}` }),
  'POST /api/spaces/{space}/keys': async () => ({ body: { label: `C-${(turn += 1)}` } }),
  'GET /api/spaces/{space}/keys/{id}': ofKey,
  'PATCH /api/spaces/{space}/keys/{id}': async (scene) => ({ ...(await ofKey(scene)), body: { opens: 'Cave' } }),
  'POST /api/spaces/{space}/keys/{id}/holdings': async (scene) => ({
    ...(await ofKey(scene)),
    body: { organisationId: scene.house.racines },
  }),
  'POST /api/spaces/{space}/keys/{id}/return': async (scene) => ({ ...(await ofKey(scene)), body: {} }),
  'POST /api/spaces/{space}/keys/{id}/loss': async (scene) => ({ ...(await ofKey(scene)), body: {} }),
  'DELETE /api/spaces/{space}/keys/{id}/loss': ofKey,
  'GET /api/spaces/{space}/tasks': nothing,
  'POST /api/spaces/{space}/imports/preview': async () => ({ query: '?kind=people', body: aSheet() }),
  'POST /api/spaces/{space}/imports': async () => ({ query: `?kind=people&digest=${'0'.repeat(64)}`, body: aSheet() }),
  'GET /api/spaces/{space}/imports/held': nothing,
  'POST /api/spaces/{space}/imports/held/letters': nothing,
  'GET /api/spaces/{space}/team': nothing,
  'PUT /api/spaces/{space}/team/{person}': async (scene) => ({
    path: { person: (await newMember(scene)).id },
    body: { roles: ['steering'] },
  }),
  'GET /api/spaces/{space}/letters': nothing,
  'GET /api/spaces/{space}/letter-templates': nothing,
  'GET /api/spaces/{space}/log': nothing,
  'GET /api/spaces/{space}/integrity': nothing,
  ...NOTIFICATIONS_ASKS,
  ...replyAsks(booked),
  ...CHARGES_ASKS,
  ...SEASON_ASKS,
  'POST /api/spaces/{space}/bookings': async ({ house }) => ({ body: draft(house, later()) }),
  'GET /api/spaces/{space}/bookings': nothing,
  'POST /api/spaces/{space}/bookings/preview': async ({ house }) => ({ body: draft(house, later()) }),
  'GET /api/spaces/{space}/bookings/{id}': async (scene) => ({ path: { id: (await booked(scene, 'private')).id } }),
  'PATCH /api/spaces/{space}/bookings/{id}': async (scene) => ({ path: { id: (await booked(scene)).id }, body: { title: 'Autre' } }),
  'GET /api/spaces/{space}/waitlist': nothing,
  'GET /api/spaces/{space}/waitlist/all': nothing,
  'POST /api/spaces/{space}/waitlist': async ({ house }) => ({ body: draft(house, later()) }),
  'DELETE /api/spaces/{space}/waitlist/{id}': async (scene) => ({ path: { id: await waitingOf(scene) } }),
  'GET /api/spaces/{space}/outside-requests/form': async (scene) => opened(scene),
  'POST /api/spaces/{space}/outside-requests': async (scene) => ({ ...(await opened(scene)), body: filled({ stamp: 'x' }) }),
  'POST /api/spaces/{space}/outside-requests/confirmation': async () => ({ body: { token: 'x'.repeat(43) } }),
  'GET /api/spaces/{space}/outside-requests': nothing,
  'POST /api/spaces/{space}/outside-requests/{id}/decision': async (scene) => ({
    path: { id: await outsideIn(scene) },
    body: { verdict: 'decline' },
  }),
  'DELETE /api/spaces/{space}/outside-requests/{id}': async (scene) => ({ path: { id: await outsideIn(scene) } }),
  'GET /api/spaces/{space}/booking-requests': async () => ({}),
  'POST /api/spaces/{space}/bookings/{id}/decision': async (scene) => ({
    path: { id: (await booked(scene)).id },
    body: { verdict: 'decline' },
  }),
  'POST /api/spaces/{space}/bookings/{id}/confirmation': async (scene) => ({ path: { id: (await booked(scene)).id } }),
  'POST /api/spaces/{space}/bookings/{id}/check-in': async (scene) => ({ path: { id: (await booked(scene)).id }, body: {} }),
  'POST /api/spaces/{space}/bookings/{id}/reinstatement': async (scene) => ({ path: { id: (await booked(scene)).id }, body: {} }),
  'POST /api/spaces/{space}/bookings/{id}/cancellation': async (scene) => ({ path: { id: (await booked(scene)).id }, body: {} }),
  'GET /api/spaces/{space}/calendar': async () => ({ query: TIMES }),
  ...AGENDA_ASKS,
  'GET /api/spaces/{space}/calendar.ics': nothing,
  'POST /api/spaces/{space}/calendar-imports': async () => ({ body: aCalendar() }),
  'POST /api/spaces/{space}/calendar-imports/from-address': async () => ({ body: { url: 'https://127.0.0.1/a.ics' } }),
  'POST /api/spaces/{space}/calendar-imports/{id}/preview': async (scene) => ({ path: { id: await receivedIn(scene) }, body: {} }),
  'POST /api/spaces/{space}/calendar-imports/{id}/confirmation': async (scene) => ({
    path: { id: await receivedIn(scene) },
    body: { organisationId: scene.house.racines },
  }),
  'GET /api/spaces/{space}/feeds': nothing,
  'POST /api/spaces/{space}/feeds': async () => ({ body: { kind: 'person' } }),
  'DELETE /api/spaces/{space}/feeds/{id}': async (scene) => ({ path: { id: (await feedOf(scene)).id } }),
  'GET /api/calendars/{file}': async (scene) => ({ path: { file: (await feedOf(scene)).path.split('/').at(-1) ?? '' } }),
};
