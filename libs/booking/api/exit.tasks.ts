import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TASK_ORGANISATION, type TaskQuestion, Tasks } from '@bota/shared/api';
import { type Task, urgencyOf } from '@bota/shared/domain';

type Row = { id: string; residencyId: string; organisation: NonNullable<Task['organisation']>; due: string; count: number };

/** Dates to come that are still booked in the name of an organisation which has left. */
@Injectable()
export class ExitTasks implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.tasks.declare((question) => this.find(question));
  }

  private async find({ spaceId, now, today }: TaskQuestion): Promise<Task[]> {
    const rows = await this.db.query<Row[]>(LEFT_BOOKED, [spaceId, today, now]);
    return rows.map(({ id, residencyId, organisation, due, count }) => ({
      ...{ kind: 'exit-open', id, name: organisation.name, organisation, since: null, due, count },
      ...{ path: `residents/${organisation.slug}/residencies/${residencyId}`, urgency: urgencyOf({ due }, today) },
    }));
  }
}

const LEFT_BOOKED = `
  SELECT o.id, r.id AS "residencyId", to_char(upper(r.during) - 1, 'YYYY-MM-DD') AS due, count(*)::int AS count,
    ${TASK_ORGANISATION} AS organisation
  FROM (SELECT DISTINCT ON (organisation_id) * FROM residency WHERE space_id = $1 ORDER BY organisation_id, lower(during) DESC) r
    JOIN organisation o ON o.id = r.organisation_id
    JOIN booking b ON b.space_id = $1 AND b.organisation_id = o.id AND b.cancelled_at IS NULL
    JOIN occurrence c ON c.space_id = $1 AND c.booking_id = b.id AND c.status = 'confirmed' AND c.starts_at >= $3
  WHERE upper(r.during) <= $2::date GROUP BY o.id, r.id, r.during`;
