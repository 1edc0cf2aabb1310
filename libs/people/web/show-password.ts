import { Component, inject, model } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Texts } from '@bota/shared/ui';

/** Shows what is typed: `<input [type]="shown() ? 'text' : 'password'" /><b75-show-password matSuffix [(shown)]="shown" />`. */
@Component({
  selector: 'b75-show-password',
  imports: [MatIcon, MatIconButton],
  template: `<button
    matIconButton
    type="button"
    [attr.aria-label]="texts.t(shown() ? 'people.signIn.hide' : 'people.signIn.show')"
    (click)="shown.set(!shown())"
  >
    <mat-icon [svgIcon]="shown() ? 'visibility_off' : 'visibility'" />
  </button>`,
})
export class ShowPassword {
  protected readonly texts = inject(Texts);
  readonly shown = model.required<boolean>();
}
