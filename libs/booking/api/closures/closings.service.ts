import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Closing, ClosingDraft } from '@bota/booking/domain';
import { Chronicler, Clock } from '@bota/shared/api';
import { ClosuresService, holdHouse, refuseUnlessRunning } from '@bota/spaces/api';
import { type Asking, requestHash } from '../asking';
import { Expiry } from '../requests/expiry';
import { type RetryKey, answerTo, refuseReused } from '../retry.key';
import { ClosureNotices } from './closure.notices';
import { ClosureSettlement, type Outcome } from './closure.settlement';

/** Closes the house or some rooms, and settles what is booked there: the closure, what ends and what moves are written together or not at all. */
@Injectable()
export class Closings {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
    private readonly closures: ClosuresService,
    private readonly settlement: ClosureSettlement,
    private readonly notices: ClosureNotices,
    private readonly expiry: Expiry,
  ) {}

  /** The same key again gives the same answer. */
  async close(asking: Asking, draft: ClosingDraft, key?: string): Promise<Closing> {
    const retry = key === undefined ? undefined : { key, hash: requestHash([asking.space.id, 'closing', draft]) };
    return this.expiry.persevere(asking.space.id, async () => {
      const said = { ...asking, isToldApart: true, costsNoMore: true, note: draft.message || undefined };
      const closing = await this.db.transaction((tx) => this.within(tx, said, draft, retry));
      this.chronicler.nudge();
      return closing;
    });
  }

  private async within(tx: EntityManager, asking: Asking, draft: ClosingDraft, retry?: RetryKey): Promise<Closing> {
    refuseUnlessRunning(asking.person, asking.space.id);
    await holdHouse(tx, asking.space.id);
    const known = retry && (await answerTo<Closing>(tx, asking.person, retry));
    if (known) return known;
    const { added, change } = await this.closures.add(tx, asking, draft);
    const settled = await this.settlement.settle(tx, asking, draft, change);
    await this.closures.count(tx, asking.space.id);
    const outcomes = await this.settlement.afterwards(tx, asking, { change, settled, draft });
    await this.notices.closed(tx, asking, { change, outcomes, message: draft.message });
    const closing = { items: added, settled: counted(outcomes) };
    if (retry) await this.remember(tx, asking, retry, closing);
    return closing;
  }

  /** Somewhere else the same key may have been used meanwhile. */
  private async remember(tx: EntityManager, { person, space }: Asking, { key, hash }: RetryKey, closing: Closing): Promise<void> {
    const kept = await tx.query<unknown[]>(REMEMBER, [person.personId, key, hash, space.id, closing, this.clock.now()]);
    if (kept.length === 0) refuseReused();
  }
}

function counted(outcomes: readonly Outcome[]): Closing['settled'] {
  const count = (...what: Outcome['became'][]) => outcomes.filter(({ became }) => what.includes(became)).length;
  return { kept: count('kept'), cancelled: count('cancelled', 'declined'), moved: count('moved') };
}

const REMEMBER = `
  INSERT INTO idempotency_key (person_id, key, request_hash, space_id, answer, created_at) VALUES ($1, $2, $3, $4, $5::jsonb, $6)
  ON CONFLICT ON CONSTRAINT idempotency_key_once DO NOTHING RETURNING key`;
