import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Preview, type PreviewDraft, priceOf, rateOf } from '@bota/booking/domain';
import { Clock, refuse } from '@bota/shared/api';
import type { Actor } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { grantedTo, keepGranted, keptPrice } from './granted';
import { override, verdictOf } from './judgement';
import { Preparation } from './preparation';
import { Refusals } from './refusals';
import { DATES_FROM } from './series.queries';

/** Dates × rooms that somebody who is not signed in may ask about at once. */
const MOST_FOR_VISITORS = 200;

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
  async preview(actor: Actor, space: SpaceEntity, draft: PreviewDraft): Promise<Preview> {
    const now = this.clock.now();
    const { schedule, leftOut, facts, rooms, wanted: asks, standing } = await this.preparation.prepare(actor, space, draft, now);
    if (actor.personId === null && schedule.spans.length * rooms.length > MOST_FOR_VISITORS) refuse('recurrence/too-many');
    const except = { bookingId: draft.bookingId, occurrenceIds: await this.changedDates(space.id, draft) };
    const wanted = { ...asks, except };
    const asked = { space, person: { ...actor, isResident: facts.readerIsResident } };
    const granted = await grantedTo(this.db, actor, space.id, draft);
    const found = keepGranted(await this.refusals.judgeAll(asked, wanted, facts, now), granted);
    const judged = draft.overrideReason ? override(found).judged : found;
    const all = judged.map(({ span, reasons }) => ({ span, reasons: [...schedule.reasons, ...reasons] }));
    const isRefused = all.some(({ reasons }) => reasons.length > 0);
    const priced = { rooms, stays: facts.stays, zone: space.zone };
    // Before it is known in whose name, nobody can say what it costs.
    const inName = { organisationId: draft.organisationId, roomIds: rooms.map(({ id }) => id) };
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
      alternatives: isRefused && schedule.reasons.length === 0 ? await this.refusals.near(asked, wanted, now) : [],
      needsApproval: standing.needsApproval,
      holdUntil: standing.mayHoldUntil?.toISOString() ?? null,
    };
  }

  /** The dates of an edited booking that are no conflict with themselves; undefined: all of them. */
  private async changedDates(spaceId: string, { bookingId, occurrenceId, scope }: PreviewDraft): Promise<string[] | undefined> {
    if (!bookingId || !occurrenceId || scope === 'all') return undefined;
    if (scope !== 'following') return [occurrenceId];
    const rows = await this.db.query<{ id: string }[]>(DATES_FROM, [spaceId, bookingId, occurrenceId]);
    return rows.map(({ id }) => id);
  }
}
