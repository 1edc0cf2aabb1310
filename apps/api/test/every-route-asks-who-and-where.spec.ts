import { openApi } from '../openapi';
import { useApi } from './api.fixture';
import { draft } from './booking.fixture';
import { rent } from './charges.fixture';
import type { House } from './house.fixture';
import { filled } from './outside.fixture';
import { seasonBody } from './season.asks.fixture';

const api = useApi();
const NOWHERE = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10';
type Route = { method: string; path: string; needsSession: boolean };

const isSignIn = (method: string, path: string) => method === 'post' && path === '/api/auth/session';

/** All documented routes; the canaries prove that the document is complete. */
function routes(): Route[] {
  return Object.entries(openApi(api.app).paths).flatMap(([path, item]) =>
    (['get', 'post', 'patch', 'delete'] as const).flatMap((method) => {
      const operation = item[method];
      return operation
        ? [{ method: method.toUpperCase(), path, needsSession: '401' in operation.responses && !isSignIn(method, path) }]
        : [];
    }),
  );
}

const QUERIES: Record<string, string> = {
  calendar: '?from=2026-03-16&to=2026-03-17',
  days: '?from=2026-03-16&to=2026-03-17',
  'room-finding': '?date=2026-03-16',
  'time-finding': `?rooms=${NOWHERE}&first=2026-03-16&last=2026-03-17&minutes=60`,
  search: '?q=salle',
  statistics: '?from=2026-03-01&to=2026-03-31',
  csv: '?from=2026-03-01&to=2026-03-31',
  imports: `?kind=people&digest=${'0'.repeat(64)}`,
};
const isUnsafe = ({ method }: Route) => method !== 'GET';
const fill = (path: string, space: string) =>
  path
    .replace('{space}', space)
    .replace('{month}', '2026-10')
    .replace('{date}', '2026-03-16')
    .replace('{table}', 'rooms')
    .replace(/\{\w+\}/g, NOWHERE);

const queryFor = ({ path }: Route): string =>
  path.endsWith('/imports/preview') ? '?kind=people' : (QUERIES[path.split('/').at(-1) ?? ''] ?? '');

