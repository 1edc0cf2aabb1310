import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { Texts } from '@bota/shared/ui';

/** This date, or the whole series? */
@Component({
  selector: 'b75-scope-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `<h2 mat-dialog-title>{{ texts.t('booking.scope.heading') }}</h2>
    <mat-dialog-content
      ><p>{{ texts.t('booking.scope.text') }}</p></mat-dialog-content
    >
    <mat-dialog-actions align="end">
      <button matButton type="button" [mat-dialog-close]="null">{{ texts.t('booking.scope.none') }}</button>
      <button matButton="outlined" type="button" mat-dialog-close="all">{{ texts.t('booking.scope.all') }}</button>
      <button matButton="filled" type="button" mat-dialog-close="this">{{ texts.t('booking.scope.this') }}</button>
    </mat-dialog-actions>`,
})
export class ScopeDialog {
  protected readonly texts = inject(Texts);
}
