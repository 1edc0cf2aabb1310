import { Component, computed, inject, input, output } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import { FIELDS, Formats, Texts } from '@bota/shared/ui';

/** Half hours from one hour of the day to another, both included: `07:00`, `07:30` … */
export const halfHours = (first: number, last: number): string[] =>
  Array.from({ length: (last - first) * 2 + 1 }, (_, i) => `${String(first + Math.floor(i / 2)).padStart(2, '0')}:${i % 2 ? '30' : '00'}`);

/** Between two moments of a day, wall time; what is said stays among the choices, whatever they are. */
@Component({
  selector: 'b75-between-field',
  imports: [MatFormFieldModule, MatSelectModule],
  providers: [FIELDS],
  host: { class: 'field', role: 'group', '[attr.aria-labelledby]': 'inputId()' },
  template: `<span class="label" [id]="inputId()">{{ texts.t('rooms.find.between') }}</span>
    <div class="pair">
      <mat-form-field>
        <mat-select [aria-label]="texts.t('rooms.find.from')" [value]="from()" (selectionChange)="changed.emit({ from: $event.value })">
          @for (time of starts(); track time) {
            <mat-option [value]="time">{{ clock(time) }}</mat-option>
          }
        </mat-select>
      </mat-form-field>
      <span aria-hidden="true">{{ texts.t('rooms.find.and') }}</span>
      <mat-form-field>
        <mat-select [aria-label]="texts.t('rooms.find.to')" [value]="to()" (selectionChange)="changed.emit({ to: $event.value })">
          @for (time of ends(); track time) {
            <mat-option [value]="time">{{ clock(time) }}</mat-option>
          }
        </mat-select>
      </mat-form-field>
    </div>`,
  styles: `
    .pair {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
      gap: 8px;
      align-items: center;
      > span {
        margin-top: -4px;
      }
    }
    mat-form-field {
      vertical-align: top;
    }
  `,
})
export class BetweenField {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  readonly inputId = input.required<string>();
  /** What may be chosen, without the end of the day. */
  readonly times = input.required<readonly string[]>();
  readonly from = input.required<string>();
  readonly to = input.required<string>();
  readonly changed = output<{ from?: string; to?: string }>();
  protected readonly starts = computed(() => [...new Set([...this.times(), this.from()])].sort());
  protected readonly ends = computed(() => [...new Set([...this.times(), '24:00', this.to()])].sort().filter((time) => time > this.from()));
  protected clock = (time: string): string => (time === '24:00' ? this.texts.t('rooms.find.endOfDay') : this.formats.clock(time));
}
