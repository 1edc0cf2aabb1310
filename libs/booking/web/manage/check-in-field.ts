import { Component, inject, input, model } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { FIELDS, Texts } from '@bota/shared/ui';
import type { CheckInForm } from './rules-form';

/** Whether people say that they came, as two sentences: from when they may, and when the room is free for others. */
@Component({
  selector: 'b75-check-in-field',
  imports: [MatFormFieldModule, MatInput],
  providers: [FIELDS],
  template: `<label class="check">
      <input type="checkbox" #asked [checked]="value().isAsked" (change)="set({ isAsked: asked.checked })" />
      {{ texts.t('manage.rules.checkIn.asked') }}
    </label>
    @if (value().isAsked) {
      @for (line of lines; track line.field) {
        <div class="line">
          <label [for]="'rules-' + line.field">{{ texts.t('manage.rules.checkIn.before.' + line.field) }}</label>
          <mat-form-field class="number">
            <input
              matInput
              #number
              inputmode="numeric"
              autocomplete="off"
              [id]="'rules-' + line.field"
              [attr.aria-describedby]="'rules-' + line.field + '-after'"
              [attr.aria-invalid]="wrong().includes('rules-' + line.field)"
              [value]="value()[line.part]"
              (input)="setPart(line.part, number.value)"
            />
          </mat-form-field>
          <span [id]="'rules-' + line.field + '-after'">{{ texts.t('manage.rules.checkIn.after.' + line.field) }}</span>
        </div>
      }
      <p class="hint mut sm">{{ texts.t('manage.rules.checkIn.hint') }}</p>
    }`,
  styleUrls: ['./manage.scss', './rule-line.scss'],
  host: { style: 'display: block' },
})
export class CheckInField {
  protected readonly texts = inject(Texts);
  readonly value = model.required<CheckInForm>();
  /** Ids of the fields that are to be repaired. */
  readonly wrong = input<readonly string[]>([]);
  protected readonly lines = [
    { field: 'opensMinutes', part: 'opens' },
    { field: 'releaseMinutes', part: 'releases' },
  ] as const;

  protected set(change: Partial<CheckInForm>): void {
    this.value.update((value) => ({ ...value, ...change }));
  }

  protected setPart(part: 'opens' | 'releases', text: string): void {
    this.set({ [part]: text });
  }
}
