import { Injectable } from '@nestjs/common';
import { type Span, gapWithin, overlapsItself } from '@bota/booking/domain';
import { newId } from '@bota/shared/api';
import type { ReasonCode } from '@bota/shared/domain';
import { allocate, allocationsFor } from './allocations';
import { admit } from './edit.admission';
import { bookOf, priceAfter, withTaken } from './edit.cost';
import { givenUpLate, isOnly, refuseLossOfAll } from './edit.losses';
import { overfullDates } from './edit.overfull';
import type { PlannedDate } from './edit.plan';
import { DATES_UPSERT, FREE_DATES, RENUMBER_AT_THE_END } from './edit.queries';
import { asItStands, dateRow } from './edit.rows';
import { type Conflict, type EditRun, type Settled, type SettledDate, readerOf, wantedOf } from './edit.run';
import { override, withoutNames } from './judgement';
import { judgeQuotas } from './quotas/quota.books';
import { Refusals, type Wanted } from './refusals';

/** Gives the dates of an edit their new times and rooms. */
@Injectable()
export class EditSettlement {
  constructor(private readonly refusals: Refusals) {}

  /** Frees what moves, judges it, takes the new times: all of them, or none unless dates may be skipped. */
  async settle(run: EditRun, meet: (conflict: Conflict) => void): Promise<Settled> {
    const { tx, asking, booking, plan } = run;
    const changing = plan.dates.filter(({ changes }) => changes);
    const ids = changing.map(({ id }) => id).filter((id) => id !== null);
    let book = await bookOf(run, changing);
    if (ids.length > 0) await tx.query(FREE_DATES, [asking.space.id, ids]);
    if (plan.schedule) await tx.query(RENUMBER_AT_THE_END);
    const overfull = await overfullDates(run, this.refusals);
    const settled: SettledDate[] = [...overfull];
    const overridden = new Set<ReasonCode>(overfull.length > 0 ? ['OVER_CAPACITY'] : []);
    const moving = changing.filter(({ span }) => span !== null);
    for (const [roomIds, dates] of Map.groupBy(moving, (date) => date.roomIds.join())) {
      const wanted = wantedOf(run, dates, roomIds.split(','));
      meet({ wanted, facts: run.facts });
      const taken = await this.take(run, dates, { ...wanted, ...(book && { book }) });
      book &&= withTaken(book, taken.dates);
      settled.push(...taken.dates);
      for (const code of taken.overridden) overridden.add(code);
    }
    refuseLossOfAll(run, settled.slice(overfull.length));
    const known = new Set(overfull.map(({ id }) => id));
    const others = plan.dates.filter((date) => !date.changes || date.span === null).map(asItStands);
    settled.push(...others.filter(({ id }) => !known.has(id)));
    const late = await givenUpLate(run, settled);
    await tx.query(DATES_UPSERT, [
      asking.space.id,
      booking.id,
      JSON.stringify(settled.map((date) => ({ ...dateRow(date, run), ...late(date) }))),
    ]);
    return { dates: settled, overridden: [...overridden] };
  }

  private async take(run: EditRun, dates: PlannedDate[], wanted: Wanted): Promise<Settled> {
    const { tx, asking, booking, edit, facts, now } = run;
    const reader = readerOf(run);
    // What changes was freed before, so here the booking's other dates are in the way like anybody's.
    const found = await this.refusals.judgeAll(reader, { ...wanted, except: {} }, facts, now, tx);
    const admitted = found.flatMap((one, index) => admit(run, wanted, one, dates[index]));
    const counted = wanted.book ? judgeQuotas(wanted.book, idsOf(wanted), admitted) : admitted;
    const { judged, codes } = edit.overrideReason ? override(counted) : { judged: counted, codes: [] };
    const isRefused = judged.some(({ reasons }, index) => reasons.length > 0 && !dates[index]?.wasSkipped);
    const mayLose = edit.onRefused === 'skip' && !isOnly(run, dates);
    if (isRefused && !mayLose) throw await this.refusals.refusal(reader, wanted, judged, [], now);
    const settled = dates.map((date, index): SettledDate => {
      const reasons = withoutNames(judged[index]?.reasons ?? []);
      const status = reasons.length > 0 ? 'skipped' : 'confirmed';
      const own = { id: date.id ?? newId(), reasons, status, overridden: judged[index]?.overridden ?? [] } as const;
      return { ...date, ...own, priceCents: status === 'skipped' ? null : priceAfter(run, wanted, date) };
    });
    // New dates come before the allocations that refer to them.
    const added = settled.filter((_, index) => dates[index]?.id === null);
    if (added.length > 0)
      await tx.query(DATES_UPSERT, [asking.space.id, booking.id, JSON.stringify(added.map((date) => dateRow(date, run)))]);
    const kept = settled.filter(({ status }) => status === 'confirmed').map(({ id, span }) => ({ id, ...(span as Span) }));
    if (overlapsItself(inOrder(kept), gapWithin(wanted.rooms, wanted)))
      throw await this.refusals.refusal(reader, wanted, judged, [{ code: 'OVERLAPS_ITSELF' }], now);
    await allocate(tx, asking.space.id, booking.id, allocationsFor(kept, wanted.rooms, wanted));
    return { dates: settled, overridden: codes };
  }
}

const idsOf = ({ rooms }: Wanted) => rooms.map(({ id }) => id);

const inOrder = <One extends { start: Date }>(dates: readonly One[]): One[] =>
  dates.toSorted((a, b) => a.start.getTime() - b.start.getTime());
