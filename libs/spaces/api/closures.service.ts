import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Chronicler, Clock, newId, record, refuse } from '@bota/shared/api';
import { type SignedIn, readTime } from '@bota/shared/domain';
import type { Closure, ClosureDraft } from '@bota/spaces/domain';
import type { Changing } from './changing';
import { type ClosureChange, ClosureHearers } from './closure.hearers';
import { refuseUnlessRunning } from './running';
import { ClosureEntity, type SpaceEntity } from './space.entity';

@Injectable()
export class ClosuresService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
    private readonly hearers: ClosureHearers,
  ) {}

  /** What is not over at a time (now when none is given), soonest first. */
  list(space: SpaceEntity, from?: string): Promise<Closure[]> {
    const since = from === undefined ? this.clock.now() : readTime(from, space.zone).instant;
    return closuresWhere(this.db.manager, space.id, 'c.ends_at > $2', since);
  }

  /**
   * Closes the house, or each of the rooms, in the transaction of who knows what is booked there: they settle it, tell of it and announce it.
   * Of two at once the second waits, and is refused when it closes the same.
   */
  async add(tx: EntityManager, changing: Changing, draft: ClosureDraft): Promise<{ added: Closure[]; change: ClosureChange }> {
    const { person, space, requestId } = changing;
    refuseUnlessRunning(person, space.id);
    const { roomIds, reason } = draft;
    const times = spanOf(draft, space.zone);
    if (times.endsAt <= this.clock.now()) refuse('closure/over', { errors: [{ path: 'end', message: 'is over' }] });
    await holdHouse(tx, space.id);
    await refuseUnknownRooms(tx, space.id, roomIds);
    await refuseSame(tx, space.id, roomIds, times);
    const ids = (roomIds.length > 0 ? roomIds : [null]).map((roomId) => ({ id: newId(), roomId }));
    for (const { id, roomId } of ids) {
      await tx.insert(ClosureEntity, { spaceId: space.id, id, roomId, ...times, reason });
      const after = { roomId, start: times.startsAt, end: times.endsAt, reason };
      await record(tx, { kind: 'closure.added', entityId: id, after, ...told(space, person, requestId, times) });
    }
    const all = ids.map(({ id }) => id);
    return { added: await closuresWhere(tx, space.id, 'c.id = ANY($2)', all), change: { id: all[0] ?? '', roomIds, ...times, reason } };
  }

  /**
   * The last thing that waits for others: who took rooms without knowing of the closure has done so now, and can be seen; whoever was still at
   * it is judged anew, and finds it closed.
   */
  async count(tx: EntityManager, spaceId: string): Promise<void> {
    await tx.query('SELECT count_closing($1)', [spaceId]);
  }

  async remove(changing: Changing, id: string): Promise<void> {
    const { person, space, requestId } = changing;
    refuseUnlessRunning(person, space.id);
    await this.db.transaction(async (tx) => {
      const closure = await tx.findOne(ClosureEntity, { where: { spaceId: space.id, id }, lock: { mode: 'pessimistic_write' } });
      if (!closure) return refuse('not-found');
      const { roomId, startsAt, endsAt, reason } = closure;
      await tx.delete(ClosureEntity, { spaceId: space.id, id });
      const before = { roomId, start: startsAt, end: endsAt, reason };
      await record(tx, { kind: 'closure.removed', entityId: id, before, ...told(space, person, requestId, closure) });
      await this.hearers.tell(tx, changing, { id, roomIds: roomId ? [roomId] : [], startsAt, endsAt, reason });
    });
    this.chronicler.nudge();
  }
}

type Span = { startsAt: Date; endsAt: Date };

/** What is changed of one house at a time waits here for its turn. */
export async function holdHouse(tx: EntityManager, spaceId: string): Promise<void> {
  await tx.query('SELECT FROM space WHERE id = $1 FOR NO KEY UPDATE', [spaceId]);
}

/** When a draft closes, in the zone of the house. */
export function spanOf({ start, end }: Pick<ClosureDraft, 'start' | 'end'>, zone: string): Span {
  const [startsAt, endsAt] = [readTime(start, zone).instant, readTime(end, zone).instant];
  if (endsAt <= startsAt) refuse('closure/ends-before-it-starts', { errors: [{ path: 'end', message: 'must come after the start' }] });
  return { startsAt, endsAt };
}

const told = ({ id }: SpaceEntity, { personId }: SignedIn, requestId: string, { startsAt, endsAt }: Span) => ({
  ...{ spaceId: id, personId, requestId },
  facts: { from: startsAt, to: endsAt },
});

export async function refuseUnknownRooms(tx: EntityManager, spaceId: string, roomIds: readonly string[]): Promise<void> {
  const known = await tx.query<{ id: string }[]>('SELECT id FROM room WHERE space_id = $1 AND id = ANY($2)', [spaceId, roomIds]);
  const ids = new Set(known.map(({ id }) => id));
  const errors = roomIds.flatMap((id, index) => (ids.has(id) ? [] : [{ path: `roomIds.${index}`, message: 'no room of this space' }]));
  if (errors.length > 0) refuse('room/unknown', { errors });
}

/** The same room closed twice for the same time would have to be opened twice. */
async function refuseSame(tx: EntityManager, spaceId: string, roomIds: readonly string[], { startsAt, endsAt }: Span): Promise<void> {
  const rows = await tx.query<{ roomId: string | null }[]>(SAME_TIME, [spaceId, startsAt, endsAt]);
  const closed = new Set(rows.map(({ roomId }) => roomId));
  const message = 'closed for exactly this time already';
  const rooms = roomIds.flatMap((id, index) => (closed.has(id) ? [{ path: `roomIds.${index}`, message }] : []));
  const errors = roomIds.length === 0 && closed.has(null) ? [{ path: 'start', message }] : rooms;
  if (errors.length > 0) refuse('closure/already', { errors });
}

const SAME_TIME = 'SELECT room_id AS "roomId" FROM closure WHERE space_id = $1 AND starts_at = $2 AND ends_at = $3';

async function closuresWhere(tx: EntityManager, spaceId: string, where: string, value: unknown): Promise<Closure[]> {
  const rows = await tx.query<(Omit<Closure, 'start' | 'end'> & { start: Date; end: Date })[]>(
    `SELECT c.id, c.room_id AS "roomId", c.starts_at AS start, c.ends_at AS "end", c.reason, ${UNITS_OF('c')} AS "unitIds"
     FROM closure c WHERE c.space_id = $1 AND ${where} ORDER BY c.starts_at, c.id`,
    [spaceId, value],
  );
  return rows.map(({ start, end, ...closure }) => ({ ...closure, start: start.toISOString(), end: end.toISOString() }));
}

/** The atomic rooms a closure of one room closes with it; none when the whole house is closed. */
export const UNITS_OF = (closure: string) =>
  `ARRAY(SELECT unit_id FROM room_unit cu WHERE cu.space_id = ${closure}.space_id AND cu.room_id = ${closure}.room_id ORDER BY unit_id)`;
