import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { ErrorSummary, errorsOf, type Explanation, FIELDS, Notices, ProblemTexts, Texts } from '@bota/shared/ui';
import { Refusal } from '../refusal';
import { Session } from '../session';

/** The name others see. */
@Component({
  selector: 'b75-name-form',
  imports: [ErrorSummary, FormField, FormRoot, MatButton, MatFormFieldModule, MatInput, Refusal],
  providers: [FIELDS],
  template: `<ui-error-summary [errors]="errors()" />
    <b75-refusal [refusal]="refusal()" />
    <form [formRoot]="fields">
      <div class="field">
        <label for="account-name">{{ texts.t('account.name.label') }}</label>
        <mat-form-field>
          <input matInput id="account-name" autocomplete="name" [formField]="fields.displayName" />
          <mat-hint>{{ texts.t('account.name.hint') }}</mat-hint>
          <mat-error>{{ texts.t(fields.displayName().errors()[0]?.message ?? '') }}</mat-error>
        </mat-form-field>
      </div>
      <button matButton="tonal" type="submit" [disabled]="fields().submitting()" disabledInteractive>
        {{ texts.t('account.name.submit') }}
      </button>
    </form>`,
  styleUrl: './form.scss',
})
export class NameForm {
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemTexts);
  protected readonly texts = inject(Texts);
  readonly name = input.required<string>();
  protected readonly refusal = signal<Explanation | null>(null);
  private readonly wasSent = signal(false);

  protected readonly fields = form(
    linkedSignal(() => ({ displayName: this.name() })),
    ({ displayName }) => {
      validate(displayName, ({ value }) =>
        value().trim().length < 2 ? { kind: 'name', message: 'people.setup.displayNameNeeded' } : undefined,
      );
      maxLength(displayName, 80, { message: 'account.name.long' });
    },
    { submission: { action: () => this.save(), onInvalid: () => this.wasSent.set(true) } },
  );
  protected readonly errors = computed(() => (this.wasSent() ? errorsOf(this.fields, this.texts.t) : []));

  private async save(): Promise<undefined> {
    this.wasSent.set(false);
    this.refusal.set(null);
    try {
      await this.session.edit({ displayName: this.fields().value().displayName.trim() });
      this.notices.say(this.texts.t('account.name.done'));
    } catch (error) {
      this.refusal.set(this.problems.explain(error));
    }
  }
}
