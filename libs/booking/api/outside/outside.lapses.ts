import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { LATE_DAYS } from '@bota/booking/domain';
import { Chronicler, Clock, Jobs, Postman, record } from '@bota/shared/api';
import { type Language, addMinutes } from '@bota/shared/domain';
import { SpaceEntity } from '@bota/spaces/api';
import { OutsideLetters } from './outside.letters';
import { LAPSE, WAIT_ON } from './outside.queries';

type Lapsed = { id: string; spaceId: string; name: string; email: string; language: Language; purpose: string; start: Date; end: Date };

/** What nobody answered before it would have begun is asked no more, and who asked hears so. */
@Injectable()
export class OutsideLapses implements OnModuleInit {
  private readonly logger = new Logger(OutsideLapses.name);

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly chronicler: Chronicler,
    private readonly postman: Postman,
    private readonly letters: OutsideLetters,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'outside.lapse', cron: '*/5 * * * *', run: async () => void (await this.lapse()) });
  }

  /** Answers how many; running it twice, or twice at once, writes to nobody twice. What is long over is closed without a letter. */
  async lapse(): Promise<number> {
    const now = this.clock.now();
    const count = await this.db.transaction(async (tx) => {
      const [lapsed] = await tx.query<[Lapsed[], number]>(LAPSE, [now]);
      let closed = 0;
      for (const one of lapsed) closed += await this.attempt(tx, one, now);
      return closed;
    });
    if (count > 0) this.chronicler.nudge();
    if (count > 0) void this.postman.nudge();
    return count;
  }

  /** One that fails waits for the next time, and keeps nobody else waiting. */
  private async attempt(tx: EntityManager, one: Lapsed, now: Date): Promise<number> {
    try {
      await tx.transaction((part) => this.close(part, one, now));
      return 1;
    } catch (error) {
      this.logger.warn(`request ${one.id}: ${(error as Error).message}`);
      await tx.query(WAIT_ON, [one.spaceId, one.id]);
      return 0;
    }
  }

  private async close(tx: EntityManager, { id: entityId, spaceId, start, end, ...asker }: Lapsed, now: Date): Promise<void> {
    await record(tx, { kind: 'outside.lapsed', entityId, spaceId, after: { start, end }, facts: { from: start, to: end } });
    const space = await tx.findOneByOrFail(SpaceEntity, { id: spaceId });
    if (start > addMinutes(now, -LATE_DAYS * 24 * 60)) await this.letters.unanswered(tx, space, { ...asker, start, end });
  }
}
