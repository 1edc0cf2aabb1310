import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, Jobs } from '@bota/shared/api';

/** How long what one was told is kept, in days of 24 hours; what happened stands in the log and on its page. */
export const NOTIFICATION_DAYS = 90;
const DAY_MS = 86_400_000;

/** Old notifications go, read or not: the booking page and the log remember. */
@Injectable()
export class NotificationsSweep implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'notifications.sweep', cron: '20 3 * * *', run: () => this.sweep() });
  }

  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - NOTIFICATION_DAYS * DAY_MS);
    await this.db.query('DELETE FROM notification WHERE created_at < $1', [before]);
    await this.db.query('DELETE FROM digest WHERE day < $1::date', [before]);
  }
}
