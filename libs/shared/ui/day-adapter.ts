import { effect, inject, Injectable, InjectionToken, type Provider, untracked } from '@angular/core';
import { DateAdapter, MAT_DATE_FORMATS } from '@angular/material/core';
import { MatDatepickerIntl } from '@angular/material/datepicker';
import { addDays, dateOf, weekdayOf } from '@bota/shared/domain';
import { capital } from './capital';
import { DayLabels } from './day-labels';
import { readDay } from './day-reading';
import type { DayStyle } from './format';
import { Formats } from './formats';
import { Texts } from './texts';

const MONTHS = Array.from({ length: 12 }, (_, month) => month);
const INVALID = '';
/** The zone in which it is today. */
const ZONE = new InjectionToken<() => string>('zone of the house');

/** Civil dates `YYYY-MM-DD` of the house for Material's calendar: written as people here write them, weeks from Monday. */
@Injectable()
export class DayAdapter extends DateAdapter<string> {
  private readonly formats = inject(Formats);
  private readonly zone = inject(ZONE);

  constructor() {
    super();
    const texts = inject(Texts);
    effect(() => {
      const language = texts.language();
      untracked(() => this.setLocale(language));
    });
  }

  getYear = (date: string): number => Number(date.slice(0, 4));
  getMonth = (date: string): number => Number(date.slice(5, 7)) - 1;
  getDate = (date: string): number => Number(date.slice(8, 10));
  getDayOfWeek = (date: string): number => weekdayOf(date) % 7;
  getMonthNames = (style: string): string[] =>
    MONTHS.map((month) => this.formats.month(written(2026, month, 1), style === 'long' ? 'long' : 'short').replace(/\s*2026/, ''));
  getDateNames = (): string[] => Array.from({ length: 31 }, (_, i) => String(i + 1));
  /** From Sunday, as Material asks. 4 January 2026 is one. */
  getDayOfWeekNames = (): string[] => Array.from({ length: 7 }, (_, i) => this.formats.date(addDays('2026-01-04', i), 'weekday'));
  getYearName = (date: string): string => date.slice(0, 4);
  getFirstDayOfWeek = (): number => 1;
  getNumDaysInMonth = (date: string): number => daysIn(this.getYear(date), this.getMonth(date));
  clone = (date: string): string => date;
  createDate = written;
  today = (): string => dateOf(new Date(), this.zone());
  parse = (text: unknown): string | null => (typeof text === 'string' && text.trim() ? (readDay(text, this.today()) ?? INVALID) : null);
  format = (date: string, style: DayStyle | 'month'): string =>
    style === 'month' ? capital(this.formats.month(date)) : this.dayWords(date, style);
  addCalendarYears = (date: string, years: number): string => this.addCalendarMonths(date, 12 * years);
  addCalendarDays = (date: string, days: number): string => addDays(date, days);
  toIso8601 = (date: string): string => date;
  isDateInstance = (value: unknown): boolean => typeof value === 'string';
  isValid = (date: string): boolean => date !== INVALID;
  invalid = (): string => INVALID;

  /** A day of another year says it instead of its weekday. */
  private dayWords(date: string, style: DayStyle): string {
    const year = date.slice(0, 4);
    if (style === 'full' || year === this.today().slice(0, 4)) return this.formats.date(date, style);
    return `${this.formats.date(date, 'dayMonth')} ${year}`;
  }

  /** A month without that day ends on its last one. */
  addCalendarMonths(date: string, months: number): string {
    const all = this.getYear(date) * 12 + this.getMonth(date) + months;
    const [year, month] = [Math.floor(all / 12), all % 12];
    return written(year, month, Math.min(this.getDate(date), daysIn(year, month)));
  }
}

function written(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

const FORMATS = {
  parse: { dateInput: null },
  display: { dateInput: 'short', monthYearLabel: 'month', dateA11yLabel: 'full', monthYearA11yLabel: 'month' },
};

/** For components with a date field, in the zone of the house: `provideDays(() => inject(SpaceStore).zone)`. */
export const provideDays = (zone: () => () => string): Provider[] => [
  { provide: ZONE, useFactory: zone },
  { provide: DateAdapter, useClass: DayAdapter },
  { provide: MAT_DATE_FORMATS, useValue: FORMATS },
  { provide: MatDatepickerIntl, useClass: DayLabels },
];
