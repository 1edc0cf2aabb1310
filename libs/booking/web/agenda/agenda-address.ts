import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { SpaceStore } from '@bota/spaces/web';
import { nextHour } from '../book/clock';
import { agendaClock } from './agenda-clock';
import { type AgendaQuery, datesOf, readQuery, stepDate, type View, writeQuery } from './agenda-query';
import { width } from './width';

export const ON_PHONE: readonly View[] = ['day', 'list', 'year'];

/** What the address of the agenda asks, and going elsewhere in it. Provided by the page. */
@Injectable()
export class AgendaAddress {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly store = inject(SpaceStore);
  readonly width = width();
  readonly clock = agendaClock();
  readonly params = toSignal<Record<string, string | undefined>>(this.route.queryParams, { requireSync: true });

  /** On a phone the agenda is the list of a day by rooms, of a week by days, or a year. `room` of the address belongs to a wish, `only` is the one room looked at. */
  readonly query = computed<AgendaQuery>(() => {
    const query = readQuery({ ...this.params(), room: this.params()['only'] }, this.clock.today());
    return this.width().isPhone && !query.asTable && !ON_PHONE.includes(query.view) ? { ...query, view: 'day' } : query;
  });
  /** A year is counted by the server; of its bookings only the day is read. */
  readonly dates = computed(() => datesOf(this.query().view === 'year' ? 'day' : this.query().view, this.query().date), {
    equal: (a, b) => a.from === b.from && a.to === b.to,
  });

  go(change: Partial<AgendaQuery>): void {
    const { room, ...rest } = writeQuery({ ...this.query(), ...change }, this.clock.today());
    this.set({ ...rest, only: room ?? null });
  }

  step(by: 1 | -1): void {
    this.go({ date: stepDate(this.query().view, this.query().date, by) });
  }

  /** The agenda as these parameters say and no others, on the day that is looked at. */
  show(params: Record<string, string>, replaceUrl = false): void {
    const none = Object.fromEntries(Object.keys({ ...writeQuery(this.query(), ''), only: '' }).map((key) => [key, null]));
    const { date } = this.query();
    this.set({ ...none, date: date === this.clock.today() ? null : date, ...params }, replaceUrl);
  }

  /** Other parameters: null takes one away. */
  set(queryParams: Record<string, string | null>, replaceUrl = false): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge', replaceUrl });
  }

  /** Ten o’clock on a coming day; today, or on a day that is past, the next full hour. */
  freeStart(date: string): string {
    return date > this.clock.today() ? `${date}T10:00` : nextHour(this.clock.now(), this.store.zone());
  }
}
