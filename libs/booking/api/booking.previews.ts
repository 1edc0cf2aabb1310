import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Preview, type PreviewDraft, periodsOf, priceOf, pricedFor, rateOf, usesFor } from '@bota/booking/domain';
import { Clock, refuse } from '@bota/shared/api';
import { type Actor, can } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import type { Facts } from './facts.queries';
import { grantedTo, keepGranted, keptPrice } from './granted';
import { type JudgedSpan, override, verdictOf } from './judgement';
import { Preparation } from './preparation';
import { judgeQuotas, readBook } from './quotas/quota.books';
import { Refusals, type Wanted } from './refusals';
import { DATES_FROM } from './series.queries';

/** Dates × rooms that somebody who is not signed in may ask about at once. */
const MOST_FOR_VISITORS = 200;

type Counted = { facts: Facts; wanted: Wanted; now: Date };
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

@Injectable()
export class BookingPreviews {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly preparation: Preparation,
    private readonly refusals: Refusals,
  ) {}

  /** Every date with its verdict, and offers when one date is refused; writes nothing. */
  async preview(actor: Actor, space: SpaceEntity, asked: PreviewDraft): Promise<Preview> {
    const now = this.clock.now();
    const granted = await grantedTo(this.db, actor, space.id, asked);
    const draft = { ...asked, forOutsiders: asked.forOutsiders || granted.forOutsiders };
    const { schedule, leftOut, facts, rooms, wanted: asks, standing } = await this.preparation.prepare(actor, space, draft, now);
    if (actor.personId === null && schedule.spans.length * rooms.length > MOST_FOR_VISITORS) refuse('recurrence/too-many');
    const except = { bookingId: draft.bookingId, occurrenceIds: await this.changedDates(space.id, draft) };
    const wanted: Wanted = { ...asks, except };
    const roomIds = rooms.map(({ id }) => id);
    const reader = { space, person: { ...actor, isResident: facts.readerIsResident } };
    const found = keepGranted(await this.refusals.judgeAll(reader, wanted, facts, now), granted, wanted);
    const book = await this.bookFor(actor, space, draft, { facts, wanted, now });
    if (book) wanted.book = book;
    const counted = book ? judgeQuotas(book, roomIds, found) : found;
    const judged = draft.overrideReason ? override(counted).judged : counted;
    const all = judged.map(({ span, reasons }) => ({ span, reasons: [...schedule.reasons, ...reasons] }));
    const isRefused = all.some(({ reasons }) => reasons.length > 0);
    const priced = pricedFor(rooms, { ...facts, forOutsiders: draft.forOutsiders, zone: space.zone });
    // Before it is known in whose name, nobody can say what it costs.
    const inName = { organisationId: draft.organisationId, roomIds };
    const prices = draft.organisationId ? all.map(({ span }) => keptPrice(granted, span, inName) ?? priceOf(span, priced)) : [];
    const cents = sumOf(all.flatMap(({ reasons }, index) => (reasons.length === 0 ? (prices[index] ?? 0) : [])));
    const [first] = all;
    return {
      price: first && sumOf(prices) > 0 ? { ...rateOf(first.span, priced), cents } : null,
      leftOut,
      occurrences: all.map((one, index) => ({
        ...verdictOf(one, now),
        ...(prices[index] !== undefined && { priceCents: prices[index] }),
      })),
      alternatives: isRefused && schedule.reasons.length === 0 ? await this.refusals.near(reader, wanted, now) : [],
      needsApproval: standing.needsApproval,
      holdUntil: standing.mayHoldUntil?.toISOString() ?? null,
      quotas: book
        ? usesFor(book, askedOf(all, roomIds), ({ per }) => [...new Set(all.flatMap(({ span }) => periodsOf(per, span, space.zone)))])
        : [],
    };
  }

  /** What the organisation has of its quotas, for who may book in its name; null without any. */
  private async bookFor(actor: Actor, space: SpaceEntity, { organisationId }: PreviewDraft, { facts, wanted, now }: Counted) {
    if (!organisationId || facts.quotas.length === 0 || !can(actor, 'booking:create', { spaceId: space.id, organisationId })) return null;
    const account = { spaceId: space.id, zone: space.zone, organisationId, quotas: facts.quotas, now, own: wanted.except };
    return readBook(this.db, account, wanted.spans);
  }

  /** The dates of an edited booking that are no conflict with themselves; undefined: all of them. */
  private async changedDates(spaceId: string, { bookingId, occurrenceId, scope }: PreviewDraft): Promise<string[] | undefined> {
    if (!bookingId || !occurrenceId || scope === 'all') return undefined;
    if (scope !== 'following') return [occurrenceId];
    const rows = await this.db.query<{ id: string }[]>(DATES_FROM, [spaceId, bookingId, occurrenceId]);
    return rows.map(({ id }) => id);
  }
}

/** The dates that would be booked. */
const askedOf = (judged: readonly JudgedSpan[], roomIds: readonly string[]) =>
  judged.filter(({ reasons }) => reasons.length === 0).map(({ span }) => ({ ...span, roomIds }));
