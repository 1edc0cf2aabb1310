import { Component, inject, input, model } from '@angular/core';
import { Texts } from '@bota/shared/ui';
import { NumberLine } from './number-line';
import type { CheckInForm } from './rules-form';

/** Whether people say that they came, as two sentences: from when they may, and when the room is free for others. */
@Component({
  selector: 'b75-check-in-field',
  imports: [NumberLine],
  template: `<label class="check">
      <input type="checkbox" #asked [checked]="value().isAsked" (change)="set({ isAsked: asked.checked })" />
      {{ texts.t('manage.rules.checkIn.asked') }}
    </label>
    @if (value().isAsked) {
      @for (line of lines; track line.field) {
        <b75-number-line
          [inputId]="'rules-' + line.field"
          [before]="texts.t('manage.rules.checkIn.before.' + line.field)"
          [after]="texts.t('manage.rules.checkIn.after.' + line.field)"
          [value]="value()[line.part]"
          [isWrong]="wrong().includes('rules-' + line.field)"
          (changed)="setPart(line.part, $event)"
        />
      }
      <p class="hint mut sm">{{ texts.t('manage.rules.checkIn.hint') }}</p>
    }`,
  styleUrl: './manage.scss',
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
