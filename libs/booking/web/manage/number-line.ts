import { Component, input, output } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { FIELDS } from '@bota/shared/ui';

/** A rule as a sentence with a number in it: `Au plus [90] jours à l’avance`. What is put in stands behind the number. Empty: no limit. */
@Component({
  selector: 'b75-number-line',
  imports: [MatFormFieldModule, MatInput],
  providers: [FIELDS],
  template: `<label [for]="inputId()">{{ before() }}</label>
    <mat-form-field class="number">
      <input
        matInput
        #number
        autocomplete="off"
        [id]="inputId()"
        [attr.inputmode]="mode()"
        [attr.aria-describedby]="inputId() + '-after'"
        [attr.aria-invalid]="isWrong()"
        [value]="value()"
        (input)="changed.emit(number.value)"
      />
    </mat-form-field>
    <ng-content />
    <span [id]="inputId() + '-after'">{{ after() }}</span>`,
  styleUrl: './rule-line.scss',
})
export class NumberLine {
  readonly inputId = input.required<string>();
  /** The words before the field, and those after it. */
  readonly before = input.required<string>();
  readonly after = input('');
  readonly value = input.required<string>();
  readonly mode = input<'numeric' | 'decimal'>('numeric');
  readonly isWrong = input(false);
  readonly changed = output<string>();
}
