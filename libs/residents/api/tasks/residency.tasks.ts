import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TASK_ORGANISATION, type TaskQuestion, Tasks } from '@bota/shared/api';
import { type Task, urgencyOf } from '@bota/shared/domain';

/** How long before its first or last day a residency is worth preparing for. */
const ENDING_DAYS = 90;
const STARTING_DAYS = 45;

type Row = { id: string; organisation: NonNullable<Task['organisation']>; due: string; kind: 'residency-ending' | 'residency-starting' };

/** Residencies that end or begin soon. */
@Injectable()
export class ResidencyTasks implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.tasks.declare((question) => this.find(question));
  }

  private async find({ spaceId, today }: TaskQuestion): Promise<Task[]> {
    const rows = await this.db.query<Row[]>(COMING, [spaceId, today, ENDING_DAYS, STARTING_DAYS]);
    return rows.map(({ kind, id, organisation, due }) => ({
      ...{ kind, id, name: organisation.name, organisation, since: null, due, count: null },
      ...{ path: `residents/${organisation.slug}`, urgency: urgencyOf({ due }, today) },
    }));
  }
}

const COMING = `
  SELECT r.id, ${TASK_ORGANISATION} AS organisation,
    CASE WHEN lower(r.during) > $2::date THEN 'residency-starting' ELSE 'residency-ending' END AS kind,
    to_char(CASE WHEN lower(r.during) > $2::date THEN lower(r.during) ELSE upper(r.during) - 1 END, 'YYYY-MM-DD') AS due
  FROM residency r JOIN organisation o ON o.id = r.organisation_id
  WHERE r.space_id = $1 AND ((r.during @> $2::date AND upper(r.during) - 1 <= $2::date + $3::int)
    OR (lower(r.during) > $2::date AND lower(r.during) <= $2::date + $4::int))`;
