import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ArchivalObstacles } from '@bota/people/api';
import { ExitChecklist, type Leaving } from '@bota/residents/api';
import { addDays } from '@bota/shared/domain';

const after = ({ over, now }: Leaving) => (over > now ? over : now);

/** What an organisation has booked after its last day is for its people and the coordinators to cancel, before it can be archived. */
@Injectable()
export class BookingExitSubject implements OnModuleInit {
  constructor(
    private readonly checklist: ExitChecklist,
    private readonly archival: ArchivalObstacles,
  ) {}

  onModuleInit(): void {
    this.archival.declare({
      code: 'organisation/has-bookings',
      count: async (tx, organisationId, now) => {
        const [row] = await tx.query<{ count: number }[]>(AHEAD, [organisationId, now]);
        return row?.count ?? 0;
      },
      say: (count) => `${count} ${count === 1 ? 'date is' : 'dates are'} booked ahead in its name`,
    });
    this.checklist.declare({
      name: 'bookings',
      count: async (db, leaving) => {
        const [row] = await db.query<{ count: number }[]>(COUNT, [leaving.spaceId, leaving.organisationId, after(leaving)]);
        return row?.count ?? 0;
      },
      link: ({ lastDay, today }) => `agenda?view=list&date=${lastDay ? addDays(lastDay, 1) : today}`,
      first: async (db, leaving) => {
        const rows = await db.query<{ text: string; date: string; bookingId: string }[]>(FIRST, [
          ...[leaving.spaceId, leaving.organisationId, after(leaving)],
        ]);
        return rows.map(({ bookingId, ...row }) => ({ ...row, link: `bookings/${bookingId}` }));
      },
    });
  }
}

const FOUND = `
  FROM booking b JOIN occurrence c ON c.space_id = b.space_id AND c.booking_id = b.id
  WHERE b.space_id = $1 AND b.organisation_id = $2 AND b.cancelled_at IS NULL AND c.status = 'confirmed' AND c.starts_at >= $3`;
/** In any house, what is going on included. */
const AHEAD = `
  SELECT count(*)::int AS count FROM booking b JOIN occurrence c ON c.space_id = b.space_id AND c.booking_id = b.id
  WHERE b.organisation_id = $1 AND b.cancelled_at IS NULL AND c.status = 'confirmed' AND c.ends_at > $2`;
const COUNT = `SELECT count(*)::int AS count ${FOUND}`;
const FIRST = `
  SELECT b.title AS text, to_char(min(c.starts_at AT TIME ZONE b.zone), 'YYYY-MM-DD') AS date, b.id AS "bookingId"
  ${FOUND} GROUP BY b.space_id, b.id ORDER BY min(c.starts_at) LIMIT 20`;
