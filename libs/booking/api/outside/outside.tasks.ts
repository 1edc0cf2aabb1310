import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type TaskQuestion, Tasks } from '@bota/shared/api';
import type { Task } from '@bota/shared/domain';
import { WAITING } from './outside.queries';

type Row = { id: string; title: string; since: Date; due: string };

/** Neighbours who ask for a room wait for the coordination on its day. */
@Injectable()
export class OutsideTasks implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.tasks.declare((question) => this.find(question));
  }

  private async find({ spaceId, now }: TaskQuestion): Promise<Task[]> {
    const rows = await this.db.query<Row[]>(WAITING, [spaceId, now]);
    return rows.map(({ id, title, since, due }) => ({
      ...{ kind: 'outside-request', id, name: title, organisation: null, since: since.toISOString(), due, count: null },
      ...{ path: `house/requests#${id}`, urgency: 'decide' },
    }));
  }
}
