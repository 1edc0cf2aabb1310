import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TASK_ORGANISATION, type TaskQuestion, Tasks } from '@bota/shared/api';
import { type Task, urgencyOf } from '@bota/shared/domain';

type Row = { id: string; name: string; organisation: Task['organisation']; due: string | null; count: number };

/** Keys and badges that are still with who has left: an organisation that is resident no more, or a person who is of no resident. */
@Injectable()
export class KeyTasks implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.tasks.declare((question) => this.find(question));
  }

  private async find({ spaceId, today }: TaskQuestion): Promise<Task[]> {
    const rows = await this.db.query<Row[]>(`${OF_ORGANISATIONS} UNION ALL ${OF_PEOPLE}`, [spaceId, today]);
    return rows.map(({ id, name, organisation, due, count }) => ({
      ...{ kind: 'keys-out', id, name, organisation, since: null, due, count },
      ...{ path: organisation ? `residents/${organisation.slug}` : 'house/keys', urgency: urgencyOf({ due: due ?? today }, today) },
    }));
  }
}

const IS_RESIDENT = (organisationId: string) =>
  `EXISTS (SELECT FROM residency r WHERE r.space_id = $1 AND r.organisation_id = ${organisationId} AND r.during @> $2::date)`;

const OF_ORGANISATIONS = `
  SELECT o.id, o.name, ${TASK_ORGANISATION} AS organisation,
    to_char((SELECT max(upper(r.during)) - 1 FROM residency r WHERE r.space_id = $1 AND r.organisation_id = o.id AND upper(r.during) <= $2::date),
      'YYYY-MM-DD') AS due, count(*)::int AS count
  FROM key_holding h JOIN organisation o ON o.id = h.organisation_id
  WHERE h.space_id = $1 AND h.ended_on IS NULL AND NOT ${IS_RESIDENT('o.id')} GROUP BY o.id`;

const OF_PEOPLE = `
  SELECT p.id, p.display_name, NULL, NULL, count(*)::int
  FROM key_holding h JOIN person p ON p.id = h.person_id
  WHERE h.space_id = $1 AND h.ended_on IS NULL AND (h.organisation_id IS NULL OR ${IS_RESIDENT('h.organisation_id')})
    AND NOT EXISTS (SELECT FROM house_role t WHERE t.space_id = $1 AND t.person_id = p.id)
    AND NOT EXISTS (SELECT FROM membership m WHERE m.person_id = p.id AND ${IS_RESIDENT('m.organisation_id')}) GROUP BY p.id`;
