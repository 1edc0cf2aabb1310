import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type TaskQuestion, Tasks } from '@bota/shared/api';
import { type Task, urgencyOf } from '@bota/shared/domain';

type Row = { kind: 'season-wishes-over' | 'season-appeals' | 'season-appeals-over'; id: string; name: string; due: string; count: number };

/** Rounds that wait for their next step: wishes are over and the plan is to be published; appeals wait, or are over and it is to be adopted. */
@Injectable()
export class SeasonTasks implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.tasks.declare((question) => this.find(question));
  }

  private async find({ spaceId, today }: TaskQuestion): Promise<Task[]> {
    const rows = await this.db.query<Row[]>(WAITING, [spaceId, today]);
    return rows.map(({ kind, id, name, due, count }) => ({
      ...{ kind, id, name, organisation: null, since: null, due, count: kind === 'season-appeals' ? count : null },
      ...{ path: `house/season/${id}`, urgency: kind === 'season-appeals' ? 'decide' : urgencyOf({ due }, today) },
    }));
  }
}

const WAITING = `
  SELECT CASE WHEN r.published_at IS NULL THEN 'season-wishes-over' WHEN a.count > 0 THEN 'season-appeals' ELSE 'season-appeals-over' END AS kind,
    r.id, r.name, to_char(CASE WHEN r.published_at IS NULL THEN r.wishes_until ELSE r.appeals_until END, 'YYYY-MM-DD') AS due, a.count
  FROM season_round r CROSS JOIN LATERAL (
    SELECT count(*)::int AS count FROM season_appeal WHERE space_id = r.space_id AND round_id = r.id AND answered_at IS NULL) a
  WHERE r.space_id = $1 AND r.opened_at IS NOT NULL AND r.adopted_at IS NULL AND r.closed_at IS NULL
    AND (CASE WHEN r.published_at IS NULL THEN r.wishes_until < $2::date ELSE a.count > 0 OR r.appeals_until < $2::date END)`;
