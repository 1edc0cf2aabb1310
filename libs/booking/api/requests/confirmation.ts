import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Asker, type Span, WHEN_ASKED, besides } from '@bota/booking/domain';
import { Clock, refuse } from '@bota/shared/api';
import type { SpaceEntity } from '@bota/spaces/api';
import type { Reason, ReasonCode, SignedIn } from '@bota/shared/domain';
import { allocate, allocationsFor } from '../allocations';
import { roomIdsOf, spanOf } from '../booking.spans';
import type { BookingRead, OccurrenceRead } from '../booking.view';
import { FREE_DATES } from '../edit.queries';
import { type Facts, factsFor, roomsAsked } from '../facts.queries';
import { override, wantedBy, withoutNames } from '../judgement';
import { placed } from '../own.crossings';
import { Refusals } from '../refusals';
import { judgeElsewhere } from '../substitution';
import { RELEASE, SETTLE } from './requests.queries';

export type Granted = { id: string; start: Date; end: Date };
/** The dates that are booked now, and the rules that were set aside for them. */
export type Confirmed = { granted: Granted[]; overridden: ReasonCode[] };
type Settled = { id: string; span: Span; reasons: Reason[]; overridden: readonly ReasonCode[] };
type Question = {
  person: SignedIn;
  space: SpaceEntity;
  booking: BookingRead;
  occurrences: readonly OccurrenceRead[];
  onRefused: 'refuse' | 'skip';
  /** The coordination sets aside the rules it may. */
  overrides?: boolean;
  /** Who asks now: who held it; the coordination decides on what others asked for. */
  asker?: Asker;
};

/** Makes what was asked or held a booking: its dates take their rooms now, judged anew by what has changed since. */
@Injectable()
export class Confirmation {
  constructor(
    private readonly clock: Clock,
    private readonly refusals: Refusals,
  ) {}

  /** The dates that are booked now. Refused when one cannot be, unless those are skipped; then when none can. */
  async confirm(tx: EntityManager, question: Question): Promise<Confirmed> {
    const { person, space, booking } = question;
    const waiting = question.occurrences.filter(({ status }) => status === 'requested');
    const spans = waiting.map(spanOf);
    const [now, from, to] = [this.clock.now(), spans[0]?.start ?? booking.startsAt, spans.at(-1)?.end ?? booking.endsAt];
    const roomIds = [...new Set([...booking.roomIds, ...waiting.flatMap((date) => roomIdsOf(date, booking))])];
    const asked = { spaceId: space.id, zone: space.zone, roomIds, organisationId: booking.organisationId };
    const facts = await factsFor(tx, { ...asked, actor: person, from, to, now });
    if (!facts.isResident) refuse('booking/organisation-not-resident');
    const rooms = roomsAsked(facts, booking.roomIds);
    const own = new Map(waiting.filter(({ ownRooms }) => ownRooms).map((date) => [date.id, roomsAsked(facts, roomIdsOf(date, booking))]));
    const { asker = { organisationIds: [booking.organisationId], isCoordinator: false } } = question;
    const wanted = { ...wantedBy(booking, rooms, spans), asker: { ...asker, stays: facts.stays } };
    const reader = { space, person: { ...person, isResident: true } };
    const except = { bookingId: booking.id };
    const grounds = { ...reader, facts, now, wanted: { ...wanted, except }, mayAsk: true };
    const moves = waiting.flatMap((date) => {
      const rooms = own.get(date.id);
      return rooms ? [{ span: spanOf(date), rooms }] : [];
    });
    const elsewhere = await judgeElsewhere(tx, moves, grounds);
    const ofAll = spans.length > 0 ? await this.refusals.judgeAll(reader, { ...wanted, except }, facts, now, tx) : [];
    const found = ofAll.map((one) => elsewhere.find(({ span }) => span.wall === one.span.wall) ?? one);
    // How far ahead it was asked for was judged then.
    const asks = found.map(({ span, reasons, rooms: others }, index) => {
      const overridden = waiting[index]?.overridden ?? [];
      return { span, rooms: others, overridden, reasons: [...past(span, now), ...besides(reasons, [...WHEN_ASKED, ...overridden])] };
    });
    const { judged, codes } = question.overrides ? override(asks) : { judged: asks, codes: [] };
    const free = judged.filter(({ reasons }) => reasons.length === 0).length;
    if (free === 0 || (question.onRefused === 'refuse' && free < judged.length))
      throw await this.refusals.refusal(reader, { ...wanted, except }, judged, [], now);
    const settled = waiting.map(({ id }, index): Settled => {
      const { reasons = [], overridden = [] } = judged[index] ?? {};
      return { id, span: spans[index] as Span, reasons, overridden };
    });
    const granted = await this.write(tx, { booking, facts }, settled, (dates) =>
      [...Map.groupBy(dates, ({ id }) => own.get(id))].flatMap(([others, ones]) =>
        allocationsFor(ones, others ?? rooms, placed({ rooms: others }, wanted)),
      ),
    );
    return { granted, overridden: codes };
  }

  /** Nothing of it will be: what it kept is free. */
  async release(tx: EntityManager, { spaceId, id }: Pick<BookingRead, 'spaceId' | 'id'>): Promise<void> {
    await tx.query(RELEASE, [spaceId, id]);
  }

  private async write(
    tx: EntityManager,
    { booking, facts }: { booking: BookingRead; facts: Facts },
    settled: readonly Settled[],
    allocationsOf: (dates: Granted[]) => ReturnType<typeof allocationsFor>,
  ): Promise<Granted[]> {
    const rows = settled.map(({ id, reasons, overridden }) => ({
      ...{ id, overridden },
      status: reasons.length > 0 ? 'skipped' : 'confirmed',
      reasons: withoutNames(reasons),
    }));
    await tx.query(SETTLE, [booking.spaceId, JSON.stringify(rows)]);
    await tx.query(FREE_DATES, [booking.spaceId, settled.map(({ id }) => id)]);
    const granted = settled.filter(({ reasons }) => reasons.length === 0).map(({ id, span }) => ({ id, start: span.start, end: span.end }));
    await allocate(tx, { spaceId: booking.spaceId, bookingId: booking.id, rows: allocationsOf(granted), judgedBy: facts });
    return granted;
  }
}

const past = ({ start }: Span, now: Date): Reason[] => (start <= now ? [{ code: 'IN_THE_PAST' }] : []);
