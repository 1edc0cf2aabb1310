import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, validate } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { DialogFrame, type Explanation, FIELDS, problemOf, ProblemTexts, Texts } from '@bota/shared/ui';
import { Refusal } from '../refusal';
import { AccountClient } from './account.client';

const LOST = ['account.erasure.lost.account', 'account.erasure.lost.memberships', 'account.erasure.lost.name'];

/**
 * Names what is lost and what stays, and asks for the address, so that nobody erases an account by a slip; and for the password when the
 * session is an old one. Answers whether it is erased.
 */
@Component({
  selector: 'b75-erasure-dialog',
  imports: [DialogFrame, FormField, FormRoot, MatFormFieldModule, MatInput, Refusal],
  providers: [FIELDS],
  template: `<form [formRoot]="fields">
    <ui-dialog-frame
      [heading]="texts.t('account.erasure.heading')"
      [keep]="texts.t('account.erasure.keep')"
      [act]="texts.t('account.erasure.act')"
      [isBusy]="fields().submitting()"
      isLoss
    >
      <ul>
        @for (item of lost(); track item) {
          <li>{{ item }}</li>
        }
      </ul>
      <p class="mut">{{ texts.t('account.erasure.stays') }}</p>
      <b75-refusal [refusal]="refusal()" />
      <div class="field">
        <label for="erasure-email">{{ texts.t('account.erasure.type', { email }) }}</label>
        <mat-form-field>
          <input matInput id="erasure-email" type="email" autocomplete="off" [formField]="fields.email" />
          <mat-error>{{ texts.t(fields.email().errors()[0]?.message ?? '') }}</mat-error>
        </mat-form-field>
      </div>
      @if (asksPassword()) {
        <div class="field">
          <label for="erasure-password">{{ texts.t('account.erasure.password') }}</label>
          <mat-form-field>
            <input matInput id="erasure-password" type="password" autocomplete="current-password" [formField]="fields.password" />
          </mat-form-field>
        </div>
      }
    </ui-dialog-frame>
  </form>`,
  styleUrl: './erasure-dialog.scss',
})
export class ErasureDialog {
  private readonly client = inject(AccountClient);
  private readonly problems = inject(ProblemTexts);
  private readonly dialog = inject<MatDialogRef<ErasureDialog, boolean>>(MatDialogRef);
  protected readonly email = inject<string>(MAT_DIALOG_DATA);
  protected readonly texts = inject(Texts);
  protected readonly lost = computed(() => LOST.map((key) => this.texts.t(key)));
  protected readonly refusal = signal<Explanation | null>(null);
  /** Only who signed in some time ago is asked, and only who has one. */
  protected readonly asksPassword = signal(false);

  protected readonly fields = form(
    signal({ email: '', password: '' }),
    (path) => validate(path.email, ({ value }) => (this.isMine(value()) ? undefined : { kind: 'email', message: 'account.erasure.other' })),
    { submission: { action: () => this.erase() } },
  );

  private isMine(address: string): boolean {
    return address.trim().toLowerCase() === this.email.toLowerCase();
  }

  private async erase(): Promise<undefined> {
    this.refusal.set(null);
    try {
      const password = this.fields.password().value();
      await this.client.erase({ email: this.email, ...(password && { password }) });
      this.dialog.close(true);
    } catch (error) {
      if (problemOf(error)?.errors?.some(({ path }) => path === 'password')) this.asksPassword.set(true);
      this.refusal.set(this.problems.explain(error));
    }
  }
}
