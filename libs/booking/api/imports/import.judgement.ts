import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ImportWish, ImportedEvent, PreviewDraft, QuotaBook, QuotaDate, RoomFacts, Span, Taken } from '@bota/booking/domain';
import { Clock, Refusal, isRetryable } from '@bota/shared/api';
import { wallOf } from '@bota/shared/domain';
import type { Asking } from '../asking';
import { type Facts } from '../facts.queries';
import { takenIn } from '../taken.queries';
import { grantedTo, keepGranted } from '../granted';
import { type JudgedSpan, judge, override, reasonsOf } from '../judgement';
import { Preparation } from '../preparation';
import { judgeQuotas, readBook } from '../quotas/quota.books';
import { isTaken } from '../taken';
import type { PlannedEvent } from './import.plan';

export const MOST_REASONS = 12;
/** By the events before: what they take, and the bookings whose place they gave up. */
type Before = { taken: Taken[]; counted: CountedDate[]; freed: Set<string> };
type CountedDate = QuotaDate & { organisationId?: string };
type Counted = { facts: Facts; spans: readonly Span[]; own?: { bookingId: string } };
type Ask = Pick<Asking, 'person' | 'space'> & { onRefused: ImportWish['onRefused']; organisationId?: string };

/** What an import would do: each event judged by what is booked, and by the events of the import before it. */
@Injectable()
export class ImportJudgement {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly preparation: Preparation,
  ) {}

  async judge(ask: Ask, planned: readonly PlannedEvent[]): Promise<ImportedEvent[]> {
    const before: Before = { taken: [], counted: [], freed: new Set() };
    const items: ImportedEvent[] = [];
    for (const one of planned) items.push(await this.one(ask, one, before));
    return items;
  }

  private async one(ask: Ask, planned: PlannedEvent, before: Before): Promise<ImportedEvent> {
    const item = itemOf(planned, ask.space.zone);
    if (planned.state === 'cancelled' && planned.known) before.freed.add(planned.known.bookingId);
    if (!planned.draft) return item;
    try {
      const { judged, rooms, organisationId } = await this.dates(ask, planned, before);
      const free = judged.filter(({ reasons }) => reasons.length === 0);
      const reasons = reasonsOf(judged, MOST_REASONS);
      const dates = { dates: free.length, conflicts: judged.length - free.length, reasons };
      if (isRefused(dates, ask.onRefused)) return { ...item, ...dates, dates: 0, state: 'refused' };
      before.counted.push(...free.map(({ span }) => ({ ...span, roomIds: rooms.map(({ id }) => id), organisationId })));
      before.taken.push(...free.flatMap(({ span }) => takenBy(planned.event.title, span, rooms)));
      if (planned.known) before.freed.add(planned.known.bookingId);
      return { ...item, ...dates };
    } catch (error) {
      return refusedBy(item, refusalOf(error));
    }
  }

  private async dates(ask: Ask, { draft, known }: PlannedEvent, before: Before) {
    const { person, space } = ask;
    const now = this.clock.now();
    // What is known stays in the name in which it was booked.
    const organisationId = known?.organisationId ?? ask.organisationId;
    const granted = await grantedTo(this.db, person, space.id, { bookingId: known?.bookingId });
    const { forOutsiders } = granted;
    const asked = { ...draft, roomIds: draft?.roomIds ?? [], organisationId, forOutsiders } as PreviewDraft;
    const { schedule, facts, rooms, wanted } = await this.preparation.prepare(person, space, asked, now);
    const unitIds = [...new Set(rooms.flatMap((room) => room.unitIds))];
    const from = schedule.spans[0]?.start ?? now;
    const to = schedule.spans.at(-1)?.end ?? now;
    const reader = { ...person, isResident: facts.readerIsResident };
    const except = known && { bookingId: known.bookingId };
    const taken = await takenIn(this.db, { spaceId: space.id, unitIds, from, to, reader, now, except });
    const left = taken.filter(({ by }) => !before.freed.has(by.bookingId ?? ''));
    const found = judge(schedule.spans, { ...wanted, closures: facts.closures, taken: [...left, ...before.taken], zone: space.zone, now });
    const book = await this.bookOf({ ...ask, organisationId }, { facts, spans: schedule.spans, own: except }, before);
    const roomIds = rooms.map(({ id }) => id);
    const admitted = keepGranted(found, granted, wanted);
    const counted = book ? judgeQuotas(book, roomIds, admitted) : admitted;
    const settled = draft?.overrideReason ? override(counted).judged : counted;
    const judged = settled.map((one): JudgedSpan => ({ ...one, reasons: [...schedule.reasons, ...one.reasons] }));
    return { judged, rooms, organisationId };
  }

  /** What the organisation has of its quotas, with what the events before take of them and give back. Null without any. */
  private async bookOf(
    { space, organisationId }: Ask,
    { facts, spans, own }: Counted,
    { counted, freed }: Before,
  ): Promise<QuotaBook | null> {
    if (!organisationId || facts.quotas.length === 0) return null;
    const now = this.clock.now();
    const book = await readBook(this.db, { spaceId: space.id, zone: space.zone, organisationId, quotas: facts.quotas, now, own }, spans);
    const others = book.others.filter(({ bookingId = '', start }) => !(freed.has(bookingId) && start > now));
    return { ...book, others: [...others, ...counted.filter((one) => one.organisationId === organisationId)] };
  }
}

/** Nothing of it is free, or not all of it is and that was asked. */
export const isRefused = ({ dates, conflicts }: Pick<ImportedEvent, 'dates' | 'conflicts'>, onRefused: ImportWish['onRefused']): boolean =>
  dates === 0 || (onRefused === 'refuse' && conflicts > 0);

const takenBy = (title: string, { start, end }: { start: Date; end: Date }, rooms: readonly RoomFacts[]): Taken[] =>
  rooms.flatMap(({ id: roomId, unitIds, rules }) =>
    unitIds.map((unitId) => ({ roomId, unitId, start, end, bufferMinutes: rules.bufferMinutes ?? 0, by: { title } })),
  );

/** The event as it is told before it is judged. */
export function itemOf({ event, state, problem, draft, known }: PlannedEvent, zone: string): ImportedEvent {
  const { uid, title, location, start, recurrence } = event;
  const isInstant = /(Z|[+-]\d{2}:\d{2})$/.test(start.slice(10));
  const wall = isInstant ? wallOf(new Date(start), zone) : start.slice(0, 16);
  const told = { uid, title: draft?.title ?? title, location, start: wall, isSeries: !!recurrence || !!known?.isSeries };
  return { ...told, state, dates: 0, conflicts: 0, reasons: [], ...(problem && { problem }) };
}

const logger = new Logger('calendar-imports');

/** Why an event is not booked, whatever went wrong with it: the others of its calendar are. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (isTaken(error) || isRetryable(error)) return new Refusal('busy');
  logger.error(`an event could not be imported: ${(error as Error).stack ?? error}`);
  return new Refusal('internal');
}

export const refusedBy = (item: ImportedEvent, { code, particulars }: Refusal): ImportedEvent => {
  const reasons = (particulars.reasons ?? []).slice(0, MOST_REASONS);
  // Several reasons may stand against one date, which is unnamed when there is but one.
  const conflicts = Math.max(1, new Set(reasons.map(({ start }) => start)).size);
  return { ...item, state: 'refused', dates: 0, conflicts, reasons, refusal: code };
};
