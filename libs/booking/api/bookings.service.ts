import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Booking, type BookingDraft, priceOf, pricedFor } from '@bota/booking/domain';
import { Chronicler, Clock, breaks, isRetryable, refuse } from '@bota/shared/api';
import { can } from '@bota/shared/domain';
import { allocationsFor } from './allocations';
import { type Asking, requestHash } from './asking';
import { type Judged, type Wish, hasQuota, judgeNew } from './booking.judging';
import { newBooking, newDates, viewOfNew } from './booking.new';
import { writeBooking } from './booking.write';
import type { Facts, Queryable } from './facts.queries';
import { isRefused, reasonsOf } from './judgement';
import { placed } from './own.crossings';
import { Participating } from './participants/participating';
import { Preparation } from './preparation';
import { Refusals } from './refusals';
import { Expiry } from './requests/expiry';
import { type RetryKey, answerTo } from './retry.key';
import { asOffered, blocksOn } from './standing';
import { refuseNeedless, refuseWrongSubstitutes } from './substitution';
import { isTaken } from './taken';

const TRIES = 4;
/** Of UIDs that the house gives itself; a calendar of ours that comes back has them too. */
const OUR_UIDS = '@bota75';
/** Written, or what stands against it: said once the transaction has let go of everything. */
type Outcome = { booking: Booking } | { isRefused: true };
/** `isNew`: not what the same request was answered before. */
type Booked = { booking: Booking; isNew: boolean };
type Database = Queryable & Pick<DataSource, 'transaction'>;

@Injectable()
export class BookingsService {
  constructor(
    @Inject(DataSource) private readonly db: Database,
    @Inject(Clock) private readonly clock: Pick<Clock, 'now'>,
    @Inject(Chronicler) private readonly chronicler: Pick<Chronicler, 'nudge'>,
    private readonly preparation: Preparation,
    private readonly refusals: Refusals,
    @Inject(Expiry) private readonly expiry: Pick<Expiry, 'expire'>,
    @Inject(Participating) private readonly participating: Pick<Participating, 'admit' | 'counting'>,
  ) {}

  /** The same rules and writes inside the caller's transaction, at the caller's time, announced by nobody before its end. */
  within(tx: Database, clock: Pick<Clock, 'now'>): BookingsService {
    const chronicler = { nudge: () => undefined };
    return new BookingsService(tx, clock, chronicler, new Preparation(tx), new Refusals(tx), { expire: async () => 0 }, this.participating);
  }

  /** Books all dates, or says why not; the same key again gives the same answer. */
  async create(asking: Asking, draft: BookingDraft, key?: string): Promise<Booking> {
    if (!can(asking.person, 'booking:create', { spaceId: asking.space.id, organisationId: draft.organisationId }))
      refuse('booking/not-your-organisation');
    if (draft.uid?.endsWith(OUR_UIDS) && !can(asking.person, 'booking:override', { spaceId: asking.space.id }))
      refuse('invalid-input', { errors: [{ path: 'uid', message: `ends with ${OUR_UIDS}, which the house gives` }] });
    const retry = key === undefined ? undefined : { key, hash: requestHash([asking.space.id, draft]) };
    if (!draft.participants?.length) return (await this.trying(asking, draft, retry)).booking;
    // Whom it invites is counted once, however often the same is asked.
    const known = retry && (await answerTo<Booking>(this.db, asking.person, retry));
    if (known) return known;
    const participants = await this.participating.admit(asking, draft.participants);
    const inviting = { ...draft, participants };
    const work = () => this.trying(asking, inviting, retry);
    return (await this.participating.counting(draft.organisationId, participants.length, work, ({ isNew }) => isNew)).booking;
  }

  private async trying(asking: Asking, draft: BookingDraft, retry?: RetryKey): Promise<Booked> {
    for (let tries = 1; tries <= TRIES; tries++) {
      const booked = await this.attempt(asking, draft, retry);
      if (booked) return booked;
    }
    return refuse('busy');
  }

  /** One attempt; null when what stood in the way was gone when we looked, so it is worth trying again. */
  private async attempt(asking: Asking, draft: BookingDraft, retry?: RetryKey): Promise<Booked | null> {
    const now = this.clock.now();
    const found = await this.preparation.prepare(asking.person, asking.space, { ...draft, forOutsiders: asking.isForOutsiders }, now);
    const prepared = { ...found, standing: asOffered(found.standing, asking.offeredUntil) };
    this.refuseStranger(asking, prepared.facts);
    refuseWrongSubstitutes(draft, draft.recurrence ? prepared.schedule.spans.map(({ wall }) => wall) : [], asking.space.zone);
    const wish = { asking, draft, retry, prepared, now };
    try {
      const outcome = hasQuota(wish) ? await this.db.transaction((tx) => this.decide(tx, wish)) : await this.decide(this.db, wish);
      if ('isRefused' in outcome) return (await this.answeredBefore(wish)) ?? (await this.refuseWith(wish));
      this.chronicler.nudge();
      return { booking: outcome.booking, isNew: true };
    } catch (error) {
      return this.explain(error, wish);
    }
  }

