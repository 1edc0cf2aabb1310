import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Quota, type QuotaDraft, type QuotaUseList, periodOf, usesFor } from '@bota/booking/domain';
import { Chronicler, Clock, breaks, newId, record, refuse } from '@bota/shared/api';
import { type SignedIn, dateOf, organisationIdsOf } from '@bota/shared/domain';
import { type SpaceEntity, refuseUnlessRunning } from '@bota/spaces/api';
import type { Asking } from '../asking';
import { factsFor } from '../facts.queries';
import { readBook } from './quota.books';
import { QUOTA_WRITE, QUOTAS } from './quota.queries';

/** How much of the house each organisation may book. What is booked already stays, whatever is decided. */
@Injectable()
export class QuotasService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
  ) {}

  list(person: SignedIn, space: SpaceEntity): Promise<Quota[]> {
    refuseUnlessRunning(person, space.id);
    return this.db.query(QUOTAS, [space.id, null]);
  }

  async add(asking: Asking, draft: QuotaDraft): Promise<Quota> {
    const id = newId();
    return this.changing(asking, async (tx) => {
      await writeQuota(tx, asking.space.id, id, draft);
      await log(tx, asking, 'quota.added', id, { after: draft });
      return one(tx, asking.space.id, id);
    });
  }

  async change(asking: Asking, id: string, draft: QuotaDraft, version?: number): Promise<Quota> {
    return this.changing(asking, async (tx) => {
      const before = await locked(tx, asking.space.id, id);
      if (version !== undefined && version !== before.version) refuse('stale-version', { current: before });
      await writeQuota(tx, asking.space.id, id, draft);
      await log(tx, asking, 'quota.changed', id, { before: draftOf(before), after: draft });
      return one(tx, asking.space.id, id);
    });
  }

  async remove(asking: Asking, id: string): Promise<void> {
    await this.changing(asking, async (tx) => {
      const before = await locked(tx, asking.space.id, id);
      await tx.query('DELETE FROM quota WHERE space_id = $1 AND id = $2', [asking.space.id, id]);
      await log(tx, asking, 'quota.removed', id, { before: draftOf(before) });
    });
  }

  /** What the reader's organisations use in the present week and month. */
  async uses(person: SignedIn, space: SpaceEntity): Promise<QuotaUseList> {
    const now = this.clock.now();
    const { id: spaceId, zone } = space;
    const today = { start: now, end: new Date(now.getTime() + 1) };
    const items: QuotaUseList['items'] = [];
    for (const organisationId of organisationIdsOf(person)) {
      const question = { spaceId, zone, roomIds: [], organisationId, actor: person, from: now, to: now, now };
      const { quotas, organisation, isResident } = await factsFor(this.db, question);
      if (!isResident || quotas.length === 0) continue;
      const book = await readBook(this.db, { spaceId, zone, organisationId, quotas, now }, [today]);
      const uses = usesFor(book, [], ({ per }) => [periodOf(per, dateOf(now, zone))]);
      items.push(...uses.map((use) => ({ ...use, organisationId, organisation: organisation ?? '' })));
    }
    return { items };
  }

  private async changing<T>({ person, space }: Asking, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    refuseUnlessRunning(person, space.id);
    try {
      const done = await this.db.transaction(work);
      this.chronicler.nudge();
      return done;
    } catch (error) {
      if (breaks(error, 'quota_room_known'))
        refuse('booking/unknown-room', { errors: [{ path: 'roomIds', message: 'no room of this space' }] });
      if (breaks(error, 'quota_exception_known'))
        refuse('booking/organisation-not-resident', { errors: [{ path: 'exceptions', message: 'no such organisation' }] });
      throw error;
    }
  }
}

/** A new quota, or what becomes of one. */
export const writeQuota = (
  tx: EntityManager,
  spaceId: string,
  id: string,
  { per, counts, limit, prime, roomIds, exceptions }: QuotaDraft,
) => tx.query(QUOTA_WRITE, [spaceId, id, per, counts, limit, JSON.stringify(prime), roomIds, JSON.stringify(exceptions)]);

async function locked(tx: EntityManager, spaceId: string, id: string): Promise<Quota> {
  await tx.query('SELECT FROM quota WHERE space_id = $1 AND id = $2 FOR UPDATE', [spaceId, id]);
  return one(tx, spaceId, id);
}

async function one(tx: EntityManager, spaceId: string, id: string): Promise<Quota> {
  const [quota] = await tx.query<Quota[]>(QUOTAS, [spaceId, id]);
  return quota ?? refuse('not-found');
}

const draftOf = ({ per, counts, limit, prime, roomIds, exceptions }: Quota): QuotaDraft => ({
  per,
  counts,
  limit,
  prime,
  roomIds,
  exceptions,
});

const log = (
  tx: EntityManager,
  { person, space, requestId }: Asking,
  kind: string,
  entityId: string,
  what: { before?: unknown; after?: unknown },
) => record(tx, { kind, entityId, spaceId: space.id, personId: person.personId, requestId, ...what });
