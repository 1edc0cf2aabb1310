import { Component, computed, inject, input, output } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { FIELDS, Texts } from '@bota/shared/ui';
import { NumberLine } from './number-line';
import { type Amount, type Unit, UNITS } from './rules-form';

/** A rule as a sentence with a length of time in it: `Au moins [2] [heures] à l’avance`. Empty: no limit. */
@Component({
  selector: 'b75-rule-line',
  imports: [MatFormFieldModule, MatInput, NumberLine],
  providers: [FIELDS],
  template: `<b75-number-line
    mode="decimal"
    [inputId]="inputId()"
    [before]="before()"
    [after]="after()"
    [value]="value().value"
    [isWrong]="isWrong()"
    (changed)="changed.emit({ value: $event, unit: value().unit })"
  >
    <mat-form-field>
      <select
        matNativeControl
        #unit
        [attr.aria-label]="texts.t('manage.rules.unit', { rule: before() })"
        (change)="changed.emit({ value: value().value, unit: units[unit.selectedIndex] ?? value().unit })"
      >
        @for (one of units; track one) {
          <option [value]="one" [selected]="one === value().unit">{{ texts.count('manage.rules.units.' + one, count()) }}</option>
        }
      </select>
    </mat-form-field>
  </b75-number-line>`,
  styles: `
    :host {
      display: block;
    }
    mat-form-field {
      width: 124px;
    }
  `,
})
export class RuleLine {
  protected readonly texts = inject(Texts);
  readonly inputId = input.required<string>();
  /** The words before the field, and those after it. */
  readonly before = input.required<string>();
  readonly after = input('');
  readonly value = input.required<Amount>();
  readonly isWrong = input(false);
  readonly changed = output<Amount>();
  protected readonly units = Object.keys(UNITS) as Unit[];
  /** `1 jour`, `2 jours`; nothing written yet reads as several. */
  protected readonly count = computed(() => (this.value().value.trim() === '1' ? 1 : 2));
}
