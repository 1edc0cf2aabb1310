import { maySee } from '@bota/booking/domain';
import { actorOf } from '@bota/people/api';
import type { SpaceEntity } from '@bota/spaces/api';
import { isResidentNow } from '../booking.reads';
import type { Queryable } from '../facts.queries';

type Heard = Omit<Parameters<typeof maySee>[1], 'spaceId'>;

/** Whether somebody, as they stand now, may hear of a booking: who left may not. */
export async function mayHear(tx: Queryable, space: SpaceEntity, personId: string, booking: Heard, now: Date): Promise<boolean> {
  const actor = await actorOf(tx, personId);
  if (!actor) return false;
  const isResident = await isResidentNow(tx, actor, space, now);
  return maySee({ ...actor, isResident }, { ...booking, spaceId: space.id });
}
