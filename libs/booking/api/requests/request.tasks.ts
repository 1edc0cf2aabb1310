import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TASK_ORGANISATION, type TaskQuestion, Tasks } from '@bota/shared/api';
import { type Task } from '@bota/shared/domain';

type Row = { id: string; title: string; organisation: NonNullable<Task['organisation']>; since: Date; due: string };

/** Requests to book wait for the coordination on its day. */
@Injectable()
export class RequestTasks implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.tasks.declare((question) => this.find(question));
  }

  private async find({ spaceId }: TaskQuestion): Promise<Task[]> {
    const rows = await this.db.query<Row[]>(REQUESTED, [spaceId]);
    return rows.map(({ id, title, organisation, since, due }) => ({
      ...{ kind: 'booking-request', id, name: title, organisation, since: since.toISOString(), due, count: null },
      ...{ path: `house/requests#${id}`, urgency: 'decide' },
    }));
  }
}

const REQUESTED = `
  SELECT b.id, b.title, b.created_at AS since, to_char(min(d.starts_at) AT TIME ZONE b.zone, 'YYYY-MM-DD') AS due, ${TASK_ORGANISATION} AS organisation
  FROM booking b JOIN organisation o ON o.id = b.organisation_id
    JOIN occurrence d ON d.space_id = b.space_id AND d.booking_id = b.id AND d.status = 'requested'
  WHERE b.space_id = $1 AND b.stage = 'requested' AND b.cancelled_at IS NULL
  GROUP BY b.space_id, b.id, o.id`;
