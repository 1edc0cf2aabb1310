import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { refuse } from '@bota/shared/api';

export type RoomUse = 'bookings' | 'occupancies';
/** How many of them these rooms (null = any room of the house) have from now on. */
type Count = (tx: EntityManager, spaceId: string, roomIds: readonly string[] | null, now: Date) => Promise<number>;
/** How many desks of the room are occupied on the fullest day from now on. */
type Peak = (tx: EntityManager, spaceId: string, roomId: string, now: Date) => Promise<number>;
type RoomPlaces = { spaceId: string; id: string; desks: number | null };

const LOCK = 'SELECT FROM room WHERE space_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE';
const REFUSALS = { bookings: 'room/has-bookings', occupancies: 'room/occupied' } as const;

/** What stands in rooms from now on. Spaces know neither bookings nor residents: who does declares it here, from `onModuleInit`. */
@Injectable()
export class RoomUses {
  private readonly counts = new Map<RoomUse, Count>();
  private peak: Peak = async () => 0;

  declare(use: RoomUse, count: Count): void {
    this.counts.set(use, count);
  }

  declareDesks(peak: Peak): void {
    this.peak = peak;
  }

  /** Refuses fewer desks than are occupied; whoever takes one meanwhile is waited for, since the room is locked. */
  async refuseFewerDesks(tx: EntityManager, { spaceId, id, desks }: RoomPlaces, now: Date): Promise<void> {
    await tx.query(LOCK, [spaceId, [id]]);
    const peak = await this.peak(tx, spaceId, id, now);
    if (peak <= (desks ?? 0)) return;
    const detail = `${peak} desks are occupied on its fullest day`;
    refuse('room/desks-occupied', { detail, errors: [{ path: 'desks', message: detail }] });
  }

  /** Refuses while there are any; a booking that is being written is waited for, since it refers to the room. */
  async refuseWhileUsed(
    tx: EntityManager,
    spaceId: string,
    roomIds: readonly string[],
    now: Date,
    uses: readonly RoomUse[],
  ): Promise<void> {
    await tx.query(LOCK, [spaceId, roomIds]);
    for (const use of uses) if (await this.anyOf(tx, use, spaceId, roomIds, now)) refuse(REFUSALS[use]);
  }

  async anyOf(tx: EntityManager, use: RoomUse, spaceId: string, roomIds: readonly string[] | null, now: Date): Promise<boolean> {
    return ((await this.counts.get(use)?.(tx, spaceId, roomIds, now)) ?? 0) > 0;
  }
}
