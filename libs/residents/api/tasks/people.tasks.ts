import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TASK_ORGANISATION, type TaskQuestion, Tasks } from '@bota/shared/api';
import { type Task, dateOf } from '@bota/shared/domain';

/** An invitation that nobody answers is worth a word while it still stands. */
const ENDING_DAYS = 3;
const FAILED_DAYS = 30;

type Row = Pick<Task, 'id' | 'name' | 'organisation'> & { since: Date; expiresAt: Date };

/** Requests to join, invitations about to expire, letters that did not arrive. */
@Injectable()
export class PeopleTasks implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.tasks.declare((question) => this.requests(question));
    this.tasks.declare((question) => this.invitations(question));
    this.tasks.declare((question) => this.letters(question));
  }

  private async requests({ spaceId, today }: TaskQuestion): Promise<Task[]> {
    const rows = await this.db.query<Row[]>(REQUESTS, [spaceId, today]);
    return rows.map((row) => ({
      ...{ kind: 'join-request', id: row.id, name: row.name, organisation: row.organisation, count: null },
      ...{ since: row.since.toISOString(), due: null, path: `residents/${row.organisation?.slug}`, urgency: 'decide' },
    }));
  }

  private async invitations({ spaceId, zone, now, today }: TaskQuestion): Promise<Task[]> {
    const rows = await this.db.query<Row[]>(INVITATIONS, [spaceId, today, now, ENDING_DAYS]);
    return rows.map((row) => ({
      ...{ kind: 'invitation-ending', id: row.id, name: row.name, organisation: row.organisation, count: null },
      ...{ since: row.since.toISOString(), due: dateOf(row.expiresAt, zone), path: `residents/${row.organisation?.slug}`, urgency: 'soon' },
    }));
  }

  private async letters({ spaceId, now }: TaskQuestion): Promise<Task[]> {
    const [row] = await this.db.query<{ id: string; count: number; since: Date }[]>(LETTERS, [spaceId, now, FAILED_DAYS]);
    if (!row) return [];
    const { id, count, since } = row;
    return [
      {
        kind: 'letters-failed',
        id,
        name: '',
        organisation: null,
        since: since.toISOString(),
        due: null,
        count,
        path: 'house/letters',
        urgency: 'now',
      },
    ];
  }
}

const LIVES_HERE = `EXISTS (SELECT FROM residency r WHERE r.space_id = $1 AND r.organisation_id = o.id AND r.during @> $2::date)`;

const REQUESTS = `
  SELECT j.id, p.display_name AS name, j.created_at AS since, ${TASK_ORGANISATION} AS organisation
  FROM join_request j JOIN person p ON p.id = j.person_id JOIN organisation o ON o.id = j.organisation_id
  WHERE j.state = 'open' AND ${LIVES_HERE} ORDER BY j.created_at LIMIT 100`;

const INVITATIONS = `
  SELECT i.id, i.email AS name, i.created_at AS since, i.expires_at AS "expiresAt", ${TASK_ORGANISATION} AS organisation
  FROM invitation i JOIN organisation o ON o.id = i.organisation_id
  WHERE i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > $3 AND i.expires_at <= $3::timestamptz + make_interval(days => $4)
    AND ${LIVES_HERE} ORDER BY i.expires_at LIMIT 100`;

const LETTERS = `
  SELECT (array_agg(id ORDER BY failed_at DESC))[1] AS id, count(*)::int AS count, max(failed_at) AS since
  FROM letter WHERE space_id = $1 AND failed_at > $2::timestamptz - make_interval(days => $3) HAVING count(*) > 0`;
