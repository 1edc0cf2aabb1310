import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, minLength, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { Empty, ErrorSummary, errorsOf, type Explanation, FIELDS, PageHeader, ProblemTexts, SectionHeader, Texts } from '@bota/shared/ui';
import { demoResource } from './demo';
import { isEmail } from './is-email';
import { newPassword, NewPassword } from './new-password';
import { PlainFrame } from './plain-frame';
import { ReadingLanguage } from './reading-language';
import { Refusal } from './refusal';
import { Session } from './session';

/** The first visit to an empty house: its name and place, and its first coordinator. */
@Component({
  selector: 'b75-set-up',
  imports: [
    Empty,
    ErrorSummary,
    FormField,
    FormRoot,
    MatButton,
    MatFormFieldModule,
    MatInput,
    NewPassword,
    PageHeader,
    PlainFrame,
    Refusal,
    RouterLink,
    SectionHeader,
  ],
  providers: [FIELDS],
  templateUrl: './set-up.html',
  styleUrl: './set-up.scss',
})
export class SetUp {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly problems = inject(ProblemTexts);
  private readonly reading = inject(ReadingLanguage);
  private readonly demo = demoResource();
  protected readonly texts = inject(Texts);
  protected readonly isDone = computed(() => this.demo.hasValue() && !this.demo.value().needsSetup);
  protected readonly zones = Intl.supportedValuesOf('timeZone');
  protected readonly refusal = signal<Explanation | null>(null);
  protected readonly wasSent = signal(false);

  protected readonly fields = form(
    signal({ space: { name: '', address: '', zone: 'Europe/Brussels' }, coordinator: { displayName: '', email: '', password: '' } }),
    ({ space, coordinator }) => {
      required(space.name, { message: 'people.setup.nameNeeded' });
      minLength(space.name, 2, { message: 'people.setup.nameNeeded' });
      required(space.address, { message: 'people.setup.addressNeeded' });
      minLength(space.address, 4, { message: 'people.setup.addressNeeded' });
      required(coordinator.displayName, { message: 'people.setup.displayNameNeeded' });
      minLength(coordinator.displayName, 2, { message: 'people.setup.displayNameNeeded' });
      validate(coordinator.email, ({ value }) => (isEmail(value()) ? undefined : { kind: 'email', message: 'people.signIn.emailNeeded' }));
      newPassword(coordinator.password);
    },
    { submission: { action: () => this.create(), onInvalid: () => this.wasSent.set(true) } },
  );
  protected readonly errors = computed(() => (this.wasSent() ? errorsOf(this.fields, this.texts.t) : []));

  private async create(): Promise<undefined> {
    this.wasSent.set(false);
    this.refusal.set(null);
    const { space, coordinator } = this.fields().value();
    try {
      const slug = await this.session.setUp({ space, coordinator: { ...coordinator, language: this.reading.current() } });
      await this.router.navigate(['/', slug, 'today']);
    } catch (error) {
      this.refusal.set(this.problems.explain(error));
    }
  }
}
