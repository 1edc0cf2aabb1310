import { Component, computed, inject, input, output } from '@angular/core';
import { type CalendarItem } from '@bota/booking/domain';
import { dateOf } from '@bota/shared/domain';
import { capital, Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import type { Dates } from '../bookings.client';
import type { AgendaQuery } from './agenda-query';
import { PhoneEvent } from './phone-event';

/** What is booked, day by day: what is over is no longer listed in the week that runs. */
@Component({
  selector: 'b75-agenda-phone-list',
  imports: [PhoneEvent],
  template: `@for (day of days(); track day.date) {
      <h2>{{ day.name }}</h2>
      @for (event of day.events; track event.occurrenceId) {
        <b75-phone-event [item]="event" [colour]="colour()" [namesRooms]="true" (opened)="opened.emit($event)" />
      }
    } @empty {
      <p class="none mut">{{ texts.t('booking.agenda.nothing') }}</p>
    }`,
  styleUrl: './agenda-phone.scss',
})
export class AgendaPhoneList {
  private readonly formats = inject(Formats);
  private readonly store = inject(SpaceStore);
  protected readonly texts = inject(Texts);
  readonly dates = input.required<Dates>();
  readonly items = input.required<readonly CalendarItem[]>();
  readonly isAsked = input<(item: CalendarItem) => boolean>(() => true);
  readonly now = input.required<Date>();
  readonly colour = input<AgendaQuery['colour']>('organisation');
  readonly opened = output<CalendarItem>();

  protected readonly days = computed(() => {
    const { from, to } = this.dates();
    const today = dateOf(this.now(), this.store.zone());
    const isRunning = from <= today && today < to;
    const shown = this.items()
      .filter((item) => this.isAsked()(item) && !(isRunning && new Date(item.end) <= this.now()))
      .map((item) => ({ item, date: this.dayOf(item, from) }))
      .filter(({ date }) => date < to)
      .sort((a, b) => a.item.start.localeCompare(b.item.start));
    return [...new Set(shown.map(({ date }) => date))].map((date) => ({
      date,
      name: capital(this.formats.date(date, 'long')),
      events: shown.filter((one) => one.date === date).map(({ item }) => item),
    }));
  });

  /** What began before is listed on the first day. */
  private dayOf({ start }: CalendarItem, from: string): string {
    const date = dateOf(new Date(start), this.store.zone());
    return date < from ? from : date;
  }
}
