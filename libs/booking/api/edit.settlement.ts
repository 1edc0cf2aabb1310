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
import { type Conflict, type EditRun, type MovedDate, type Settled, type SettledDate, readerOf, wantedOf } from './edit.run';
import { type JudgedSpan, isRefused, override, withoutNames } from './judgement';
import { judgeQuotas } from './quotas/quota.books';
import { Refusals, type Wanted } from './refusals';
import { refuseNeedless } from './substitution';

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
    const seek = async (dates: readonly (PlannedDate | MovedDate)[]): Promise<MovedDate[]> => {
      const moved: MovedDate[] = [];
      for (const [roomIds, ones] of Map.groupBy(dates, (date) => date.roomIds.join())) {
        const wanted = wantedOf(run, ones, roomIds.split(','));
        meet({ wanted, facts: run.facts, isElsewhere: ones.some(isElsewhere) });
        const taken = await this.take(run, ones, { ...wanted, ...(book && { book }) });
        book &&= withTaken(book, taken.dates);
        settled.push(...taken.dates);
        moved.push(...taken.moved);
        for (const code of taken.overridden) overridden.add(code);
      }
      return moved;
    };
    // Those that go elsewhere take what the others leave.
    await seek(await seek(changing.filter(({ span }) => span !== null)));
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

  private async take(run: EditRun, asked: readonly (PlannedDate | MovedDate)[], wanted: Wanted): Promise<Taken> {
    const { tx, asking, booking, edit, facts, now } = run;
    const reader = readerOf(run);
    // What changes was freed before, so here the booking's other dates are in the way like anybody's.
    const found = await this.refusals.judgeAll(reader, { ...wanted, except: {} }, facts, now, tx);
    const admitted = found.flatMap((one, index) => admit(run, wanted, one, asked[index]));
    const counted = wanted.book ? judgeQuotas(wanted.book, idsOf(wanted), admitted) : admitted;
    const { judged: all, codes } = edit.overrideReason ? override(counted) : { judged: counted, codes: [] };
    const { dates, judged, moved } = apart(run, asked, all, wanted);
    const isStopped = judged.some((one) => isRefused(one) && (one.rooms || !one.wasSkipped));
    const mayLose = edit.onRefused === 'skip' && !isOnly(run, dates);
    if (isStopped && !mayLose) throw await this.refusals.refusal(reader, wanted, judged, [], now);
    const settled = dates.map((date, index): SettledDate => {
      const found = withoutNames(judged[index]?.reasons ?? []);
      const reasons = found.length > 0 && isElsewhere(date) ? date.ownReasons : found;
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
    const rows = allocationsFor(kept, wanted.rooms, wanted);
    await allocate(tx, { spaceId: asking.space.id, bookingId: booking.id, rows, judgedBy: facts });
    return { dates: settled, overridden: codes, moved };
  }
}

type Taken = Settled & { moved: MovedDate[] };

const isElsewhere = (date: PlannedDate | MovedDate): date is MovedDate => 'isElsewhere' in date;

/** The dates that stay where they were asked for, and those that go elsewhere because they are refused there. */
function apart({ edit, asking }: EditRun, asked: readonly (PlannedDate | MovedDate)[], judged: readonly JudgedSpan[], { rooms }: Wanted) {
  const pairs = asked.flatMap((date, index) => {
    const one = judged[index];
    return one ? [{ date, one: { ...one, wasSkipped: date.wasSkipped, ...(isElsewhere(date) && { rooms }) } }] : [];
  });
  const needless = pairs.filter(({ date, one }) => date.instead && !isRefused(one)).map(({ date }) => date.recurrenceId);
  refuseNeedless(edit, needless, asking.space.zone);
  const here = pairs.filter(({ date }) => !date.instead);
  const moved = pairs.flatMap(({ date: { instead, ...date }, one }): MovedDate[] =>
    instead ? [{ ...date, roomIds: instead, isElsewhere: true, ownReasons: withoutNames(one.reasons) }] : [],
  );
  return { dates: here.map(({ date }) => date), judged: here.map(({ one }) => one), moved };
}

const idsOf = ({ rooms }: Wanted) => rooms.map(({ id }) => id);

const inOrder = <One extends { start: Date }>(dates: readonly One[]): One[] =>
  dates.toSorted((a, b) => a.start.getTime() - b.start.getTime());
