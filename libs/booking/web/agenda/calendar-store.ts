import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { Calendar, CalendarItem } from '@bota/booking/domain';
import { Session } from '@bota/people/web';
import { SpaceStore } from '@bota/spaces/web';
import { debounceTime, filter, switchMap, tap } from 'rxjs';
import { calendarResource, type Dates } from '../bookings.client';
import { Live, touches } from '../live';

const LIVE_PAUSE_MS = 150;
const WINDOWS_KEPT = 40;

/**
 * The calendar of the dates on screen: one request per window, the last known answer shown while it is asked again,
 * read again when somebody changes something in it. Provided by the page.
 */
@Injectable()
export class CalendarStore {
  private readonly space = inject(SpaceStore);
  private readonly session = inject(Session);
  private readonly live = inject(Live);
  readonly dates = signal<Dates | undefined>(undefined);
  private readonly resource = calendarResource(this.space.ref, this.dates);
  private readonly known = new Map<string, Calendar>();
  private readonly key = computed(() => [this.space.ref(), this.session.personId(), this.dates()?.from, this.dates()?.to].join(' '));
  private writes = 0;

  readonly calendar = computed<Calendar | undefined>(() => (this.resource.hasValue() ? this.resource.value() : this.known.get(this.key())));
  readonly items = computed<readonly CalendarItem[]>(() => this.calendar()?.items ?? []);
  readonly error = computed(() => (this.calendar() ? undefined : this.resource.error()));
  readonly isLoading = this.resource.isLoading;

  constructor() {
    effect(() => {
      if (!this.resource.hasValue()) return;
      this.known.set(untracked(this.key), this.resource.value());
      const [oldest] = this.known.keys();
      if (this.known.size > WINDOWS_KEPT && oldest !== undefined) this.known.delete(oldest);
    });
    toObservable(this.space.ref)
      .pipe(
        filter(Boolean),
        switchMap((space) => this.live.of(space)),
        tap((news) => typeof news === 'string' && this.space.reload()),
        filter((news) => {
          const dates = this.dates();
          return !!dates && touches(news, dates, this.space.zone());
        }),
        debounceTime(LIVE_PAUSE_MS),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.reload());
  }

  /** Asks again, unless a change made here is still on its way: then afterwards. */
  reload(): void {
    if (!this.writes) this.resource.reload();
  }

  /** Shows a change at once and makes it; when it is refused the calendar stands as before. */
  async optimistically<T>(change: (items: readonly CalendarItem[]) => CalendarItem[], write: () => Promise<T>): Promise<T> {
    const before = this.calendar();
    this.writes += 1;
    if (before) this.resource.set({ ...before, items: change(before.items) });
    try {
      return await write();
    } catch (error) {
      if (before && this.resource.hasValue()) this.resource.set(before);
      throw error;
    } finally {
      this.writes -= 1;
      this.reload();
    }
  }

  /** Shows occurrences that were just booked before the server is asked again. */
  add(items: readonly CalendarItem[]): void {
    const before = this.calendar();
    if (before) this.resource.set({ ...before, items: [...before.items, ...items] });
    this.reload();
  }
}
