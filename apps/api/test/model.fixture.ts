import { type Changing, type Modelled, type RoomName, type Slot, booked, changed, meets } from './acts.fixture';

/** Hours that each organisation may book in a week: what it has, holds or asks for. */
export const QUOTA_HOURS = 6;
const HOUR = 3_600_000;
const [NEAREST, LEAST, MOST] = [HOUR / 2, HOUR / 4, 24 * HOUR];

export type Whose = 'racines' | 'voisins';
/**
 * `until`: when a hold is over; `between`: hours that others keep before and after it; `came`: somebody said so; `kept`: hours until it was released;
 * `version`: how often it was made or changed.
 */
export type Known = Modelled & { whose: Whose; until?: number; between: number; came?: boolean; kept?: number; version: number };
export type Entry = { id: string; slot: Slot; whose: Whose; isWaiting: boolean };

/** The house in a few lines: who has which hour of which unit, who waits for which, and what time it is. */
export class Model {
  bookings: Known[] = [];
  entries: Entry[] = [];
  /** Hours between two bookings, as the rooms ask for now; the whole asks for what its parts do. */
  readonly between: Record<RoomName, number> = { a: 0, b: 0, hall: 0, chapel: 0 };

  constructor(
    public now: number,
    private readonly startOf: (slot: Slot) => number,
  ) {}

  betweenIn = (room: RoomName): number => Math.max(this.between[room], ...(room === 'hall' ? [this.between.a, this.between.b] : []));
  isOver = (one: Known): boolean => one.state === 'held' && (one.until ?? 0) <= this.now;
  takes = (one: Known): boolean => one.state === 'confirmed' || one.state === 'no_show' || (one.state === 'held' && !this.isOver(one));
  counts = (one: Known): boolean => !['cancelled', 'declined', 'expired'].includes(one.state) && !this.isOver(one);

  isFree = (slot: Slot, but?: Known): boolean =>
    this.bookings.every(
      (one) => one === but || !this.takes(one) || !meets(taken(one), slot, Math.max(one.between, this.betweenIn(slot.room))),
    );

  isWithin = (slot: Slot, whose: Whose, but?: Known): boolean =>
    this.bookings
      .filter((one) => one !== but && one.whose === whose && this.counts(one))
      .reduce((sum, { hours }) => sum + hours, slot.hours) <= QUOTA_HOURS;

  mayBook = (slot: Slot, whose: Whose): boolean => this.isFree(slot) && this.isWithin(slot, whose);
  mayWait = (slot: Slot, whose: Whose): boolean =>
    !this.isFree(slot) &&
    this.isWithin(slot, whose) &&
    !this.entries.some((one) => one.isWaiting && one.whose === whose && isSame(one.slot, slot));

  book(id: string, how: 'book' | 'hold', slot: Slot, whose: Whose, until?: number): Known {
    const known: Known = {
      ...booked(id, { do: how, slot }),
      whose,
      between: this.betweenIn(slot.room),
      version: 1,
      ...(until && { until }),
    };
    this.bookings.push(known);
    return known;
  }

  may(known: Known, act: Changing): boolean {
    if (act.do === 'cancel') return this.counts(known);
    if (act.do === 'confirm') return known.state === 'held' && !this.isOver(known) && this.isFree(known, known);
    if (act.do === 'move')
      return (
        known.state === 'confirmed' &&
        (isSame(known, act.slot) || (this.isFree(act.slot, known) && this.isWithin(act.slot, known.whose, known)))
      );
    return known.state === 'requested' && (act.do === 'decline' || this.isFree(known));
  }

  /** The one that is accepted declines those who asked for its time. What takes its room anew keeps the hours that are asked for now. */
  does(known: Known, act: Changing): void {
    const isRival = (one: Known) => act.do === 'accept' && one.state === 'requested' && meets(one, known);
    const rivals = this.bookings.filter((one) => one !== known && isRival(one));
    const stays = act.do === 'move' && isSame(known, act.slot);
    become(known, changed(known, act));
    if (!stays) known.between = this.betweenIn(known.room);
    for (const rival of rivals) become(rival, { state: 'declined' });
  }

  /** What is over by now ends: holds, and requests for a time that has begun. */
  expire(): void {
    for (const one of this.bookings)
      if (this.isOver(one) || (one.state === 'requested' && this.startOf(one) <= this.now)) become(one, { state: 'expired' });
  }

  /** Who waits, in turn, and what is offered to them: half of the time that is left, a day at most. */
  serve(): { entry: Entry; known: Known }[] {
    return this.entries.flatMap((entry) => {
      if (!entry.isWaiting) return [];
      const left = this.startOf(entry.slot) - this.now;
      if (left < NEAREST) entry.isWaiting = false;
      const offer = Math.min(left / 2, MOST);
      if (offer < LEAST || !this.mayBook(entry.slot, entry.whose)) return [];
      entry.isWaiting = false;
      return [{ entry, known: this.book('', 'hold', entry.slot, entry.whose, this.now + offer) }];
    });
  }

  /** To what began nobody has come: its room is free from now on, but for the hours that whoever comes next asks for. */
  release(): Known[] {
    const gone = this.bookings.filter(
      (one) => one.state === 'confirmed' && !one.came && this.startOf(one) < this.now && this.endOf(one) > this.now,
    );
    for (const one of gone) become(one, { state: 'no_show', kept: (this.now - this.startOf(one)) / HOUR, between: 0 });
    return gone;
  }

  endOf = (slot: Slot): number => this.startOf(slot) + slot.hours * HOUR;
}

/** A change, whoever makes it. */
export const become = (one: Known, next: Partial<Known>): Known => Object.assign(one, next, { version: one.version + 1 });
const taken = (one: Known): Slot => ({ ...one, hours: one.kept ?? one.hours });
export const isSame = (one: Slot, other: Slot): boolean =>
  one.room === other.room && one.day === other.day && one.from === other.from && one.hours === other.hours;
