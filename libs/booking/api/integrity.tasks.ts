import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isBackupOld } from '@bota/booking/domain';
import { type TaskQuestion, Tasks } from '@bota/shared/api';
import type { Task } from '@bota/shared/domain';

/** A backup that is too old, or was never made. */
@Injectable()
export class IntegrityTasks implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.tasks.declare((question) => this.backup(question));
  }

  private async backup({ spaceId, now }: TaskQuestion): Promise<Task[]> {
    const [last] = await this.db.query<{ at: Date }[]>('SELECT at FROM backup ORDER BY at DESC LIMIT 1');
    if (last && !isBackupOld(last.at, now)) return [];
    return [
      {
        ...{ kind: 'backup-old', id: spaceId, name: '', organisation: null, count: null, due: null },
        ...{ since: last?.at.toISOString() ?? null, path: 'house/integrity', urgency: 'now' },
      },
    ];
  }
}
