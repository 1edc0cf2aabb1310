export type RoomName = 'a' | 'b' | 'studio';
/** A date as it was or is to be: from an hour on, on a day of March. */
export type Place = { room: RoomName; day: number; from: number; hours: number };
/** `wall`: the day that the rule gives it; `isApart`: it was moved alone; `isElsewhere`: it has a room of its own. */
export type Dated = Place & { wall: number; status: 'confirmed' | 'skipped' | 'cancelled'; isApart?: boolean; isElsewhere?: boolean };
/** `start` and `from`: the day and hour of its first date by the rule; `retries`: skipped dates are booked once they are free. */
export type Chain = { id: string; start: number; from: number; room: RoomName; retries: boolean; dates: Dated[] };
export type OnRefused = 'refuse' | 'skip';

/** Hours that who books series may have in the week. */
export const QUOTA_HOURS = 14;

const stands = ({ status }: Dated): boolean => status === 'confirmed';
const isOpen = ({ status }: Dated): boolean => status !== 'cancelled';
export const isGone = ({ dates }: Chain): boolean => !dates.some(isOpen);
const meets = (one: Place, other: Place): boolean =>
  one.room === other.room && one.day === other.day && one.from < other.from + other.hours && other.from < one.from + one.hours;

/** Who has which date of which series, and who is in their way. */
export class SeriesModel {
  chains: Chain[] = [];
  others: (Place & { id: string })[] = [];

  private held = (but: readonly Dated[]): Dated[] =>
    this.chains.flatMap(({ dates }) => dates).filter((one) => stands(one) && !but.includes(one));
  isFree = (place: Place, but: readonly Dated[] = []): boolean =>
    !this.others.some((one) => meets(one, place)) && !this.held(but).some((one) => meets(one, place));
  hours = (but: readonly Dated[] = []): number => this.held(but).reduce((sum, { hours }) => sum + hours, 0);

  /** Whether a skipped date would have its time. */
  isAwaited = (place: Place): boolean =>
    this.chains.flatMap(({ dates }) => dates).some((one) => one.status === 'skipped' && meets(one, place));

  /** Which of some dates can be, one after the other: free, and within the quota with those before. */
  private pass(places: readonly Place[], but: readonly Dated[] = []): boolean[] {
    let sum = this.hours(but);
    return places.map((place) => {
      const isYes = this.isFree(place, but) && sum + place.hours <= QUOTA_HOURS;
      if (isYes) sum += place.hours;
      return isYes;
    });
  }

  /** The dates of a new series, and which of them are sent elsewhere because their room refuses them; null: it is refused. */
  asks(places: readonly Place[], onRefused: OnRefused, elsewhere: RoomName | null): { sent: number[]; dates: Dated[] | null } {
    const own = this.pass(places);
    const isSent = (index: number) => !own[index] && elsewhere !== null && elsewhere !== places[index]?.room;
    const asked = places.map((place, index) => (isSent(index) ? { ...place, room: elsewhere as RoomName } : place));
    const can = this.pass(asked);
    const sent = places.flatMap(({ day }, index) => (isSent(index) ? [day] : []));
    const isRefused = onRefused === 'refuse' ? can.includes(false) : !can.includes(true);
    const dates = places.map((place, index): Dated => {
      const to = can[index] ? (asked[index] as Place) : place;
      return { ...to, wall: place.day, status: can[index] ? 'confirmed' : 'skipped', isElsewhere: to !== place };
    });
    return { sent, dates: isRefused ? null : dates };
  }

  /** Dates from a day on, or all: those that were moved alone stay. Null: refused. */
  retimes({ dates }: Chain, from: number, onRefused: OnRefused, since = 0): (() => void) | null {
    const moving = dates.filter((one) => isOpen(one) && !one.isApart && one.wall >= since);
    const groups = [...Map.groupBy(moving, ({ room }) => room).values()].flat();
    const places = groups.map((one) => ({ ...one, day: one.wall, from }));
    const can = this.pass(places, moving);
    const lost = groups.filter((one, index) => stands(one) && !can[index]);
    const isAllLost = groups.some(stands) && lost.length === groups.filter(stands).length;
    const mayLose = onRefused === 'skip' && moving.length > 1;
    if (lost.length > 0 && (!mayLose || isAllLost)) return null;
    return () => groups.forEach((one, index) => Object.assign(one, places[index], { status: can[index] ? 'confirmed' : 'skipped' }));
  }

  /** What was skipped is booked where that was wished and it can be now, the oldest first. */
  retry(): void {
    for (const { dates, retries, room } of this.chains)
      for (const one of dates.toSorted((before, after) => before.day - after.day || before.from - after.from))
        if (retries && one.status === 'skipped' && this.pass([{ ...one, room }])[0]) Object.assign(one, { status: 'confirmed', room });
  }
}
