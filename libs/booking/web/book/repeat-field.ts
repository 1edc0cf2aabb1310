import { Component, computed, inject, input, model } from '@angular/core';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { type ExclusionCalendar, sentenceOf } from '@bota/booking/domain';
import { addDays, inLanguage, weekdayOf } from '@bota/shared/domain';
import { capital, DayField, Formats, Texts } from '@bota/shared/ui';
import { ordinalOf, type Repeat, type RepeatBy, toRrule, waysOf } from './repeat';

const EVERY = ['none', 'day', 'week', 'month', 'year'] as const;
const MONDAY = '2024-01-01';
const WEEKS_AT_FIRST = 12;

/** Asks how a booking repeats, and says it back as a sentence. */
@Component({
  selector: 'b75-repeat-field',
  imports: [DayField, MatButtonToggleModule, MatFormFieldModule, MatIcon, MatInput, MatSelectModule],
  templateUrl: './repeat-field.html',
  styleUrl: './repeat-field.scss',
})
export class RepeatField {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  readonly value = model.required<Repeat>();
  /** Calendars whose days are left out, of those the house has. */
  readonly excludes = model<string[]>([]);
  readonly calendars = input<readonly ExclusionCalendar[]>([]);
  /** The first date: it fixes weekday, number and month. */
  readonly date = input.required<string>();
  readonly zone = input.required<string>();
  /** Texts of the fields that are wrong, by field. */
  readonly wrong = input<Partial<Record<'until' | 'count', string>>>({});

  /** A series that exists ends by being cancelled or by its last date. */
  readonly mayStop = input(true);

  protected readonly every = computed(() => EVERY.filter((one) => one !== 'none' || this.mayStop()));
  protected readonly weekdays = Array.from({ length: 7 }, (_, i) => i + 1);
  protected readonly ways = computed(() => waysOf(this.date(), this.value().every));
  protected readonly way = computed(() => (this.ways().includes(this.value().by) ? this.value().by : this.ways()[0]));
  protected readonly own = computed(() => weekdayOf(this.date()));
  protected readonly chosenDays = computed(() => [...new Set([...this.value().days, this.own()])]);
  protected readonly sentence = computed(() => {
    const { until, ends } = this.value();
    const isUnfinished = ends === 'until' && (!until || until < this.date());
    const rule = toRrule(isUnfinished ? { ...this.value(), ends: 'never' } : this.value(), this.date(), this.zone());
    const leftOut = this.calendars().filter(({ id }) => this.excludes().includes(id));
    const names = leftOut.map(({ name }) => name);
    return rule ? capital(sentenceOf(rule, this.texts.language(), this.zone(), names)) : '';
  });

  protected set(part: Partial<Repeat>): void {
    this.value.update((repeat) => ({ ...repeat, ...part }));
  }

  protected choose(every: Repeat['every']): void {
    const until = this.value().until || addDays(this.date(), 7 * WEEKS_AT_FIRST);
    // Once in four years is seldom what is meant.
    const isLeapDay = every === 'year' && this.date().endsWith('-02-29');
    this.set({ every, until, days: [], by: isLeapDay ? 'last-day' : 'number' });
  }

  protected setDays(days: number[]): void {
    this.set({ days: days.filter((day) => day !== this.own()) });
  }

  protected nameOf = ({ name }: ExclusionCalendar) => inLanguage(name, this.texts.language());

  protected number(event: Event): number {
    return Math.max(1, Math.trunc(Number((event.target as HTMLInputElement).value)) || 1);
  }

  protected dayName = (day: number, style: 'weekday' | 'weekdayLong') => this.formats.date(addDays(MONDAY, day - 1), style);

  protected wayText(by: RepeatBy): string {
    const date = this.date();
    const weekday = this.formats.date(date, 'weekdayLong');
    const values = {
      weekday,
      day: Number(date.slice(8)),
      nth: this.texts.t(`booking.repeat.ordinal.${ordinalOf(date)}`),
      date: this.formats.date(date, 'date'),
    };
    return this.texts.t(`booking.repeat.${this.value().every}By.${this.isRare(by) ? 'skip' : by}`, values);
  }

  /** A day of the month that not every month, or year, has. */
  private isRare(by: RepeatBy): boolean {
    const { every } = this.value();
    return by === 'number' && (every === 'month' ? Number(this.date().slice(8)) > 28 : this.date().endsWith('-02-29'));
  }
}
