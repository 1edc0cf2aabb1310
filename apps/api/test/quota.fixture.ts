import type { Quota, QuotaDraftInput, QuotaUse, QuotaUseList } from '@bota/booking/domain';
import type { DataSource } from 'typeorm';
import type { House } from './house.fixture';
import type { Someone } from './people.fixture';

/** Ten hours a month for each organisation, unless wished otherwise. */
export async function quota(house: House, wish: Partial<QuotaDraftInput> = {}): Promise<Quota> {
  const draft = { per: 'month', counts: 'minutes', limit: 600, ...wish };
  const { status, body, text } = await house.coordinator.post<Quota>(house.path('quotas'), draft);
  if (status !== 201) throw new Error(`no quota: ${status} ${text}`);
  return body;
}

export const uses = async (house: House, who: Someone = house.member): Promise<QuotaUse[]> =>
  (await who.get<QuotaUseList>(house.path('quota-uses'))).body.items;

/**
 * Racines books a room in March 2026 while something else begins: its period first, as everybody, and once that is waited for the room, by a booking
 * that stands ready elsewhere. Fails when it has to wait itself: then each would wait for the other.
 */
export async function takesMeanwhile(
  db: DataSource,
  house: House,
  { ready, roomId }: { ready: { id: string }; roomId: string },
  begin: () => Promise<unknown>,
): Promise<void> {
  const begun = await db.transaction(async (tx) => {
    await tx.query(HOLD, [house.id, house.racines]);
    const begun = begin();
    while ((await tx.query<unknown[]>(WAITING)).length === 0) await new Promise((done) => setTimeout(done, 10));
    await tx.query(`SET LOCAL lock_timeout = '300ms'`);
    await tx.query('UPDATE allocation SET unit_id = $3, room_id = $3 WHERE space_id = $1 AND booking_id = $2', [
      house.id,
      ready.id,
      roomId,
    ]);
    return { begun };
  });
  await begun.begun;
}

const HOLD = `
  INSERT INTO quota_period (space_id, organisation_id, period) VALUES ($1, $2, 'month 2026-03-01')
  ON CONFLICT (space_id, organisation_id, period) DO UPDATE SET period = excluded.period`;
const WAITING = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
