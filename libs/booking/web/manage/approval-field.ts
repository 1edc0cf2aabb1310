import { Component, inject, input, model } from '@angular/core';
import { Texts } from '@bota/shared/ui';
import { RuleLine } from './rule-line';
import type { Amount, ApprovalForm } from './rules-form';

/** Which bookings the coordination agrees to first, and what a request does to the room meanwhile. */
@Component({
  selector: 'b75-approval-field',
  imports: [RuleLine],
  template: `<label class="check">
      <input type="checkbox" #always [checked]="value().always" (change)="set({ always: always.checked })" />
      {{ texts.t('manage.rules.approval.always') }}
    </label>
    @if (!value().always) {
      <label class="check">
        <input type="checkbox" #isOver [checked]="value().isOver" (change)="set({ isOver: isOver.checked })" />
        {{ texts.t('manage.rules.approval.isOver') }}
      </label>
      @if (value().isOver) {
        <b75-rule-line
          inputId="rules-over"
          [before]="texts.t('manage.rules.approval.over')"
          [value]="value().over"
          [isWrong]="isWrong()"
          (changed)="setOver($event)"
        />
      }
    }
    <label class="check">
      <input type="checkbox" #outside [checked]="value().outsideHours" (change)="set({ outsideHours: outside.checked })" />
      {{ texts.t('manage.rules.approval.outsideHours') }}
    </label>
    @if (value().always || value().isOver || value().outsideHours) {
      <label class="check">
        <input type="checkbox" #blocks [checked]="value().blocks" (change)="set({ blocks: blocks.checked })" />
        {{ texts.t('manage.rules.approval.blocks') }}
      </label>
      <p class="hint mut sm">{{ texts.t('manage.rules.approval.blocksHint') }}</p>
    }`,
  styleUrl: './manage.scss',
})
export class ApprovalField {
  protected readonly texts = inject(Texts);
  readonly value = model.required<ApprovalForm>();
  readonly isWrong = input(false);

  protected set(change: Partial<ApprovalForm>): void {
    this.value.update((value) => ({ ...value, ...change }));
  }

  protected setOver(over: Amount): void {
    this.set({ over });
  }
}
