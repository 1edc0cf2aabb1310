import { Component, computed, inject, input, linkedSignal, model } from '@angular/core';
import { DateAdapter } from '@angular/material/core';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';

/** A civil date `YYYY-MM-DD` of the house, typed as people write it or chosen; '' when it cannot be read. Needs `provideDays`. */
@Component({
  selector: 'ui-day-field',
  imports: [MatDatepickerModule, MatFormFieldModule, MatIcon, MatInput],
  template: `<mat-form-field [class.wrong]="isWrong()">
    <input
      matInput
      autocomplete="off"
      [id]="inputId()"
      [attr.aria-label]="label()"
      [attr.aria-invalid]="isWrong()"
      [matDatepicker]="picker"
      [min]="min()"
      [value]="shown()"
      (dateChange)="value.set($event.value ?? '')"
    />
    <mat-datepicker-toggle matIconSuffix [for]="picker"
      ><mat-icon matDatepickerToggleIcon svgIcon="calendar_today"
    /></mat-datepicker-toggle>
    <mat-datepicker #picker />
  </mat-form-field>`,
  styleUrl: './day-field.scss',
})
export class DayField {
  private readonly days = inject<DateAdapter<string>>(DateAdapter);
  readonly inputId = input.required<string>();
  /** Where no label element names it. */
  readonly label = input<string>();
  readonly value = model.required<string>();
  readonly isWrong = input(false);
  readonly from = input('');
  protected readonly min = computed(() => this.from() || null);
  /** What cannot be read stays as it was typed. */
  protected readonly shown = linkedSignal<string, string | null>({
    source: this.value,
    computation: (value, before) => (this.days.isValid(value) ? value : (before?.value ?? null)),
  });
}
