import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Occupant, Plan } from '@bota/residents/domain';
import { Clock } from '@bota/shared/api';
import { dateOf } from '@bota/shared/domain';
import { FloorEntity, type SpaceEntity, RoomUses } from '@bota/spaces/api';

@Injectable()
export class PlanService implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly uses: RoomUses,
  ) {}

  onModuleInit(): void {
    this.uses.declare('occupancies', countFromNow);
    this.uses.declareDesks(desksFromNow);
  }

  /** The floors as they are drawn, and who sits where today. */
  async of(space: SpaceEntity): Promise<Plan> {
    const floors = await this.db.manager.find(FloorEntity, { where: { spaceId: space.id }, order: { level: 'ASC' } });
    const occupants = await this.db.query<Occupant[]>(OCCUPANTS, [space.id, dateOf(this.clock.now(), space.zone)]);
    return { floors: floors.map(planFloor), occupants };
  }
}

const planFloor = ({ spaceId, id, level, name, width, height, planId }: FloorEntity) => ({
  ...{ id, level, name, width, height },
  // The address changes with the file, so that it may be kept by the browser.
  drawing: planId && `/api/spaces/${spaceId}/floors/${id}/drawing?v=${planId}`,
});

const OCCUPANTS = `
  SELECT o.room_id AS "roomId", o.desks,
    json_build_object('id', g.id, 'slug', g.slug, 'name', g.name, 'initials', g.initials, 'hue', g.hue, 'pattern', g.pattern) AS organisation
  FROM occupancy o JOIN residency r ON r.space_id = o.space_id AND r.id = o.residency_id JOIN organisation g ON g.id = r.organisation_id
  WHERE o.space_id = $1 AND o.during @> $2::date ORDER BY o.desks NULLS FIRST, g.name`;

async function countFromNow(tx: EntityManager, spaceId: string, roomIds: readonly string[] | null, now: Date): Promise<number> {
  const [{ count }] = await tx.query(COUNT, [spaceId, roomIds, now]);
  return count;
}

const COUNT = `
  SELECT count(*)::int AS count FROM occupancy o JOIN space s ON s.id = o.space_id
  WHERE o.space_id = $1 AND ($2::uuid[] IS NULL OR o.room_id = ANY($2))
    AND (upper(o.during) IS NULL OR upper(o.during) > ($3::timestamptz AT TIME ZONE s.zone)::date)`;

async function desksFromNow(tx: EntityManager, spaceId: string, roomId: string, now: Date): Promise<number> {
  const [{ peak }] = await tx.query(PEAK, [spaceId, roomId, now]);
  return peak;
}

// The peak is reached today, or on the first day of somebody.
const PEAK = `
  WITH ahead AS (
    SELECT o.desks, o.during, (($3::timestamptz) AT TIME ZONE s.zone)::date AS today FROM occupancy o JOIN space s ON s.id = o.space_id
    WHERE o.space_id = $1 AND o.room_id = $2 AND o.desks IS NOT NULL)
  SELECT coalesce(max((SELECT sum(b.desks) FROM ahead b WHERE b.during @> greatest(lower(a.during), a.today))), 0)::int AS peak FROM ahead a`;
