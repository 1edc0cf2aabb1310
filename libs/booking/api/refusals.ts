import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type Asker,
  type ClosureFacts,
  type Preparing,
  type QuotaBook,
  type RoomFacts,
  type Span,
  type Taken,
  alternativesFor,
  fittingRooms,
  lengthOf,
  otherDaysFor,
  otherRoomsFor,
  priceOf,
  pricedFor,
} from '@bota/booking/domain';
import { actorOf } from '@bota/people/api';
import { type RefusalCode, Refusal } from '@bota/shared/api';
import {
  type Alternative,
  NOBODY,
  type Reason,
  type ReasonCode,
  addDays,
  addMinutes,
  dateOf,
  extentOf,
  startOfDay,
} from '@bota/shared/domain';
import type { ClosureChange } from '@bota/spaces/api';
import type { Asking } from './asking';
import type { BookingRead } from './booking.view';
import { holdBook, judgeQuotas } from './quotas/quota.books';
import { type Facts, type Queryable, factsFor, roomsAsked } from './facts.queries';
import { type JudgedSpan, askerOf, isRefused, judge, reasonsOf, wantedBy, without } from './judgement';
import { houseFor } from './near.queries';
import { groundsOf, roomsElsewhere } from './other.rooms';
import { takenIn } from './taken.queries';

export type Wanted = Preparing & {
  spans: Span[];
  rooms: RoomFacts[];
  attendees?: number;
  /** What the organisation has of its quotas; offers keep to it. */
  book?: QuotaBook;
  /** Who asks; absent, the house itself. */
  asker?: Asker;
  except?: { bookingId?: string; occurrenceIds?: readonly string[] };
  /** A closure that is not made yet. */
  closing?: Closing;
  /** What will be taken too, before that is written. */
  besides?: readonly Taken[];
};
type Closing = Pick<ClosureChange, 'roomIds' | 'startsAt' | 'endsAt'>;

const DAYS_AFTER = 7;
const MOST_NEAR = 3;
/** Dates of a series, and rooms, that are looked at for another place. */
const [MOST_SPANS, MOST_ROOMS] = [120, 6];
/** Two other times, and more rooms than a refusal offers: where many dates go at once, they want the same. */
const MOST_BESIDE = 6;

export type Asked = Pick<Asking, 'space'> & { person: Parameters<typeof takenIn>[1]['reader'] };
/** `aside`: rules that are not asked again, or were set aside. */
type Kept = Pick<Asking, 'space'> & { booking: BookingRead; spans: Span[]; aside?: readonly ReasonCode[] };
type KeptJudgement = { judged: JudgedSpan[]; wanted: Wanted; facts: Facts; priceOf: (span: Span) => number };

/** Explains: judges dates against everything that is booked, and looks for what is near. */
@Injectable()
export class Refusals {
  constructor(@Inject(DataSource) private readonly db: Queryable) {}

  /** Each date judged by the rules of its rooms and by what takes them. */
  async judgeAll({ space, person }: Asked, wanted: Wanted, facts: Facts, now: Date, db: Queryable = this.db): Promise<JudgedSpan[]> {
    const unitIds = [...new Set(wanted.rooms.flatMap((room) => room.unitIds))];
    const taken = await takenIn(db, { spaceId: space.id, unitIds, ...windowOf(wanted.spans), reader: person, now, except: wanted.except });
    return judge(wanted.spans, { ...wanted, closures: facts.closures, taken, zone: space.zone, now });
  }

