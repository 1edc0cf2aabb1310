import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LocalizedText } from '@bota/shared/domain';
import type { Changing } from './changing';

/** What closes, or opens again: the house when it names no room. `id` of the first of its rows. */
export type ClosureChange = {
  id: string;
  roomIds: readonly string[];
  startsAt: Date;
  endsAt: Date;
  reason: LocalizedText;
};
type Hear = (tx: EntityManager, changing: Changing, change: ClosureChange) => Promise<void>;

/** Who has to know in that moment that it opens again. Spaces know no bookings: who does declares it here, from `onModuleInit`. */
@Injectable()
export class ClosureHearers {
  private readonly hearers: Hear[] = [];

  declare(hear: Hear): void {
    this.hearers.push(hear);
  }

  async tell(tx: EntityManager, changing: Changing, change: ClosureChange): Promise<void> {
    for (const hear of this.hearers) await hear(tx, changing, change);
  }
}
