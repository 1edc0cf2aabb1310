import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { InvitationAcceptance } from '@bota/people/domain';
import { ErrorSummary, errorsOf, FIELDS, Segments, Texts } from '@bota/shared/ui';
import { LANGUAGE_NAMES } from '../language-names';
import { newPassword, NewPassword } from '../new-password';
import { ReadingLanguage } from '../reading-language';

/** Name, password and language of who has no account yet. */
@Component({
  selector: 'b75-newcomer-form',
  imports: [ErrorSummary, FormField, FormRoot, MatButton, MatFormFieldModule, MatInput, NewPassword, Segments],
  providers: [FIELDS],
  templateUrl: './newcomer-form.html',
  styleUrl: '../account/form.scss',
})
export class NewcomerForm {
  protected readonly reading = inject(ReadingLanguage);
  protected readonly texts = inject(Texts);
  readonly email = input.required<string>();
  /** As the one who invites calls the person. */
  readonly name = input('');
  readonly isBusy = input(false);
  readonly named = output<InvitationAcceptance['account']>();
  protected readonly languages = this.reading.languages.map((value) => ({ value, text: LANGUAGE_NAMES[value], lang: value }));
  private readonly wasSent = signal(false);

  protected readonly fields = form(
    linkedSignal(() => ({ displayName: this.name(), password: '' })),
    ({ displayName, password }) => {
      validate(displayName, ({ value }) =>
        value().trim().length < 2 ? { kind: 'name', message: 'people.setup.displayNameNeeded' } : undefined,
      );
      maxLength(displayName, 80, { message: 'invitation.nameLong' });
      newPassword(password);
    },
    { submission: { action: () => this.send(), onInvalid: () => this.wasSent.set(true) } },
  );
  protected readonly errors = computed(() => (this.wasSent() ? errorsOf(this.fields, this.texts.t) : []));

  private async send(): Promise<undefined> {
    this.wasSent.set(false);
    this.named.emit({ ...this.fields().value(), language: this.reading.current() });
  }
}
