import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Preview,
  type PreviewDraft,
  type RoomFacts,
  type Span,
  type Verdict,
  periodsOf,
  priceOf,
  pricedFor,
  rateOf,
  usesFor,
} from '@bota/booking/domain';
import { Clock, refuse } from '@bota/shared/api';
import { type Actor, can } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import type { Facts } from './facts.queries';
import { type Granted, grantedTo, keptPrice } from './granted';
import { type JudgedSpan, isRefused, verdictOf } from './judgement';
import { type Kept, editedSeries, keptDates, ownRoomIds } from './kept.dates';
import { Preparation } from './preparation';
import { judgePreview } from './preview.judging';
import { readBook } from './quotas/quota.books';
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
    const series = await editedSeries(this.db, actor, space.id, draft);
    const prepared = await this.preparation.prepare(actor, space, draft, now, ownRoomIds(series));
    const { schedule, days, leftOut, facts, rooms, wanted: asks, standing, instead } = prepared;
    if (actor.personId === null && schedule.spans.length * rooms.length > MOST_FOR_VISITORS) refuse('recurrence/too-many');
    const kept = keptDates(series, schedule, days);
    const except = { bookingId: draft.bookingId, occurrenceIds: await this.changedDates(space.id, draft) };
    const wanted: Wanted = { ...asks, spans: spansWith(kept, schedule.spans), except };
    const reader = { space, person: { ...actor, isResident: facts.readerIsResident } };
    const book = await this.bookFor(actor, space, draft, { facts, wanted, now });
    if (book) wanted.book = book;
    // What is changed is not asked for: rooms that the coordination has to grant are for a request.
    const mayAsk = !draft.bookingId && standing.stage !== 'confirmed';
    const question = { db: this.db, reader, draft, wanted, facts, granted, kept, instead, book, mayAsk, now };
    const { dates, offers } = await judgePreview(this.refusals, question);
    const all = dates.map((one) => ({ ...one, reasons: [...schedule.reasons, ...one.reasons] }));
    const priceIn = this.pricesFor(space, draft, { facts, granted });
    const prices = all.map((one) => priceIn(one, one.rooms ?? rooms));
    const cents = sumOf(all.flatMap((one, index) => (isRefused(one) ? [] : [prices[index] ?? 0])));
    const [first] = all;
    const priced = pricedFor(first?.rooms ?? rooms, { ...facts, forOutsiders: draft.forOutsiders, zone: space.zone });
    return {
      price: first && sumOf(prices.map((one) => one ?? 0)) > 0 ? { ...rateOf(first.span, priced), cents } : null,
      leftOut,
      occurrences: all.map((one, index) => ({
        ...verdictOf(one, now),
        ...(prices[index] !== undefined && { priceCents: prices[index] }),
        ...elsewhereOf(offers.get(one.span.wall), (others) => (priceIn(one, others) ?? 0) - (priceIn(one, rooms) ?? 0)),
      })),
      alternatives: all.some(isRefused) && schedule.reasons.length === 0 ? await this.refusals.near(reader, wanted, now) : [],
      needsApproval: standing.needsApproval,
      holdUntil: standing.mayHoldUntil?.toISOString() ?? null,
      quotas: book
        ? usesFor(book, askedOf(all, rooms), ({ per }) => [...new Set(all.flatMap(({ span }) => periodsOf(per, span, space.zone)))])
        : [],
    };
  }

  /** What a date costs in rooms; undefined before it is known in whose name. */
  private pricesFor(
    space: SpaceEntity,
    { organisationId, forOutsiders }: PreviewDraft,
    { facts, granted }: { facts: Facts; granted: Granted },
  ) {
    const about = { ...facts, forOutsiders, zone: space.zone };
    return ({ span }: JudgedSpan, rooms: RoomFacts[]): number | undefined => {
      if (!organisationId) return undefined;
      const roomIds = rooms.map(({ id }) => id);
      return keptPrice(granted, span, { organisationId, roomIds }) ?? priceOf(span, pricedFor(rooms, about));
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
const askedOf = (judged: readonly JudgedSpan[], asked: readonly RoomFacts[]) =>
  judged.filter((one) => !isRefused(one)).map(({ span, rooms = asked }) => ({ ...span, roomIds: rooms.map(({ id }) => id) }));

/** The dates of the rule as an edit leaves them. */
function spansWith(kept: ReadonlyMap<string, Kept>, spans: Span[]): Span[] {
  const standing = spans.filter(({ wall }) => !kept.get(wall)?.isGone);
  return (standing.length > 0 ? standing : spans).map((span) => kept.get(span.wall)?.span ?? span);
}

/** The rooms it may have instead, with what these would cost more or less. */
function elsewhereOf(offers: readonly RoomFacts[][] | undefined, differenceIn: (rooms: RoomFacts[]) => number): Pick<Verdict, 'elsewhere'> {
  if (!offers) return {};
  const elsewhere = offers.map((others) => ({ roomIds: others.map(({ id }) => id), differenceCents: differenceIn(others) }));
  return { elsewhere: elsewhere.map(({ differenceCents, ...one }) => ({ ...one, ...(differenceCents !== 0 && { differenceCents }) })) };
}
