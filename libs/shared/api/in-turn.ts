import type { Logger } from '@nestjs/common';

/** Does one thing after the other; what fails is said, and holds up nothing that comes after it. */
export class InTurn {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly logger: Logger) {}

  add(work: () => Promise<unknown>): void {
    this.last = this.last.then(work).catch((error: Error) => this.logger.warn(error.message));
  }

  /** Returns when all that was added is done. */
  async end(): Promise<void> {
    await this.last;
  }
}
