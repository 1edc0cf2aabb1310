import { newId } from '@bota/shared/api';
import type { Asks, Scene } from './permissions.fixture';
import type { Someone } from './people.fixture';

const NOBODYS = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10';

/** Something the reader was told in the house; for who is signed out there is none. */
async function toldTo({ house, api }: Scene, { id: personId }: Partial<Someone>): Promise<string> {
  if (!personId) return NOBODYS;
  const id = newId();
  await api.db.query(TELL, [house.id, id, personId, new Date()]);
  return id;
}

export const NOTIFICATIONS_ASKS: Asks = {
  'GET /api/spaces/{space}/notifications': async () => ({}),
  'GET /api/spaces/{space}/notifications/count': async () => ({}),
  'POST /api/spaces/{space}/notifications/reading': async () => ({ body: { upTo: NOBODYS } }),
  'POST /api/spaces/{space}/notifications/{id}/reading': async (scene, reader) => ({
    path: { id: await toldTo(scene, reader as Partial<Someone>) },
  }),
  'GET /api/me/notification-preferences': async () => ({}),
  'PATCH /api/me/notification-preferences': async () => ({ body: { digest: 'daily' } }),
  'GET /api/unsubscriptions/{token}': async () => ({ path: { token: NOBODYS } }),
  'POST /api/unsubscriptions/{token}': async () => ({ path: { token: NOBODYS } }),
};

const TELL = `
  INSERT INTO notification (space_id, id, person_id, kind, subject_id, change_key, facts, path, way, created_at)
  VALUES ($1, $2::uuid, $3, 'booking-changed', $2::uuid, $2::uuid::text, '{"title": "Assemblée", "by": "", "where": "", "start": "2026-03-16T09:00:00Z", "end": "2026-03-16T10:00:00Z", "zone": "Europe/Brussels"}',
    'agenda', 'app', $4)`;
