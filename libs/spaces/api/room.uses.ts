import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { refuse } from '@bota/shared/api';

export type RoomUse = 'bookings' | 'occupancies';
/** How many of them these rooms (null = any room of the house) have from now on. */
type Count = (tx: EntityManager, spaceId: string, roomIds: readonly string[] | null, now: Date) => Promise<number>;

const REFUSALS = { bookings: 'room/has-bookings', occupancies: 'room/occupied' } as const;

/** What stands in rooms from now on. Spaces know neither bookings nor residents: who does declares it here, from `onModuleInit`. */
@Injectable()
export class RoomUses {
  private readonly counts = new Map<RoomUse, Count>();

  declare(use: RoomUse, count: Count): void {
    this.counts.set(use, count);
  }

  /** Refuses while there are any; a booking that is being written is waited for, since it refers to the room. */
  async refuseWhileUsed(
    tx: EntityManager,
    spaceId: string,
    roomIds: readonly string[],
    now: Date,
    uses: readonly RoomUse[],
  ): Promise<void> {
    await tx.query('SELECT FROM room WHERE space_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE', [spaceId, roomIds]);
    for (const use of uses) if (await this.anyOf(tx, use, spaceId, roomIds, now)) refuse(REFUSALS[use]);
  }

  async anyOf(tx: EntityManager, use: RoomUse, spaceId: string, roomIds: readonly string[] | null, now: Date): Promise<boolean> {
    return ((await this.counts.get(use)?.(tx, spaceId, roomIds, now)) ?? 0) > 0;
  }
}
