import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  BookingDraft,
  LEAST_OFFER_MINUTES,
  type QuotaBook,
  type WaitlistDraft,
  type WaitlistEntry,
  besidesTaken,
  offerEnd,
} from '@bota/booking/domain';
import { Chronicler, Clock, breaks, newId, record, refuse } from '@bota/shared/api';
import { addMinutes, can } from '@bota/shared/domain';
import type { Asking } from '../asking';
import { type JudgedSpan, withPast } from '../judgement';
import { type Prepared, Preparation } from '../preparation';
import { judgeQuotas, readBook } from '../quotas/quota.books';
import { Refusals } from '../refusals';
import { HOW_MANY, INSERT, LEFT, LIST, ONE, ONE_JOIN_AT_A_TIME } from './waitlist.queries';

/** So many wishes of one person wait in a house at most: a list that is filled up serves nobody. */
const MOST = 50;
type Row = Omit<WaitlistEntry, 'start' | 'end' | 'since' | 'offer'> & { start: Date; end: Date; since: Date } & (
    { bookingId: string; until: Date } | { bookingId: null; until: null }
  );
type Wish = { asking: Asking; draft: WaitlistDraft; prepared: Prepared; now: Date };
type Waiting = { personId: string; organisationId: string; title: string; start: Date; end: Date };

/** What starts before then is too near to be offered. */
export const nearest = (now: Date): Date => addMinutes(now, 2 * LEAST_OFFER_MINUTES);

/** Who waits for rooms that others have. */
@Injectable()
export class Waitlist {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
    private readonly preparation: Preparation,
    private readonly refusals: Refusals,
  ) {}

  /** One waits for what one could book if nobody else had it: whatever else stands in the way is refused as it is for a booking. */
  async join(asking: Asking, draft: WaitlistDraft): Promise<WaitlistEntry> {
    const { person, space, requestId } = asking;
    if (!can(person, 'booking:create', { spaceId: space.id, organisationId: draft.organisationId }))
      refuse('booking/not-your-organisation');
    const { start, end } = await this.judge(asking, draft);
    const { organisationId, title } = draft;
    const [spaceId, id, { personId }] = [space.id, newId(), person];
    await this.db.transaction(async (tx) => {
      await tx.query(ONE_JOIN_AT_A_TIME, [spaceId, personId]);
      const [waiting] = await tx.query<{ count: number }[]>(HOW_MANY, [spaceId, personId]);
      if ((waiting?.count ?? 0) >= MOST) refuse('waitlist/too-many');
      await writeEntry(tx, { spaceId, id, personId, draft, start, end, since: this.clock.now() }).catch((error: unknown) => {
        if (breaks(error, 'waitlist_once')) refuse('waitlist/already');
        throw error;
      });
      const whose = { entityId: id, spaceId, personId, organisationId, requestId };
      await record(tx, {
        kind: 'waitlist.joined',
        ...whose,
        after: { title, roomIds: draft.roomIds, start, end },
        facts: { from: start, to: end },
      });
    });
    this.chronicler.nudge();
    const mine = await this.mine(asking);
    return mine.find((one) => one.id === id) ?? refuse('not-found');
  }

  mine({ person, space }: Pick<Asking, 'person' | 'space'>): Promise<WaitlistEntry[]> {
    return this.list(space.id, person.personId);
  }

  /** Everybody, in the order in which they are served. */
  async all({ person, space }: Pick<Asking, 'person' | 'space'>): Promise<WaitlistEntry[]> {
    if (!can(person, 'booking:decide', { spaceId: space.id })) refuse('not-allowed');
    return this.list(space.id, null);
  }

  /** Who waits leaves; the coordination may take anybody off the list. What is not one's own is not there. */
  async leave({ person, space, requestId }: Asking, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [entry] = await tx.query<Waiting[]>(ONE, [space.id, id]);
      if (!entry || !can(person, 'waitlist:leave', { spaceId: space.id, personId: entry.personId })) return refuse('not-found');
      const { organisationId, title, start, end } = entry;
      await tx.query(LEFT, [space.id, id, this.clock.now()]);
      const whose = { entityId: id, spaceId: space.id, personId: person.personId, organisationId, requestId };
      await record(tx, { kind: 'waitlist.left', ...whose, before: { title, start, end }, facts: { from: start, to: end } });
    });
    this.chronicler.nudge();
  }

  private async judge(asking: Asking, draft: WaitlistDraft): Promise<{ start: Date; end: Date }> {
    const { person, space } = asking;
    const now = this.clock.now();
    const prepared = await this.preparation.prepare(person, space, BookingDraft.parse(draft), now);
    const { facts, wanted, schedule } = prepared;
    if (!facts.isResident) refuse('booking/organisation-not-resident');
    const reader = { space, person: { ...person, isResident: facts.readerIsResident } };
    const found = withPast(await this.refusals.judgeAll(reader, wanted, facts, now), now, false);
    const judged = await this.withQuotas({ asking, draft, prepared, now }, found);
    const reasons = judged.flatMap((one) => one.reasons);
    if (schedule.reasons.length > 0 || besidesTaken(reasons).length > 0)
      throw await this.refusals.refusal(reader, wanted, judged, schedule.reasons, now);
    if (reasons.length === 0) refuse('waitlist/free');
    const [span] = wanted.spans;
    return span && offerEnd(span.start, now) ? span : refuse('waitlist/too-late');
  }

  /** The quotas are asked as if the rooms were free: what they do not admit is not waited for. */
  private async withQuotas({ asking, draft, prepared, now }: Wish, judged: readonly JudgedSpan[]): Promise<JudgedSpan[]> {
    const { quotas } = prepared.facts;
    if (quotas.length === 0) return [...judged];
    const { wanted, rooms } = prepared;
    const account = { spaceId: asking.space.id, zone: asking.space.zone, organisationId: draft.organisationId, quotas, now };
    wanted.book = await readBook(this.db, account, wanted.spans);
    const roomIds = rooms.map(({ id }) => id);
    return judged.flatMap((one) => {
      const alone = { ...one, reasons: besidesTaken(one.reasons) };
      return judgeQuotas(wanted.book as QuotaBook, roomIds, [alone]).map(({ reasons }) => ({
        ...one,
        reasons: [...one.reasons, ...reasons.slice(alone.reasons.length)],
      }));
    });
  }

  private async list(spaceId: string, personId: string | null): Promise<WaitlistEntry[]> {
    const now = this.clock.now();
    const rows = await this.db.query<Row[]>(LIST, [spaceId, nearest(now), personId, now]);
    return rows.map(viewOf);
  }
}

function viewOf({ start, end, since, bookingId, until, ...row }: Row): WaitlistEntry {
  const offer = bookingId ? { bookingId, until: iso(until) } : null;
  return { ...row, start: iso(start), end: iso(end), since: iso(since), offer };
}

type NewEntry = { spaceId: string; id: string; personId: string; draft: WaitlistDraft; start: Date; end: Date; since: Date };

/** The same rooms are the same wish, whatever their order. */
export function writeEntry(tx: Pick<EntityManager, 'query'>, { draft, ...entry }: NewEntry): Promise<unknown> {
  const roomIds = [...new Set(draft.roomIds)].sort();
  const { spaceId, id, personId, start, end, since } = entry;
  return tx.query(INSERT, [spaceId, id, personId, draft.organisationId, JSON.stringify(draft), roomIds, start, end, since]);
}

const iso = (moment: Date) => moment.toISOString();
