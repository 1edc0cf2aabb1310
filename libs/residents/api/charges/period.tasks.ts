import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { nextOpen, whyNotClose } from '@bota/residents/domain';
import { type TaskQuestion, Tasks } from '@bota/shared/api';
import type { Task } from '@bota/shared/domain';
import { Bookkeeper } from './bookkeeper';

/** The next month that can be closed, when it charges anybody anything. */
@Injectable()
export class PeriodTasks implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly bookkeeper: Bookkeeper,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.tasks.declare((question) => this.find(question));
  }

  private async find({ spaceId, zone, today }: TaskQuestion): Promise<Task[]> {
    const closing = await this.bookkeeper.closing(this.db, { id: spaceId, zone });
    const month = nextOpen(closing);
    if (whyNotClose(month, closing, today) !== null) return [];
    const lines = (await this.bookkeeper.drafts(this.db, spaceId, [month])).get(month)?.lines;
    if (!lines?.size) return [];
    const about = { kind: 'month-open', id: spaceId, name: month, organisation: null } as const;
    return [{ ...about, since: null, due: null, count: null, path: `house/charges/${month}`, urgency: 'soon' }];
  }
}