/** A body that the route would take. */
function bodyFor({ method, path }: Route, house: House): object | undefined {
  if (method === 'GET' || method === 'DELETE') return undefined;
  if (path.endsWith('/rooms') || path.endsWith('/passkeys/{id}')) return { name: 'Cave' };
  if (path.endsWith('/floors')) return { level: 9, name: { fr: 'Grenier' } };
  if (path.endsWith('/displays')) return { code: 'ABCDEF', name: 'Entrée', shows: 'today', language: 'fr' };
  if (/\/saved-views(\/\{id\})?$/.test(path)) return { name: 'Semaine', query: 'view=week' };
  if (path.endsWith('/feeds')) return { kind: 'person' };
  if (/\/quotas(\/\{id\})?$/.test(path)) return { per: 'month', counts: 'minutes', limit: 600 };
  if (/\/exclusion-calendars(\/\{id\})?$/.test(path)) return { name: { fr: 'Congés' }, ranges: [] };
  if (path.endsWith('/notifications/reading')) return { upTo: NOWHERE };
  if (path.endsWith('/reading')) return { text: '2026-10-19' };
  if (path.endsWith('/closures')) return { start: '2026-03-16T10:00', end: '2026-03-16T11:00' };
  if (path.endsWith('/affected-bookings/places'))
    return { closure: { start: '2026-03-16T10:00', end: '2026-03-16T11:00' }, occurrenceId: NOWHERE };
  if (path.endsWith('/affected-bookings')) return { change: 'archiving', roomId: NOWHERE };
  if (path.endsWith('/charges')) return rent;
  if (path.endsWith('/fees')) return { organisationId: house.racines, on: '2026-01-05', label: { fr: 'Clé' }, cents: 100 };
  if (path.endsWith('/corrections')) return { label: { fr: 'Rectifié' }, cents: -100 };
  if (path.endsWith('/waitlist')) return draft(house);
  if (path.endsWith('/outside-requests')) return filled({ stamp: 'x' });
  if (path.endsWith('/outside-requests/confirmation')) return { token: 'x'.repeat(43) };
  if (path.endsWith('/booking-replies/question')) return { token: 'x'.repeat(43) };
  if (path.endsWith('/booking-replies')) return { token: 'x'.repeat(43), answer: 'accepted' };
  if (path.endsWith('/reply')) return { answer: 'accepted' };
  if (path.endsWith('/outside-requests/{id}/decision')) return { verdict: 'decline' };
  if (path.endsWith('/bookings/{id}/decision')) return { verdict: 'decline' };
  if (path.includes('/bookings'))
    return method === 'POST' && !/\/(cancellation|confirmation|check-in|reinstatement|settlement)$/.test(path) ? draft(house) : {};
  if (path.endsWith('/residents')) return { organisation: { name: 'Nouvelle' }, from: '2026-03-01' };
  if (path.endsWith('/residencies/{id}')) return { shareKey: 'desks' };
  if (path.endsWith('/calendar-imports')) return new File(['BEGIN:VCALENDAR'], 'a.ics', { type: 'text/calendar' });
  if (path.endsWith('/from-address')) return { url: 'https://calendar.example/a.ics' };
  if (path.endsWith('/confirmation')) return { organisationId: NOWHERE };
  if (/\/imports(\/preview)?$/.test(path)) return new File(['Mail;Organisation\n'], 'sheet.csv', { type: 'text/csv' });
  if (path.endsWith('/notice')) return { lastDay: '2030-12-31' };
  if (path.endsWith('/keys') || path.endsWith('/keys/{id}')) return { label: 'C-1' };
  if (path.endsWith('/holdings')) return { organisationId: NOWHERE };
  if (path.endsWith('/ending')) return { lastDay: '2026-03-16' };
  const season = seasonBody(method, path, house);
  if (season) return season;
  if (path.endsWith('/decision')) return { approve: true };
  return {};
}

it('whatever needs a session asks for one before anything else, whatever the body', async () => {
  const closed = routes().filter(({ needsSession }) => needsSession);
  expect(closed.length).toBeGreaterThanOrEqual(9);
  for (const { method, path } of closed) {
    const { status, body } = await api.anonymous().ask(method, fill(path, 'nowhere'), method === 'GET' ? undefined : {}, {});
    expect([method, path, status, body.code]).toEqual([method, path, 401, 'not-signed-in']);
  }
});

it('no route that changes something takes it from another site, signed in or not', async () => {
  const house = await api.house();
  const headers = { origin: 'https://elsewhere.example' };
  for (const route of routes().filter(isUnsafe)) {
    const { status, body } = await house.coordinator.ask(route.method, fill(route.path, house.id), bodyFor(route, house), { headers });
    expect([route.path, status, body.code]).toEqual([route.path, 403, 'foreign-origin']);
  }
});

it('no route of a space answers for one that is not there', async () => {
  const house = await api.house();
  for (const route of routes().filter(({ path }) => path.includes('{space}'))) {
    const { status, body } = await house.coordinator.ask(
      route.method,
      fill(route.path, NOWHERE) + queryFor(route),
      bodyFor(route, house),
      {},
    );
    expect([route.method, route.path, status, body.code]).toEqual([route.method, route.path, 404, 'not-found']);
  }
});

it('no route takes an id that is none', async () => {
  const house = await api.house();
  for (const route of routes().filter(({ path }) => path.includes('{id}'))) {
    const path = route.path
      .replace('{space}', house.id)
      .replace('{id}', "1' OR 1=1")
      .replace(/\{\w+\}/g, NOWHERE);
    const { status, body } = await house.coordinator.ask(route.method, encodeURI(path), bodyFor(route, house), {});
    expect([route.path, status, body.errors?.[0]?.path]).toEqual([route.path, 400, 'id']);
  }
});
