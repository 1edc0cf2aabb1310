import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ImportWish, ImportedEvent, PreviewDraft, RoomFacts, Taken } from '@bota/booking/domain';
import { Clock, Refusal, isRetryable } from '@bota/shared/api';
import { wallOf } from '@bota/shared/domain';
import type { Asking } from '../asking';
import { takenIn } from '../facts.queries';
import { type JudgedSpan, judge, reasonsOf } from '../judgement';
import { Preparation } from '../preparation';
import { isTaken } from '../taken';
import type { PlannedEvent } from './import.plan';

export const MOST_REASONS = 12;
/** By the events before: what they take, and the bookings whose place they gave up. */
type Before = { taken: Taken[]; freed: Set<string> };
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
    const before: Before = { taken: [], freed: new Set() };
    const items: ImportedEvent[] = [];
    for (const one of planned) items.push(await this.one(ask, one, before));
    return items;
  }

  private async one(ask: Ask, planned: PlannedEvent, before: Before): Promise<ImportedEvent> {
    const item = itemOf(planned, ask.space.zone);
    if (planned.state === 'cancelled' && planned.known) before.freed.add(planned.known.bookingId);
    if (!planned.draft) return item;
    try {
      const { judged, rooms } = await this.dates(ask, planned, before);
      const free = judged.filter(({ reasons }) => reasons.length === 0);
      const reasons = reasonsOf(judged, MOST_REASONS);
      const dates = { dates: free.length, conflicts: judged.length - free.length, reasons };
      if (isRefused(dates, ask.onRefused)) return { ...item, ...dates, dates: 0, state: 'refused' };
      before.taken.push(...free.flatMap(({ span }) => takenBy(planned.event.title, span, rooms)));
      if (planned.known) before.freed.add(planned.known.bookingId);
      return { ...item, ...dates };
    } catch (error) {
      return refusedBy(item, refusalOf(error));
    }
  }

  private async dates({ person, space, organisationId }: Ask, { draft, known }: PlannedEvent, before: Before) {
    const now = this.clock.now();
    const asked = { ...draft, roomIds: draft?.roomIds ?? [], organisationId } as PreviewDraft;
    const { schedule, facts, rooms, wanted } = await this.preparation.prepare(person, space, asked, now);
    const unitIds = [...new Set(rooms.flatMap((room) => room.unitIds))];
    const from = schedule.spans[0]?.start ?? now;
    const to = schedule.spans.at(-1)?.end ?? now;
    const reader = { ...person, isResident: facts.readerIsResident };
    const except = known && { bookingId: known.bookingId };
    const taken = await takenIn(this.db, { spaceId: space.id, unitIds, from, to, reader, now, except });
    const left = taken.filter(({ by }) => !before.freed.has(by.bookingId ?? ''));
    const judged = judge(schedule.spans, { ...wanted, closures: facts.closures, taken: [...left, ...before.taken], zone: space.zone, now });
    return { judged: judged.map((one): JudgedSpan => ({ ...one, reasons: [...schedule.reasons, ...one.reasons] })), rooms };
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
export function itemOf({ event, state, problem, draft }: PlannedEvent, zone: string): ImportedEvent {
  const { uid, title, location, start, recurrence } = event;
  const isInstant = /(Z|[+-]\d{2}:\d{2})$/.test(start.slice(10));
  const wall = isInstant ? wallOf(new Date(start), zone) : start.slice(0, 16);
  const told = { uid, title: draft?.title ?? title, location, start: wall, isSeries: !!recurrence };
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
  return { ...item, state: 'refused', dates: 0, conflicts: Math.max(1, reasons.length), reasons, refusal: code };
};
