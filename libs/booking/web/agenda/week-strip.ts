import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats, Texts } from '@bota/shared/ui';
import { weekOf } from './agenda-query';

/** Seven days to choose from, the chosen one filled. */
@Component({
  selector: 'b75-week-strip',
  imports: [RouterLink],
  template: `<nav [attr.aria-label]="texts.t('booking.agenda.day')">
    @for (day of days(); track day.date) {
      <a
        routerLink="."
        [queryParams]="{ date: day.date === today() ? null : day.date }"
        queryParamsHandling="merge"
        [class.today]="day.date === today()"
        [attr.aria-current]="day.date === date() ? 'date' : null"
        >{{ day.name }}<b>{{ day.number }}</b
        ><span class="vh">{{ day.month }}</span></a
      >
    }
  </nav>`,
  styles: `
    nav {
      display: grid;
      grid-template-columns: repeat(7, minmax(0, 1fr));
      margin-bottom: 4px;
      text-align: center;
    }
    a {
      min-height: 44px;
      padding: 6px 0;
      border-radius: 12px;
      font: var(--mat-sys-label-medium);
      color: var(--mat-sys-on-surface-variant);
      text-decoration: none;
    }
    b {
      display: block;
      font: 600 18px/26px var(--b75-text);
      color: var(--mat-sys-on-surface);
    }
    .today b {
      color: var(--mat-sys-primary);
    }
    [aria-current] {
      background: var(--mat-sys-primary);
      color: var(--mat-sys-on-primary);
      b {
        color: inherit;
      }
    }
  `,
})
export class WeekStrip {
  private readonly formats = inject(Formats);
  protected readonly texts = inject(Texts);
  readonly date = input.required<string>();
  readonly today = input.required<string>();
  protected readonly days = computed(() =>
    weekOf(this.date()).map((date) => ({
      date,
      name: this.formats.date(date, 'weekday'),
      number: Number(date.slice(8)),
      month: this.formats.month(date),
    })),
  );
}
