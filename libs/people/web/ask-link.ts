import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { form, FormField, FormRoot, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import type { LinkWish } from '@bota/people/domain';
import { ErrorSummary, errorsOf, type Explanation, FIELDS, ProblemTexts, Texts } from '@bota/shared/ui';
import { firstValueFrom } from 'rxjs';
import { isEmail } from './is-email';
import { Refusal } from './refusal';

/** Asks for a link to sign in with. The answer is the same whether or not the address has an account. */
@Component({
  selector: 'b75-ask-link',
  imports: [ErrorSummary, FormField, FormRoot, MatButton, MatFormFieldModule, MatIcon, MatInput, Refusal],
  providers: [FIELDS],
  template: `<ui-error-summary [errors]="errors()" />
    <b75-refusal [refusal]="refusal()" />
    <div role="status">
      @if (askedFor(); as email) {
        <p class="note ok"><mat-icon svgIcon="mail" />{{ texts.t('people.link.sent', { email }) }}</p>
      }
    </div>
    <form [formRoot]="fields">
      <div class="field">
        <label for="link-email">{{ texts.t('people.signIn.email') }}</label>
        <mat-form-field>
          <input matInput id="link-email" type="email" autocomplete="username" [formField]="fields.email" />
          <mat-hint>{{ texts.t('people.link.hint') }}</mat-hint>
          <mat-error>{{ texts.t(fields.email().errors()[0]?.message ?? '') }}</mat-error>
        </mat-form-field>
      </div>
      <button matButton="filled" type="submit" [disabled]="fields().submitting()" disabledInteractive>
        {{ texts.t(askedFor() ? 'people.link.again' : 'people.link.submit') }}
      </button>
    </form>`,
  styleUrl: './ask-link.scss',
})
export class AskLink {
  private readonly http = inject(HttpClient);
  private readonly problems = inject(ProblemTexts);
  protected readonly texts = inject(Texts);
  /** As already typed in the form beside. */
  readonly email = input('');
  protected readonly askedFor = signal('');
  protected readonly refusal = signal<Explanation | null>(null);
  private readonly wasSent = signal(false);

  protected readonly fields = form(
    linkedSignal<LinkWish>(() => ({ email: this.email() })),
    (path) => validate(path.email, ({ value }) => (isEmail(value()) ? undefined : { kind: 'email', message: 'people.signIn.emailNeeded' })),
    { submission: { action: () => this.ask(), onInvalid: () => this.wasSent.set(true) } },
  );
  protected readonly errors = computed(() => (this.wasSent() ? errorsOf(this.fields, this.texts.t) : []));

  private async ask(): Promise<undefined> {
    const { email } = this.fields().value();
    this.wasSent.set(false);
    this.refusal.set(null);
    this.askedFor.set('');
    try {
      await firstValueFrom(this.http.post('/api/auth/link', { email } satisfies LinkWish));
      this.askedFor.set(email.trim());
    } catch (error) {
      this.refusal.set(this.problems.explain(error));
    }
  }
}
