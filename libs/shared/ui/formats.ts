import { computed, inject, Injectable } from '@angular/core';
import { clockInWords, type Language, money } from '@bota/shared/domain';
import { Texts } from './texts';
import * as format from './format';

/** Dates, times and numbers in the reader's language; times in the zone of the house. See format.ts. */
@Injectable({ providedIn: 'root' })
export class Formats {
  private readonly texts = inject(Texts);
  private readonly language = computed<Language>(() => this.texts.language());

  time = (instant: format.When, zone: string) => format.time(instant, zone, this.language());
  /** `09:00` as it is read: `9:00`. */
  clock = clockInWords;
  /** An end at midnight is `24:00` of the day before. */
  endTime = (instant: format.When, zone: string) => format.endTime(instant, zone, this.language());
  timeRange = (start: format.When, end: format.When, zone: string) => format.timeRange(start, end, zone, this.language());
  day = (instant: format.When, zone: string, style: format.DayStyle = 'long') => format.day(instant, zone, this.language(), style);
  /** A civil date `YYYY-MM-DD`, which has no zone. */
  date = (date: string, style: format.DayStyle = 'long') => format.day(`${date}T12:00:00Z`, 'UTC', this.language(), style);
  /** Civil dates `[from, to)`: `23–29 novembre 2026`, by day and month `23–29 nov.` */
  dateRange = (from: string, to: string, style?: format.DayStyle) => format.dateRange(from, to, this.language(), style);
  /** The same apart, for a sentence: `24` and `26 décembre 2026`. */
  firstAndLast = (from: string, to: string) => format.firstAndLast(from, to, this.language());
  zone = (zone: string) => format.zoneName(zone, this.language());
  month = (date: string, style?: 'long' | 'short') => format.month(date, this.language(), style);
  /** Whole cents of EUR: `1 234,50 €` */
  money = (cents: number) => money(cents, this.language());
  percent = (share: number) => format.percent(share, this.language());
  number = (value: number) => format.number(value, this.language());
  /** `7 h 30`, of any number of hours. */
  hours = (minutes: number) => format.hours(minutes, this.language());
  duration = (minutes: number) => format.duration(minutes, this.language());
  /** `il y a 3 heures`, `dans 13 jours` */
  distance = (instant: format.When, now: format.When = new Date()) => format.distance(instant, now, this.language());
  /** `Salle A ou Salle B` */
  either = (items: readonly string[]) => format.either(items, this.language());
  list = (items: readonly string[]) => format.list(items, this.language());
}
