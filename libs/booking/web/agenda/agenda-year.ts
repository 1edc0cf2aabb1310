import { afterRenderEffect, Component, computed, ElementRef, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { addDays, weekdayOf } from '@bota/shared/domain';
import { capital, Failure, Formats, lastKnown, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { daysResource } from './saved-views.client';

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
/** Shades from nothing to the busiest day of the year. */
const SHADES = 4;

/**
 * A year as twelve small months: how much is booked each day by shade, by number and in words; a day opens the agenda of it.
 * It opens where the present month is in sight.
 */
@Component({
  selector: 'b75-agenda-year',
  imports: [Failure, RouterLink, Skeleton],
  templateUrl: './agenda-year.html',
  styleUrl: './agenda-year.scss',
})
export class AgendaYear {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  readonly year = input.required<string>();
  readonly today = input.required<string>();
  /** Narrows what is counted, as a query. */
  readonly narrowed = input('');

  protected readonly resource = daysResource(
    this.space.ref,
    () => `from=${this.year()}-01-01&to=${Number(this.year()) + 1}-01-01${this.narrowed()}`,
  );
  private readonly known = lastKnown(this.resource);
  private readonly counts = computed(() => {
    const items = this.known()?.value.items;
    return items && new Map(items.map(({ date, bookings }) => [date, bookings]));
  });
  protected readonly most = computed(() => Math.max(0, ...(this.counts()?.values() ?? [])));
  protected readonly weekdays = computed(() =>
    Array.from({ length: 7 }, (_, index) => this.formats.date(addDays('2026-01-05', index), 'weekday').slice(0, 2)),
  );
  protected readonly months = computed(() => {
    const counts = this.counts();
    return counts && Array.from({ length: 12 }, (_, index) => this.month(`${this.year()}-${String(index + 1).padStart(2, '0')}`, counts));
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    let opened: string | null = null;
    afterRenderEffect(() => {
      if (!this.months() || opened === this.year()) return;
      opened = this.year();
      const present = host.querySelector('[data-present]');
      if (present && present.getBoundingClientRect().bottom > innerHeight) present.scrollIntoView({ block: 'center' });
    });
  }

  /** A month is one stop of the Tab key; within it arrows go by days and weeks, also into the next. */
  protected step(event: KeyboardEvent): void {
    const by = STEPS[event.key];
    const day = (event.target as HTMLElement).closest('.days a');
    if (!by || !day || event.altKey || event.ctrlKey || event.metaKey) return;
    const days = [...((event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.days a') ?? [])];
    event.preventDefault();
    days[days.indexOf(day as HTMLElement) + by]?.focus();
  }

  private month(month: string, counts: ReadonlyMap<string, number>) {
    const first = `${month}-01`;
    const days: string[] = [];
    for (let date = first; date.startsWith(month); date = addDays(date, 1)) days.push(date);
    const stop = days.includes(this.today()) ? this.today() : first;
    const total = days.reduce((sum, date) => sum + (counts.get(date) ?? 0), 0);
    return {
      first,
      name: capital(this.formats.month(first).replace(` ${this.year()}`, '')),
      total: total ? this.texts.count('booking.year.total', total) : '',
      offset: weekdayOf(first),
      isPresent: days.includes(this.today()),
      days: days.map((date) => ({ ...this.day(date, counts.get(date) ?? 0), isStop: date === stop })),
    };
  }

  private day(date: string, n: number) {
    const day = capital(this.formats.date(date, 'full'));
    return {
      date,
      n,
      number: Number(date.slice(8)),
      shade: n && Math.ceil((SHADES * n) / this.most()),
      label: n ? this.texts.count('booking.year.day', n, { day }) : this.texts.t('booking.year.none', { day }),
      isToday: date === this.today(),
    };
  }
}
