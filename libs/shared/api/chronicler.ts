import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

const SWEEP_MS = 1000;
const GATHER_MS = 20;
const BATCH = 500;

/**
 * Seals new log entries into the hash chain and thereby announces them to every process (`seal_log` notifies).
 * Called after each change; the sweep catches what a killed process left unsealed.
 */
@Injectable()
export class Chronicler implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Chronicler.name);
  private sweep?: NodeJS.Timeout;
  private soon?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly db: DataSource) {}

  onApplicationBootstrap(): void {
    this.sweep = setInterval(() => this.nudge(), SWEEP_MS);
  }

  /** Says that something was logged; changes within a few milliseconds are sealed together. */
  nudge(): void {
    if (this.stopped || this.soon) return;
    this.soon = setTimeout(() => {
      this.soon = undefined;
      this.running = this.running.then(() => this.seal()).catch((error: Error) => this.logger.warn(`sealing failed: ${error.message}`));
    }, GATHER_MS);
  }

  private async seal(): Promise<void> {
    if (this.stopped) return;
    const [row] = await this.db.query('SELECT seal_log($1) AS sealed', [BATCH]);
    if (row.sealed === BATCH) await this.seal();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.sweep);
    clearTimeout(this.soon);
    await this.running;
  }
}
