import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { MemberRole } from '@bota/people/domain';
import { isEmail, LANGUAGE_NAMES, Refusal } from '@bota/people/web';
import { type Language, LANGUAGES } from '@bota/shared/domain';
import { ErrorSummary, errorsOf, FIELDS, Texts } from '@bota/shared/ui';
import { Acts } from '../acts';
import { Members } from '../members.client';

type Draft = { email: string; role: MemberRole; language: Language };

/** Invites somebody by e-mail. */
@Component({
  selector: 'b75-invite-form',
  imports: [ErrorSummary, FormField, FormRoot, MatButton, MatFormFieldModule, MatInput, Refusal],
  providers: [FIELDS, Acts],
  templateUrl: './invite-form.html',
  styleUrl: './people.scss',
})
export class InviteForm {
  protected readonly texts = inject(Texts);
  private readonly members = inject(Members);
  protected readonly acts = inject(Acts);
  readonly organisation = input.required<string>();
  readonly invited = output();
  protected readonly roles: readonly MemberRole[] = ['member', 'admin'];
  protected readonly languages = LANGUAGES.map((language) => ({ language, name: LANGUAGE_NAMES[language] }));
  protected readonly wasSent = signal(false);
  private readonly draft = signal<Draft>({ email: '', role: 'member', language: this.texts.language() });

  protected readonly fields = form(
    this.draft,
    (path) =>
      validate(path.email, ({ value }) => (isEmail(value()) ? undefined : { kind: 'email', message: 'residents.invite.emailNeeded' })),
    { submission: { action: () => this.send(), onInvalid: () => this.wasSent.set(true) } },
  );
  protected readonly errors = computed(() => (this.wasSent() ? errorsOf(this.fields, this.texts.t) : []));

  private async send(): Promise<undefined> {
    this.wasSent.set(false);
    const draft = { ...this.draft(), email: this.draft().email.trim() };
    const said = this.texts.t('residents.invite.sent', { email: draft.email });
    if (!(await this.acts.attempt(() => this.members.invite(this.organisation(), draft), said))) return;
    this.fields().reset({ ...draft, email: '', role: 'member' });
    this.invited.emit();
  }
}
