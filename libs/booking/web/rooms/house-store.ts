import { computed, effect, inject, Injectable, linkedSignal } from '@angular/core';
import { addDays, dateOf } from '@bota/shared/domain';
import { SpaceStore } from '@bota/spaces/web';
import { CalendarStore } from '../agenda/calendar-store';
import type { House } from './availability';
import { minutely } from './minutely';

/** The house as it stands: rooms, what is booked and closed on some days, and the present minute. Provided by the page with `CalendarStore`. */
@Injectable()
export class HouseStore {
  readonly space = inject(SpaceStore);
  private readonly calendar = inject(CalendarStore);
  readonly now = minutely();
  readonly today = computed(() => dateOf(this.now(), this.space.zone()));
  /** First civil date shown and how many; today alone unless the page asks for more. */
  readonly from = linkedSignal(() => this.today());
  readonly days = linkedSignal({ source: this.space.ref, computation: () => 1 });

  /** Undefined until both rooms and bookings are known; then the last known ones stay while they are read again. */
  readonly house = computed<House | undefined>(() => {
    const calendar = this.calendar.calendar();
    const rooms = this.space.rooms();
    if (!calendar || !this.space.roomList.hasValue()) return undefined;
    return { rooms, items: calendar.items, closures: calendar.closures, zone: this.space.zone() };
  });
  readonly error = computed(() => this.space.roomList.error() ?? this.calendar.error());

  constructor() {
    effect(() => this.calendar.dates.set({ from: this.from(), to: addDays(this.from(), this.days()) }));
  }

  reload(): void {
    if (this.space.roomList.error()) this.space.roomList.reload();
    this.calendar.reload();
  }
}
