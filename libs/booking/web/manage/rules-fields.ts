import { Component, computed, inject, input, model } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { FIELDS, Formats, Texts } from '@bota/shared/ui';
import { ApprovalField } from './approval-field';
import { CheckInField } from './check-in-field';
import { HoursField } from './hours-field';
import { LayoutsField } from './layouts-field';
import { NumberLine } from './number-line';
import { PricesField } from './prices-field';
import { RuleLine } from './rule-line';
import type { Amount, AmountRule, RulesForm } from './rules-form';
import { WhoField } from './who-field';

const STEPS = ['15', '30', '60', '120'];

/** The rules of a room in groups: when, how far ahead, who, and how the room stands. */
@Component({
  selector: 'b75-rules-fields',
  imports: [
    ApprovalField,
    CheckInField,
    HoursField,
    LayoutsField,
    MatFormFieldModule,
    MatInput,
    NumberLine,
    PricesField,
    RuleLine,
    WhoField,
  ],
  providers: [FIELDS],
  templateUrl: './rules-fields.html',
  styleUrls: ['./manage.scss', './rule-line.scss', './rules-fields.scss'],
})
export class RulesFields {
  protected readonly texts = inject(Texts);
  protected readonly formats = inject(Formats);
  readonly form = model.required<RulesForm>();
  /** Ids of the fields that are to be repaired. */
  readonly wrong = input<readonly string[]>([]);
  protected readonly openings = ['house', 'always', 'own'] as const;
  protected readonly groups = {
    when: ['minMinutes', 'maxMinutes', 'bufferMinutes'],
    numbers: [
      { rule: 'horizonDays', words: 'horizon' },
      { rule: 'holdHours', words: 'hold' },
    ],
  } as const;
  /** The usual grids, and the one the room has. */
  protected readonly steps = computed(() => {
    const own = this.form().stepMinutes;
    return !own || STEPS.includes(own) ? STEPS : [...STEPS, own].sort((a, b) => Number(a) - Number(b));
  });

  protected isWrong = (rule: string): boolean => this.wrong().includes(`rules-${rule}`);

  protected set(change: Partial<RulesForm>): void {
    this.form.update((form) => ({ ...form, ...change }));
  }

  protected setNumber(rule: 'horizonDays' | 'holdHours', text: string): void {
    this.set({ [rule]: text });
  }

  protected setAmount(rule: AmountRule, amount: Amount): void {
    this.form.update((form) => ({ ...form, [rule]: amount }));
  }
}
