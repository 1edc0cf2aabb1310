import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Visibility } from '@bota/booking/domain';
import { Coming, type ComingQuestion, type ComingThing } from '@bota/shared/api';
import { SpaceEntity } from '@bota/spaces/api';
import { roomNames } from '../feeds/feed.queries';
import { mayHear } from '../letters/hearing';
import { INVITED_TO } from '../participants/participant.queries';

type Row = Omit<ComingThing, 'where'> & { roomIds: string[]; isInvited: boolean; organisationId: string; visibility: Visibility };

/** The confirmed dates that a person booked, as far as they may see them still, or is invited to stand in their digest. */
@Injectable()
export class BookingComing implements OnModuleInit {
  constructor(private readonly coming: Coming) {}

  onModuleInit(): void {
    this.coming.declare(findComing);
  }
}

async function findComing(tx: EntityManager, { spaceId, personId, from, to }: ComingQuestion): Promise<ComingThing[]> {
  const rows = await tx.query<Row[]>(BOOKED, [spaceId, personId, from, to]);
  if (rows.length === 0) return [];
  const [space, nameRooms] = [await tx.findOneByOrFail(SpaceEntity, { id: spaceId }), await roomNames(tx, spaceId)];
  const things: ComingThing[] = [];
  for (const row of rows) {
    const { title, start, end, roomIds } = row;
    if (row.isInvited || (await mayHear(tx, space, personId, row, from))) things.push({ title, start, end, where: nameRooms(roomIds) });
  }
  return things;
}

const BOOKED = `
  SELECT coalesce(o.own_title, b.title) AS title, o.starts_at AS start, o.ends_at AS "end", b.booked_by <> $2 AS "isInvited",
    b.organisation_id AS "organisationId", b.visibility,
    ARRAY(SELECT DISTINCT a.room_id FROM allocation a WHERE a.space_id = o.space_id AND a.occurrence_id = o.id) AS "roomIds"
  FROM (SELECT id FROM booking WHERE space_id = $1 AND booked_by = $2 UNION SELECT booking_id FROM (${INVITED_TO('$1', 'ARRAY[$2::uuid]')}) invited) own
    JOIN booking b ON b.space_id = $1 AND b.id = own.id AND b.stage = 'confirmed' JOIN occurrence o ON o.space_id = b.space_id AND o.booking_id = b.id AND o.status = 'confirmed'
    AND o.ends_at > $3 AND o.starts_at < $4
  WHERE b.cancelled_at IS NULL ORDER BY o.starts_at, o.id LIMIT 100`;
