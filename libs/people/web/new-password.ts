import { Component, inject, input, signal } from '@angular/core';
import { type FieldTree, FormField, maxLength, minLength, required, type SchemaPath } from '@angular/forms/signals';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Texts } from '@bota/shared/ui';
import { ShowPassword } from './show-password';

/** Long rather than odd, as the server asks it (NewPassword). */
export function newPassword(path: SchemaPath<string>): void {
  required(path, { message: 'people.setup.passwordShort' });
  minLength(path, 12, { message: 'people.setup.passwordShort' });
  maxLength(path, 200, { message: 'people.setup.passwordLong' });
}

/** Where somebody chooses a password. `<b75-new-password inputId="…" label="people.signIn.password" [of]="fields.password" />` */
@Component({
  selector: 'b75-new-password',
  imports: [FormField, MatFormFieldModule, MatInput, ShowPassword],
  template: `<div class="field">
    <label [for]="inputId()">{{ texts.t(label()) }}</label>
    <mat-form-field>
      <input matInput [id]="inputId()" autocomplete="new-password" [type]="isShown() ? 'text' : 'password'" [formField]="of()" />
      <b75-show-password matSuffix [(shown)]="isShown" />
      <mat-hint>{{ texts.t('people.setup.passwordHint') }}</mat-hint>
      <mat-error>{{ texts.t(of()().errors()[0]?.message ?? '') }}</mat-error>
    </mat-form-field>
  </div>`,
})
export class NewPassword {
  protected readonly texts = inject(Texts);
  readonly inputId = input.required<string>();
  readonly label = input.required<string>();
  readonly of = input.required<FieldTree<string>>();
  protected readonly isShown = signal(false);
}
