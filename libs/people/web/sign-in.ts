import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField, FormRoot, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { type Credentials, ownAddress, ProviderRefusal } from '@bota/people/domain';
import { answerOf, ErrorSummary, errorsOf, type Explanation, FIELDS, PageHeader, ProblemTexts, Texts } from '@bota/shared/ui';
import { AskLink } from './ask-link';
import { DemoAccounts } from './demo-accounts';
import { isEmail } from './is-email';
import { LetterTokens } from './letter-tokens';
import { PlainFrame } from './plain-frame';
import { Refusal } from './refusal';
import { Session } from './session';
import { ShowPassword } from './show-password';
import { OtherWays } from './ways/other-ways';

@Component({
  selector: 'b75-sign-in',
  imports: [
    AskLink,
    DemoAccounts,
    ErrorSummary,
    FormField,
    FormRoot,
    MatButton,
    MatFormFieldModule,
    MatIcon,
    MatInput,
    OtherWays,
    PageHeader,
    PlainFrame,
    Refusal,
    RouterLink,
    ShowPassword,
  ],
  providers: [FIELDS],
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.scss',
})
export class SignIn {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly problems = inject(ProblemTexts);
  private readonly tokens = inject(LetterTokens);
  protected readonly texts = inject(Texts);
  /** Query parameters: where to go afterwards, and whether one comes from a session that ended. */
  readonly return = input<string>();
  readonly expired = input<string>();
  /** Query parameter: why the provider of the house opened no account. */
  readonly refused = input<string>();
  protected readonly to = computed(() => ownAddress(this.return()));

  /** With a password, or by a link that comes by e-mail. */
  protected readonly byLink = signal(false);
  protected readonly isEntering = signal(false);
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

  constructor() {
    effect(() => {
      const token = this.tokens.signIn();
      if (token) untracked(() => void this.enterByLetter(token));
    });
    effect(() => {
      if (this.refused()) untracked(() => this.sayRefused());
    });
  }

  protected async enter(credentials: Credentials): Promise<undefined> {
    this.forgetRefusal();
    try {
      await this.session.signIn(credentials);
      await this.goOn();
    } catch (error) {
      this.refusal.set(this.explain(error));
    }
  }

  protected choose(byLink: boolean): void {
    this.forgetRefusal();
    this.byLink.set(byLink);
  }

  /** A link that no longer works leads to asking for a new one. */
  private async enterByLetter(token: string): Promise<void> {
    this.tokens.forget('signIn');
    this.forgetRefusal();
    this.isEntering.set(true);
    try {
      await this.session.signInByLetter(token);
      await this.goOn();
    } catch (error) {
      this.byLink.set(true);
      this.refusal.set(this.problems.explain(error));
    } finally {
      this.isEntering.set(false);
    }
  }

  protected goOn(): Promise<boolean> {
    return this.router.navigateByUrl(this.to());
  }

  protected refuse(refusal: Explanation | null): void {
    this.wasSent.set(false);
    this.refusal.set(refusal);
  }

  /** Said when one comes back from the provider; an address with any other word says nothing. */
  private sayRefused(): void {
    const code = ProviderRefusal.safeParse(this.refused());
    if (!code.success) return;
    const text = this.problems.ofCode(code.data) ?? this.texts.t('ui.problem.tooMany.text');
    this.refusal.set({ title: this.texts.t('people.ways.refused'), text, reference: null, kind: 'failed' });
  }

  private forgetRefusal(): void {
    this.wasSent.set(false);
    this.refusal.set(null);
  }

  private explain(error: unknown): Explanation {
    const explanation = this.problems.explain(error);
    return answerOf(error)?.status === 401 ? { ...explanation, title: this.texts.t('people.signIn.wrong'), text: '' } : explanation;
  }
}