  private async decide(db: Queryable, wish: Wish): Promise<Outcome> {
    const { draft, prepared } = wish;
    // By the rules alone, which is all that a happy path needs: the database judges what is taken, for whom it keeps the rooms.
    const whole = draft.onRefused === 'skip' || !prepared.standing.blocking || prepared.instead.size > 0;
    const judged = await judgeNew(this.refusals, wish, { db, whole, holds: true });
    const { dates, needless } = judged;
    const refused = dates.filter(isRefused);
    const mustStop = draft.onRefused === 'refuse' ? refused.length > 0 : refused.length === dates.length;
    const isRefusal = mustStop || needless.length > 0 || prepared.schedule.reasons.length > 0;
    return isRefusal ? { isRefused: true } : { booking: await this.write(db, wish, judged) };
  }

  private async write(db: Queryable, { asking, draft, prepared, retry, now }: Wish, { dates, overridden }: Judged): Promise<Booking> {
    const { facts, rooms, wanted, standing } = prepared;
    const booking = newBooking(asking, draft, prepared, overridden, now);
    const about = { ...facts, ...booking, zone: asking.space.zone };
    const status = standing.stage === 'confirmed' ? 'confirmed' : 'requested';
    const occurrences = newDates(dates, { status, priceOf: ({ span, rooms: own }) => priceOf(span, pricedFor(own ?? rooms, about)) });
    const kept = occurrences
      .filter(({ status }) => status !== 'skipped')
      .map((one) => ({ id: one.id, start: one.starts_at, end: one.ends_at, rooms: one.rooms }));
    const answer = viewOfNew(asking, booking, occurrences, facts, now);
    const { title, roomIds, startsAt, endsAt, rrule, visibility, overrideReason } = booking;
    const allocations = [...Map.groupBy(kept, (one) => one.rooms)].flatMap(([own, ones]) =>
      allocationsFor(ones, own ?? rooms, { ...placed({ rooms: own }, wanted), blocking: blocksOn(standing, own) }),
    );
    const elsewhere = kept.filter((one) => one.rooms).length;
    const rows = occurrences.map(({ rooms: _, ...row }) => row);
    await writeBooking(db, booking, rows, allocations, {
      requestId: asking.requestId,
      confirms: asking.confirms,
      judgedBy: facts,
      facts: { from: kept[0]?.start ?? startsAt, to: kept.at(-1)?.end ?? endsAt },
      after: {
        title,
        roomIds,
        startsAt,
        endsAt,
        rrule,
        visibility,
        dates: kept.length,
        ...(elsewhere > 0 && { elsewhere }),
        ...(overrideReason && { overridden, overrideReason }),
        // Whom it invites is not told to the log: it is never erased.
        ...(booking.participants.length > 0 && { participants: booking.participants.length }),
      },
      ...(retry && { key: { ...retry, answer } }),
    });
    return answer;
  }

  /** A failed write: the same request as before, somebody else's booking, or a real error. */
  private async explain(error: unknown, wish: Wish): Promise<Booked | null> {
    if (isTaken(error) || breaks(error, 'idempotency_key_once') || breaks(error, 'booking_uid_unique')) {
      const answered = await this.answeredBefore(wish);
      if (answered) return answered;
    }
    if (breaks(error, 'booking_uid_unique')) refuseUid();
    if (isRetryable(error)) return null;
    if (!isTaken(error)) throw error;
    // A hold that is over stands in nobody's way.
    const isEnded = (await this.expiry.expire(wish.asking.space.id)) > 0;
    if (isEnded || wish.draft.onRefused === 'skip') return null;
    return this.refuseWith(wish);
  }

  /** All that stands in the way is said, also what the rules alone do not know; null when nothing does any more. */
  private async refuseWith(wish: Wish): Promise<null> {
    const { asking, draft, prepared, now } = wish;
    const { dates: judged, needless } = await judgeNew(this.refusals, wish, { db: this.db, whole: true, holds: false });
    refuseNeedless(draft, needless, asking.space.zone);
    if (prepared.schedule.reasons.length === 0 && !judged.some(isRefused)) return null;
    const reader = { ...asking.person, isResident: prepared.facts.readerIsResident };
    const skipsAll = draft.onRefused === 'skip' && !!draft.recurrence && prepared.schedule.reasons.length === 0;
    if (skipsAll) refuse('booking/all-refused', { reasons: reasonsOf(judged) });
    throw await this.refusals.refusal({ ...asking, person: reader }, prepared.wanted, judged, prepared.schedule.reasons, now);
  }

  /** What the same key was answered before, if it was. A known UID is refused here, whatever else stands in the way. */
  private async answeredBefore({ asking, draft, retry }: Wish): Promise<Booked | null> {
    const booking = retry && (await answerTo<Booking>(this.db, asking.person, retry));
    if (booking) return { booking, isNew: false };
    const isKnown = 'SELECT FROM booking WHERE space_id = $1 AND uid = $2';
    if (draft.uid && (await this.db.query<unknown[]>(isKnown, [asking.space.id, draft.uid])).length > 0) refuseUid();
    return null;
  }

  private refuseStranger({ person, space }: Asking, facts: Facts): void {
    if (facts.isResident || (facts.wasResident && can(person, 'booking:create-past', { spaceId: space.id }))) return;
    refuse('booking/organisation-not-resident', { errors: [{ path: 'organisationId', message: 'not resident here on these dates' }] });
  }
}

const refuseUid = () => refuse('booking/uid-exists', { errors: [{ path: 'uid', message: 'already booked here' }] });