  /** Dates of a booking there is, that nobody asks for now: judged as if who booked did. */
  async judgeKept(tx: EntityManager, { space, booking, spans, aside = [] }: Kept, now: Date): Promise<KeptJudgement> {
    const { roomIds, organisationId } = booking;
    const about = { spaceId: space.id, zone: space.zone, roomIds, organisationId, actor: NOBODY, now };
    const facts = await factsFor(tx, { ...about, ...windowOf(spans) });
    const quotas = booking.forOutsiders ? [] : facts.quotas;
    const rooms = roomsAsked(facts, booking.roomIds);
    const booker = (await actorOf(tx, booking.bookedBy)) ?? NOBODY;
    const wanted = { ...wantedBy(booking, rooms, spans), asker: { ...askerOf(booker, space.id, organisationId), stays: facts.stays } };
    const account = { spaceId: space.id, zone: space.zone, organisationId, quotas, now };
    // Before what is taken is looked at: everybody holds periods first, then rooms.
    const book = quotas.length > 0 ? await holdBook(tx, account, spans) : null;
    const alone = await this.judgeAll({ space, person: { ...NOBODY, isResident: false } }, wanted, facts, now, tx);
    // What may be set aside takes of the quota like the rest.
    const found = without(alone, aside);
    const isUnlimited = aside.includes('QUOTA_EXCEEDED');
    const judged = book && !isUnlimited ? judgeQuotas(book, roomIds, found) : found;
    const priced = pricedFor(rooms, { ...booking, stays: facts.stays, zone: space.zone });
    return { judged, wanted, facts, priceOf: (span) => priceOf(span, priced) };
  }

  /**
   * Up to three offers near: for one date from the whole house that day, else on the days after; for a series another room for all of it.
   * A booking there is does not move to what the coordination has to grant.
   */
  async near(asked: Asked, wanted: Wanted, now: Date): Promise<Alternative[]> {
    const [span] = wanted.spans;
    if (!span) return [];
    if (wanted.spans.length > 1) return this.nearSeries(asked, wanted, now);
    const sameDay = await this.nearOn(asked, wanted, span, now);
    return sameDay.length > 0 ? sameDay : this.nearAfter(asked, wanted, span, now);
  }

  /** For a date that a closure meets: other rooms and times of its day, then the days after it and after the closure. */
  async beside(asked: Asked, wanted: Wanted & { closing: Closing }, now: Date): Promise<Alternative[]> {
    const [span] = wanted.spans;
    return span ? [...(await this.nearOn(asked, wanted, span, now)), ...(await this.nearAfter(asked, wanted, span, now))] : [];
  }

  private async nearOn({ space, person }: Asked, wanted: Wanted, span: Span, now: Date): Promise<Alternative[]> {
    const day = dateOf(span.start, space.zone);
    const stretches = [{ start: startOfDay(day, space.zone), end: lastEnd(addDays(day, 1), space.zone, { ...wanted, span }) }];
    const about = { spaceId: space.id, zone: space.zone, actor: person, now, stretches };
    const { facts: house, taken } = await houseFor(this.db, wanted, about);
    const candidates = house.rooms.filter(({ bookable }) => bookable);
    const closures = [...house.closures, ...closedBy(wanted.closing, house.rooms)];
    const ask = { ...groundsOf(wanted), span, closures, taken: withBesides(taken, wanted), zone: space.zone, now, candidates };
    return alternativesFor(ask, wanted.closing && MOST_BESIDE);
  }

  /** The same rooms at the same time on the days after, and after the closure. */
  private async nearAfter({ space, person }: Asked, wanted: Wanted, span: Span, now: Date): Promise<Alternative[]> {
    const last = Math.max(span.start.getTime(), now.getTime(), (wanted.closing?.endsAt.getTime() ?? 0) - 1);
    const day = dateOf(new Date(last), space.zone);
    const days = Array.from({ length: DAYS_AFTER }, (_, index) => addDays(day, index + 1));
    const window = {
      from: startOfDay(addDays(day, 1), space.zone),
      to: lastEnd(addDays(day, DAYS_AFTER + 1), space.zone, { ...wanted, span }),
    };
    const roomIds = wanted.rooms.map(({ id }) => id);
    const facts = await factsFor(this.db, { spaceId: space.id, zone: space.zone, roomIds, actor: person, now, ...window });
    const unitIds = [...new Set(facts.rooms.flatMap((room) => room.unitIds))];
    const taken = await takenIn(this.db, { spaceId: space.id, unitIds, ...window, reader: person, now, except: wanted.except });
    const rooms = roomsAsked(facts, roomIds);
    const grounds = { ...groundsOf(wanted), rooms, span, closures: facts.closures, taken: withBesides(taken, wanted) };
    const ask = { ...grounds, zone: space.zone, now, candidates: [] };
    return otherDaysFor(ask, days);
  }

