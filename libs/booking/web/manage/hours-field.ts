import { Component, computed, inject, input, model } from '@angular/core';
import { addDays } from '@bota/shared/domain';
import { capital, FIELDS, Formats, Texts } from '@bota/shared/ui';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { readEnd, readStart, type WeekDraft } from './week-draft';

/** Opening hours of seven days. What cannot be read stays as it was typed. */
@Component({
  selector: 'b75-hours-field',
  imports: [MatButton, MatFormFieldModule, MatInput],
  providers: [FIELDS],
  templateUrl: './hours-field.html',
  styleUrl: './hours-field.scss',
})
export class HoursField {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  readonly inputId = input.required<string>();
  readonly value = model.required<WeekDraft>();
  // 5 January 2026 is a Monday.
  protected readonly days = computed(() =>
    this.value().map((day, index) => ({ ...day, name: capital(this.formats.date(addDays('2026-01-05', index), 'weekdayLong')) })),
  );
  protected readonly tidyFrom = (text: string) => readStart(text) ?? text;
  protected readonly tidyTo = (text: string) => readEnd(text) ?? text;

  protected set(index: number, change: Partial<WeekDraft[number]>): void {
    this.value.update((week) => week.map((day, at) => (at === index ? { ...day, ...change } : day)));
  }

  /** The hours of Monday on all open days: most houses have one kind of day. */
  protected copyFirst(): void {
    const [first] = this.value();
    if (first) this.value.update((week) => week.map((day) => ({ ...day, from: first.from, to: first.to })));
  }
}
