import { Inject, Injectable, Optional } from '@nestjs/common';
import {
  type Books,
  type Charge,
  type ChargedResidency,
  type Closing,
  type DraftLine,
  type Fee,
  draftsOf,
  firstDayOf,
  lastDayOf,
  monthOf,
  sharersIn,
} from '@bota/residents/domain';
import { Clock } from '@bota/shared/api';
import { dateOf } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { CHARGES, CLOSING, FEES, RESIDENCIES, ROOM_MEASURES } from './charges.queries';
import { PRICED_BOOKINGS, type PricedBookings, type Reading, noPrices } from './priced-bookings';

/** A month that is not closed: lines by organisation, and who was there that month. */
export type Draft = { lines: Map<string, DraftLine[]>; present: Set<string> };

/** Counts open months, from what stands in the books now. */
@Injectable()
export class Bookkeeper {
  constructor(
    private readonly clock: Clock,
    @Optional() @Inject(PRICED_BOOKINGS) private readonly pricedBookings: PricedBookings = noPrices,
  ) {}

  today(space: Pick<SpaceEntity, 'zone'>): string {
    return dateOf(this.clock.now(), space.zone);
  }

  /** How far the house is; it begins this month when nothing was ever charged before. */
  async closing(tx: Reading, space: Pick<SpaceEntity, 'id' | 'zone'>): Promise<Closing> {
    const today = this.today(space);
    const [found] = (await tx.query(CLOSING, [space.id])) as [{ first: string | null; lastClosed: string | null }];
    const { first, lastClosed } = found;
    const priced = lastClosed ? [] : await this.pricedBookings(tx, { spaceId: space.id, from: '2000-01-01', to: today });
    const months = [monthOf(today), ...(first ? [first] : []), ...priced.map(({ on }) => monthOf(on))];
    return { first: months.toSorted()[0] ?? monthOf(today), lastClosed };
  }

  /** The drafts of consecutive months. */
  async drafts(tx: Reading, spaceId: string, months: readonly string[]): Promise<Map<string, Draft>> {
    const [first, last] = [months[0], months.at(-1)];
    if (first === undefined || last === undefined) return new Map();
    const books = await this.read(tx, { spaceId, from: firstDayOf(first), to: lastDayOf(last) });
    return new Map(months.map((month) => [month, draftIn(month, books)]));
  }

  private async read(tx: Reading, asked: { spaceId: string; from: string; to: string }): Promise<Books> {
    const { spaceId, from, to } = asked;
    // One connection answers one question at a time.
    const charges: Charge[] = await tx.query(CHARGES, [spaceId]);
    const residencies: ChargedResidency[] = await tx.query(RESIDENCIES, [spaceId, from, to]);
    const rooms: Books['rooms'] = await tx.query(ROOM_MEASURES, [spaceId]);
    const fees: Fee[] = await tx.query(FEES, [spaceId, from, to]);
    return { charges, residencies, rooms, fees, bookings: await this.pricedBookings(tx, asked) };
  }
}

function draftIn(month: string, books: Books): Draft {
  const ofMonth = ({ on }: { on: string }) => monthOf(on) === month;
  const lines = draftsOf(month, { ...books, fees: books.fees.filter(ofMonth), bookings: books.bookings.filter(ofMonth) });
  const present = new Set(sharersIn(month, books.residencies, books.rooms).map(({ organisationId }) => organisationId));
  return { lines, present };
}

/** One at a time in a house: closing a month, and whatever changes what a month is counted from. Bookings meanwhile go on. */
export const lockBooks = (tx: Reading, spaceId: string): Promise<unknown> =>
  tx.query('SELECT FROM space WHERE id = $1 FOR NO KEY UPDATE', [spaceId]);
