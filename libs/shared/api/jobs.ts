import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { CONFIG, type Config } from './config';

export type Job = { name: string; cron: string; run: () => Promise<void> };

/** Scheduled work, once for all processes together (pg-boss keeps the schedule in the database). */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Jobs.name);
  private readonly jobs: Job[] = [];
  private boss?: PgBoss;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** False where another process does such work. */
  get areOn(): boolean {
    return this.config.BOTA_JOBS;
  }

  /** Declares a job; call it from a module's `onModuleInit`. Running twice must do no harm. */
  schedule(job: Job): void {
    this.jobs.push(job);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.BOTA_JOBS) return;
    this.boss = new PgBoss({ connectionString: this.config.DATABASE_URL, max: 3, application_name: 'bota75-jobs' });
    this.boss.on('error', (error) => this.logger.warn(error.message));
    await this.boss.start();
    for (const job of this.jobs) await this.install(this.boss, job);
  }

  private async install(boss: PgBoss, job: Job): Promise<void> {
    await boss.createQueue(job.name, { retryLimit: 3, retryBackoff: true });
    await boss.work(job.name, { pollingIntervalSeconds: 10 }, () => job.run());
    await boss.schedule(job.name, job.cron, {}, { tz: 'UTC' });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 5000 });
  }
}