  /** Another room for every date: the few that fit best are looked at, of a series that is not too long. */
  private async nearSeries({ space, person }: Asked, wanted: Wanted, now: Date): Promise<Alternative[]> {
    const { spans } = wanted;
    if (spans.length > MOST_SPANS || wanted.rooms.length > 1) return [];
    const { facts: house, taken } = await houseFor(this.db, wanted, {
      spaceId: space.id,
      zone: space.zone,
      actor: person,
      now,
      stretches: spans,
    });
    const bookable = house.rooms.filter((room) => room.bookable);
    const candidates = fittingRooms({ ...wanted, candidates: bookable }).slice(0, MOST_ROOMS);
    const [span] = spans as [Span];
    const ask = { ...groundsOf(wanted), span, closures: house.closures, taken, zone: space.zone, now, candidates };
    return spans.some(({ start }) => start < now) ? [] : otherRoomsFor(spans, ask);
  }

  /** Of dates that were to take other rooms and cannot: which are free on these, one for each date first. */
  private async nearElsewhere(asked: Asked, wanted: Wanted, spans: Span[], now: Date): Promise<Alternative[]> {
    const refused = spans.map((span) => ({ span }));
    const free = await roomsElsewhere(this.db, asked, { wanted, refused, mayAsk: false, now });
    const offers = spans.map(({ wall, start, end }) =>
      (free.get(wall) ?? []).map((rooms) => ({
        ...{ roomIds: rooms.map(({ id }) => id), start: start.toISOString(), end: end.toISOString() },
      })),
    );
    return [...offers.flatMap(([best]) => best ?? []), ...offers.flatMap(([, ...more]) => more)].slice(0, MOST_NEAR);
  }

  /** The refusal for judged dates, with what is near. */
  async refusal(asked: Asked, wanted: Wanted, judged: readonly JudgedSpan[], extra: Reason[], now: Date): Promise<Refusal> {
    const reasons = [...extra, ...reasonsOf(judged)];
    const code: RefusalCode = 'booking/refused';
    // When the time itself is impossible, nothing near it helps.
    if (extra.length > 0) return new Refusal(code, { reasons, alternatives: [] });
    const lost = judged.filter((one) => one.rooms && isRefused(one)).map(({ span }) => span);
    const alternatives = lost.length > 0 ? await this.nearElsewhere(asked, wanted, lost, now) : await this.near(asked, wanted, now);
    return new Refusal(code, { reasons, alternatives });
  }
}

/** When an offer ends at the latest that starts before a day does. */
const lastEnd = (day: string, zone: string, offer: Parameters<typeof lengthOf>[0]): Date =>
  addMinutes(startOfDay(day, zone), lengthOf(offer));

const withBesides = (taken: readonly Taken[], { besides = [] }: Wanted): Taken[] => [...taken, ...besides];

const closedBy = (closing: Closing | undefined, rooms: readonly RoomFacts[]): ClosureFacts[] => {
  if (!closing) return [];
  const { roomIds, startsAt: start, endsAt: end } = closing;
  if (roomIds.length === 0) return [{ roomId: null, start, end }];
  return rooms.filter(({ id }) => roomIds.includes(id)).map(({ id, unitIds }) => ({ roomId: id, unitIds, start, end }));
};

const windowOf = (spans: readonly Span[]) => extentOf(spans.flatMap(({ start, end }) => [start, end]));
