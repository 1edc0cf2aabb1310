import { ApplicationRef, Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import type { CalendarItem } from '@bota/booking/domain';
import { dateOf } from '@bota/shared/domain';
import { capital, Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import type { Dates } from '../bookings.client';
import { AgendaWords } from './agenda-words';
import { EventDress } from './event-dress';

/** Whether the page is being printed: known before the paper is drawn, by the menu of the browser as by our button. */
export function printing() {
  const isPrinting = signal(matchMedia('print').matches);
  const app = inject(ApplicationRef);
  const watch = new AbortController();
  const set = (value: boolean) => {
    isPrinting.set(value);
    app.tick();
  };
  window.addEventListener('beforeprint', () => set(true), { signal: watch.signal });
  window.addEventListener('afterprint', () => set(false), { signal: watch.signal });
  matchMedia('print').addEventListener?.('change', ({ matches }) => set(matches), { signal: watch.signal });
  inject(DestroyRef).onDestroy(() => watch.abort());
  return isPrinting.asReadonly();
}

/** The agenda on paper: whose it is, which days, and day by day what is on where; nothing of the screen around it. */
@Component({
  selector: 'b75-agenda-print',
  template: `<header>
      <h1>{{ name() }}</h1>
      <p>{{ title() }}</p>
      <p class="when">{{ printedAt() }}</p>
    </header>
    @for (day of days(); track day.date) {
      <section>
        <h2>{{ day.name }}</h2>
        <table>
          <tbody>
            @for (line of day.lines; track line.id) {
              <tr>
                <td class="time">{{ line.time }}</td>
                <td>
                  <b>{{ line.title }}</b>
                </td>
                <td>{{ line.rooms }}</td>
                <td>
                  {{ line.who }}
                  @if (line.words) {
                    ({{ line.words }})
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </section>
    } @empty {
      <p>{{ texts.t('booking.print.nothing') }}</p>
    }`,
  styles: `
    :host {
      display: none;
      font-size: 10pt;
      color: black;
    }
    header {
      display: flex;
      flex-wrap: wrap;
      gap: 0 16pt;
      align-items: baseline;
      margin-bottom: 10pt;
      border-bottom: 1pt solid black;
      h1 {
        font-size: 16pt;
        line-height: 1.4;
      }
    }
    .when {
      margin-left: auto;
    }
    section {
      break-inside: avoid-page;
      margin-bottom: 10pt;
    }
    h2 {
      font-size: 11pt;
      line-height: 1.5;
      break-after: avoid;
    }
    table {
      width: 100%;
      border-collapse: collapse;
      table-layout: fixed;
    }
    tr {
      break-inside: avoid;
    }
    td {
      padding: 2pt 6pt 2pt 0;
      border-top: 0.5pt solid #999;
      vertical-align: top;
    }
    .time {
      width: 78pt;
      white-space: nowrap;
    }
    @media print {
      :host {
        display: block;
      }
    }
  `,
})
export class AgendaPrint {
  protected readonly store = inject(SpaceStore);
  protected readonly texts = inject(Texts);
  private readonly words = inject(AgendaWords);
  private readonly dress = inject(EventDress);
  private readonly formats = inject(Formats);
  readonly title = input.required<string>();
  readonly items = input.required<readonly CalendarItem[]>();
  readonly dates = input.required<Dates>();
  readonly now = input.required<Date>();

  protected readonly name = computed(() => (this.store.space.hasValue() ? this.store.space.value().name : ''));
  protected readonly printedAt = computed(() => {
    const zone = this.store.zone();
    const when = `${this.formats.day(this.now(), zone, 'dated')}, ${this.formats.time(this.now(), zone)}`;
    return this.texts.t('booking.print.at', { when });
  });
  protected readonly days = computed(() => {
    const days = new Map<string, CalendarItem[]>();
    for (const item of [...this.items()].sort((a, b) => a.start.localeCompare(b.start))) {
      // What began before stands on the first day.
      const began = dateOf(new Date(item.start), this.store.zone());
      const date = began < this.dates().from ? this.dates().from : began;
      days.set(date, [...(days.get(date) ?? []), item]);
    }
    return [...days].map(([date, items]) => ({
      date,
      name: capital(this.formats.date(date, 'full')),
      lines: items.map((one) => this.line(one)),
    }));
  });

  private line(item: CalendarItem) {
    return {
      id: item.occurrenceId,
      time: this.words.time(item),
      title: item.title ?? this.texts.t('booking.occupied'),
      rooms: this.words.rooms(item.roomIds),
      who: item.title === undefined ? this.texts.t('booking.private') : this.words.organisation(item),
      words: this.dress.words(item, 'organisation'),
    };
  }
}
