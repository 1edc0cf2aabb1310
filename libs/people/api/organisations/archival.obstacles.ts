import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type RefusalCode, refuse } from '@bota/shared/api';

/** What an organisation still has that an archived one cannot: `count` in all houses from a time on, `say` for programmers. */
export type ArchivalObstacle = {
  code: RefusalCode;
  count: (tx: EntityManager, organisationId: string, now: Date) => Promise<number>;
  say: (count: number) => string;
};

/** People know neither residencies nor bookings: who does declares here, from `onModuleInit`, what stands in the way of archiving. */
@Injectable()
export class ArchivalObstacles {
  private readonly obstacles: ArchivalObstacle[] = [];

  declare(obstacle: ArchivalObstacle): void {
    this.obstacles.push(obstacle);
  }

  async refuseAny(tx: EntityManager, organisationId: string, now: Date): Promise<void> {
    for (const { code, count, say } of this.obstacles) {
      const found = await count(tx, organisationId, now);
      if (found > 0) refuse(code, { detail: say(found) });
    }
  }
}
