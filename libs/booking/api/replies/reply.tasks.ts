import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type TaskQuestion, Tasks } from '@bota/shared/api';
import { type Task, urgencyOf } from '@bota/shared/domain';
import { DECLINED } from './reply.queries';

type Row = { id: string; bookingId: string; title: string; since: Date; due: string };

/** Changes that do not suit whom they concern wait for the coordination on its day. */
@Injectable()
export class ReplyTasks implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.tasks.declare((question) => this.find(question));
  }

  private async find({ spaceId, now, today }: TaskQuestion): Promise<Task[]> {
    const rows = await this.db.query<Row[]>(DECLINED, [spaceId, now]);
    return rows.map(({ id, bookingId, title, since, due }) => ({
      ...{ kind: 'booking-declined', id, name: title, organisation: null, since: since.toISOString(), due, count: null },
      ...{ path: `bookings/${bookingId}`, urgency: urgencyOf({ due, mustDecide: true }, today) },
    }));
  }
}
