import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { ErrorSummary, errorsOf, type Explanation, FIELDS, Notices, ProblemTexts, Texts } from '@bota/shared/ui';
import { newPassword, NewPassword } from '../new-password';
import { Refusal } from '../refusal';
import { Session } from '../session';
import { ShowPassword } from '../show-password';

/** Chooses a password, knowing the present one if there is one; the other sessions end. */
@Component({
  selector: 'b75-password-form',
  imports: [ErrorSummary, FormField, FormRoot, MatButton, MatFormFieldModule, MatInput, NewPassword, Refusal, ShowPassword],
  providers: [FIELDS],
  templateUrl: './password-form.html',
  styleUrl: './form.scss',
})
export class PasswordForm {
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemTexts);
  protected readonly texts = inject(Texts);
  readonly email = input.required<string>();
  readonly hasPassword = input.required<boolean>();
  readonly changed = output();
  protected readonly showsCurrent = signal(false);
  protected readonly refusal = signal<Explanation | null>(null);
  private readonly wasSent = signal(false);

  protected readonly fields = form(
    signal({ current: '', next: '' }),
    ({ current, next }) => {
      required(current, { message: 'account.password.currentNeeded', when: () => this.hasPassword() });
      newPassword(next);
    },
    { submission: { action: () => this.save(), onInvalid: () => this.wasSent.set(true) } },
  );
  protected readonly errors = computed(() => (this.wasSent() ? errorsOf(this.fields, this.texts.t) : []));

  private async save(): Promise<undefined> {
    this.wasSent.set(false);
    this.refusal.set(null);
    const { current, next } = this.fields().value();
    const hadPassword = this.hasPassword();
    try {
      await this.session.changePassword(hadPassword ? { current, next } : { next });
      this.fields().reset({ current: '', next: '' });
      this.changed.emit();
      this.notices.say(this.texts.t(hadPassword ? 'account.password.changed' : 'account.password.chosen'));
    } catch (error) {
      this.refusal.set(this.problems.explain(error));
    }
  }
}
