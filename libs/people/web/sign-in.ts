import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, FormRoot, required, validate } from '@angular/forms/signals';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { type Credentials } from '@bota/people/domain';
import { answerOf, ErrorSummary, errorsOf, type Explanation, FIELDS, PageHeader, ProblemTexts, Texts } from '@bota/shared/ui';
import { DemoAccounts } from './demo-accounts';
import { isEmail } from './is-email';
import { PlainFrame } from './plain-frame';
import { Refusal } from './refusal';
import { Session } from './session';

/** Only addresses of this site: `//elsewhere` and `https:` are not. */
const ownAddress = (address: string | undefined) => (address && /^\/(?![/\\])/.test(address) ? address : '/');

@Component({
  selector: 'b75-sign-in',
  imports: [
    DemoAccounts,
    ErrorSummary,
    FormField,
    FormRoot,
    MatButton,
    MatFormFieldModule,
    MatIcon,
    MatIconButton,
    MatInput,
    PageHeader,
    PlainFrame,
    Refusal,
    RouterLink,
  ],
  providers: [FIELDS],
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.scss',
})
export class SignIn {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly problems = inject(ProblemTexts);
  protected readonly texts = inject(Texts);
  /** Query parameters: where to go afterwards, and whether one comes from a session that ended. */
  readonly return = input<string>();
  readonly expired = input<string>();

  protected readonly showsPassword = signal(false);
  protected readonly refusal = signal<Explanation | null>(null);
  protected readonly wasSent = signal(false);
  protected readonly fields = form(
    signal<Credentials>({ email: '', password: '' }),
    (path) => {
      validate(path.email, ({ value }) => (isEmail(value()) ? undefined : { kind: 'email', message: 'people.signIn.emailNeeded' }));
      required(path.password, { message: 'people.signIn.passwordNeeded' });
    },
    {
      submission: {
        action: (fields) => this.enter(fields().value()),
        onInvalid: () => this.wasSent.set(true),
      },
    },
  );
  protected readonly errors = computed(() => (this.wasSent() ? errorsOf(this.fields, this.texts.t) : []));

  protected async enter(credentials: Credentials): Promise<undefined> {
    this.wasSent.set(false);
    this.refusal.set(null);
    try {
      await this.session.signIn(credentials);
      await this.router.navigateByUrl(ownAddress(this.return()));
    } catch (error) {
      this.refusal.set(this.explain(error));
    }
  }

  private explain(error: unknown): Explanation {
    const explanation = this.problems.explain(error);
    return answerOf(error)?.status === 401 ? { ...explanation, title: this.texts.t('people.signIn.wrong'), text: '' } : explanation;
  }
}
