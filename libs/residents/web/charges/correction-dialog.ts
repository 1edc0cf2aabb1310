import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, validate } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Refusal } from '@bota/people/web';
import type { FeePlaced, StatementLine } from '@bota/residents/domain';
import { centsOf, DialogFrame, type Explanation, FIELDS, ProblemTexts, Texts } from '@bota/shared/ui';
import { ChargeWords } from './charge-words';
import { ChargesClient } from './charges.client';

/** Corrects a closed line by a new one. Answers where it went. */
@Component({
  selector: 'b75-correction-dialog',
  imports: [DialogFrame, FormField, FormRoot, MatFormFieldModule, MatInput, Refusal],
  providers: [FIELDS],
  template: `<form [formRoot]="fields">
    <ui-dialog-frame
      [heading]="texts.t('charges.correction.title')"
      [keep]="texts.t('charges.form.leave')"
      [act]="texts.t('charges.correction.act')"
      [isBusy]="fields().submitting()"
    >
      <p class="mut">{{ texts.t('charges.correction.text', { line: words.label(line.label), amount: words.money(line.cents) }) }}</p>
      <b75-refusal [refusal]="refusal()" />
      <div class="field">
        <label for="correction-label">{{ texts.t('charges.fee.label') }}</label>
        <mat-form-field>
          <input matInput id="correction-label" autocomplete="off" [formField]="fields.label" />
          <mat-error>{{ texts.t(fields.label().errors()[0]?.message ?? '') }}</mat-error>
        </mat-form-field>
      </div>
      <div class="field">
        <label for="correction-amount">{{ texts.t('charges.correction.amount') }}</label>
        <mat-form-field>
          <input matInput autocomplete="off" id="correction-amount" [formField]="fields.amount" />
          <span matTextSuffix>€</span>
          <mat-hint>{{ texts.t('charges.correction.hint') }}</mat-hint>
          <mat-error>{{ texts.t(fields.amount().errors()[0]?.message ?? '') }}</mat-error>
        </mat-form-field>
      </div>
    </ui-dialog-frame>
  </form>`,
})
export class CorrectionDialog {
  protected readonly texts = inject(Texts);
  protected readonly words = inject(ChargeWords);
  private readonly client = inject(ChargesClient);
  private readonly problems = inject(ProblemTexts);
  private readonly dialog = inject<MatDialogRef<CorrectionDialog, FeePlaced>>(MatDialogRef);
  protected readonly line = inject<StatementLine>(MAT_DIALOG_DATA);
  protected readonly refusal = signal<Explanation | null>(null);
  private readonly wish = signal({
    label: this.texts.t('charges.correction.label', { line: this.words.label(this.line.label) }),
    amount: '',
  });
  protected readonly fields = form(
    this.wish,
    (path) => {
      maxLength(path.label, 120);
      validate(path.label, ({ value }) => (value().trim() ? undefined : wrong('charges.fee.labelNeeded')));
      validate(path.amount, ({ value }) => (centsOf(value()) ? undefined : wrong('charges.fee.amountNeeded')));
    },
    { submission: { action: () => this.send() } },
  );

  private async send(): Promise<undefined> {
    const { label, amount } = this.wish();
    const draft = { label: { [this.texts.language()]: label.trim() }, cents: centsOf(amount) ?? 0 };
    try {
      this.dialog.close(await this.client.correct(this.line.id ?? '', draft));
    } catch (error) {
      this.refusal.set(this.problems.explain(error));
    }
  }
}

const wrong = (message: string) => ({ kind: 'wrong', message });
