import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { Texts } from '@bota/shared/ui';
import { LetterView, type ShownLetter } from './letter-view';

/** A letter of the outbox. */
@Component({
  selector: 'b75-letter-dialog',
  imports: [LetterView, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `<h2 mat-dialog-title [lang]="letter.language">{{ letter.subject }}</h2>
    <mat-dialog-content><b75-letter-view [letter]="letter" /></mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>{{ texts.t('ui.close') }}</button>
    </mat-dialog-actions>`,
})
export class LetterDialog {
  protected readonly texts = inject(Texts);
  protected readonly letter = inject<ShownLetter>(MAT_DIALOG_DATA);
}
