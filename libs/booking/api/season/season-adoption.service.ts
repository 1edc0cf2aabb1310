import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  BookingDraft,
  type SeasonBooked,
  type SeasonResult,
  type SeasonRound,
  type SeasonSlot,
  datesOf,
  wallsOn,
  whyNotAdopt,
} from '@bota/booking/domain';
import { Chronicler, Clock, Refusal } from '@bota/shared/api';
import { dateOf, readTime } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import type { Asking } from '../asking';
import { BookingsService } from '../bookings.service';
import { Expiry } from '../requests/expiry';
import { SeasonRoundsService, refuseSeason } from './season-rounds.service';
import { SeasonNotices } from './season.notices';
import { publishedOf } from './season.plan.queries';
import { type RoundRow, type WishRow, wishesOf } from './season.queries';

/** How far ahead and how shortly before one books is for members, and how much; what is held back is held back for this. */
const SET_ASIDE = ['HORIZON', 'LEAD_TIME', 'SEASON_ROUND', 'QUOTA_EXCEEDED'] as const;
/** What a booking may be refused for and the others still be made; it stands in the report. */
const REPORTED = [
  'booking/refused',
  'booking/all-refused',
  'booking/organisation-not-resident',
  'booking/unknown-room',
  'booking/uid-exists',
];

/** Makes the published plan bookings: all in one transaction, each known by its UID, so that adopting again books nothing twice. */
@Injectable()
export class SeasonAdoptionService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly rounds: SeasonRoundsService,
    private readonly notices: SeasonNotices,
    private readonly bookings: BookingsService,
    private readonly chronicler: Chronicler,
    private readonly expiry: Expiry,
  ) {}

  /** Somebody who books one of the dates at the same moment costs another try, with that date skipped. */
  async adopt(asking: Asking, id: string): Promise<SeasonRound> {
    return this.expiry.persevere(asking.space.id, async () => {
      const adopted = await this.rounds.step(asking, id, undefined, (tx, round) => this.within(tx, asking, round));
      this.chronicler.nudge();
      return adopted;
    });
  }

  private async within(tx: EntityManager, asking: Asking, round: RoundRow) {
    const { space } = asking;
    const now = this.clock.now();
    const published = await publishedOf(tx, space.id, round.id);
    const [{ waiting } = { waiting: 0 }] = await tx.query<{ waiting: number }[]>(WAITING, [space.id, round.id]);
    const left = { appeals: waiting, ties: published?.plan.ties.length ?? 0 };
    refuseSeason(whyNotAdopt(round.state, round, dateOf(now, space.zone), left));
    const wishes = await wishesOf(tx, space.id, round.id);
    const report: SeasonBooked[] = [];
    const results = published?.plan.results ?? [];
    const units = await unitsOf(tx, space.id, round.roomIds);
    for (const { result, slot } of inOrderOfUnits(results, units)) {
      const wish = wishes.find((one) => one.id === result.wishId);
      if (wish) report.push(await this.book(tx, asking, { round, wish, slot, now }));
    }
    const place = ({ wishId }: SeasonBooked) => results.findIndex((one) => one.wishId === wishId);
    report.sort((one, other) => place(one) - place(other));
    await tx.query(ADOPT, [space.id, round.id, now, JSON.stringify(report)]);
    const booked = new Set(report.flatMap(({ wishId, bookingId }) => (bookingId ? [wishId] : [])));
    await this.notices.adopted(tx, { ...asking, round }, booked);
    const dates = report.reduce((sum, one) => sum + one.dates, 0);
    return { kind: 'season.adopted', after: { bookings: report.filter(({ bookingId }) => bookingId).length, dates } };
  }

  private async book(tx: EntityManager, asking: Asking, { round, wish, slot, now }: Gift): Promise<SeasonBooked> {
    const draft = draftOf(asking.space, { round, wish, slot, now });
    if (!draft) return { wishId: wish.id, bookingId: null, dates: 0, skipped: [], refusal: 'booking/no-dates' };
    try {
      const booking = await this.bookings.within(tx, { now: () => now }).create({ ...asking, setAside: SET_ASIDE }, draft);
      await tx.query(HAND_OVER, [asking.space.id, booking.id, wish.id, wish.filedBy, wish.organisationId]);
      const skipped = booking.occurrences
        .filter(({ status }) => status === 'skipped')
        .map(({ start, reasons }) => ({ start, codes: [...new Set(reasons.map(({ code }) => code))] }));
      return { wishId: wish.id, bookingId: booking.id, dates: booking.occurrences.length - skipped.length, skipped, refusal: null };
    } catch (error) {
      if (!(error instanceof Refusal) || !REPORTED.includes(error.code)) throw error;
      return { wishId: wish.id, bookingId: null, dates: 0, skipped: [], refusal: error.code };
    }
  }
}

/** As everywhere rooms are taken: by their units, then by time. Who books several of them meanwhile waits for this, or this for them. */
function inOrderOfUnits(results: readonly SeasonResult[], units: ReadonlyMap<string, string>) {
  const granted = results.flatMap((result) => (result.slot ? [{ result, slot: result.slot }] : []));
  const place = ({ slot }: { slot: SeasonSlot }) => `${units.get(slot.roomId) ?? ''} ${slot.weekday} ${slot.start}`;
  return granted.sort((one, other) => (place(one) < place(other) ? -1 : 1));
}

/** The units of each room, in their order, as one text. */
async function unitsOf(tx: EntityManager, spaceId: string, roomIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ roomId: string; units: string }[]>(UNITS, [spaceId, roomIds]);
  return new Map(rows.map(({ roomId, units }) => [roomId, units]));
}

type Gift = { round: RoundRow; wish: WishRow; slot: SeasonSlot; now: Date };

/** The weekly series of a place, in wall time until the last day; dates that are past at adoption are left out. Null without any date. */
function draftOf({ zone }: SpaceEntity, { round, wish, slot, now }: Gift): BookingDraft | null {
  const dates = datesOf(slot.weekday, round).filter((date) => readTime(wallsOn(date, slot).start, zone).instant > now);
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return null;
  // Until a day rather than a moment: the series may still be moved within it.
  const until = wallsOn(last, slot).start.slice(0, 10).replaceAll('-', '');
  return BookingDraft.parse({
    ...{ title: wish.title, organisationId: wish.organisationId, attendees: wish.attendees },
    ...{ roomIds: [slot.roomId], ...wallsOn(first, slot), onRefused: 'skip', retrySkipped: true },
    recurrence: { rrule: `FREQ=WEEKLY;UNTIL=${until}` },
    uid: `season-${round.id}-${wish.id}@bota75`,
  });
}

const UNITS = `
  SELECT room_id AS "roomId", string_agg(unit_id::text, ' ' ORDER BY unit_id) AS units FROM room_unit
  WHERE space_id = $1 AND room_id = ANY($2::uuid[]) GROUP BY room_id`;
const WAITING = 'SELECT count(*)::int AS waiting FROM season_appeal WHERE space_id = $1 AND round_id = $2 AND answered_at IS NULL';
const ADOPT = 'UPDATE season_round SET adopted_at = $3, report = $4::jsonb WHERE space_id = $1 AND id = $2';
// The booking is of who wished, as long as they belong to the organisation; else of who adopted.
const HAND_OVER = `
  WITH wish AS (UPDATE season_wish SET booking_id = $2 WHERE space_id = $1 AND id = $3)
  UPDATE booking SET booked_by = $4 WHERE space_id = $1 AND id = $2
    AND EXISTS (SELECT FROM membership WHERE organisation_id = $5 AND person_id = $4)`;
