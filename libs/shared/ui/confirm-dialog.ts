import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';

/** What is asked, what is lost (named one by one), what stays, and the words on the two buttons; `isSafe` where nothing is lost. */
export type Question = {
  heading: string;
  text?: string;
  lost?: readonly string[];
  stays?: string;
  keep: string;
  act: string;
  isSafe?: boolean;
};

@Component({
  selector: 'ui-confirm-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `<h2 mat-dialog-title>{{ question.heading }}</h2>
    <mat-dialog-content>
      @if (question.text) {
        <p>{{ question.text }}</p>
      }
      @if (question.lost?.length) {
        <ul>
          @for (item of question.lost; track item) {
            <li>{{ item }}</li>
          }
        </ul>
      }
      @if (question.stays) {
        <p class="mut">{{ question.stays }}</p>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" class="keep" [mat-dialog-close]="false">{{ question.keep }}</button>
      <button matButton="filled" type="button" [class.lose]="!question.isSafe" [mat-dialog-close]="true">{{ question.act }}</button>
    </mat-dialog-actions>`,
  styles: `
    ul {
      padding-left: 20px;
      margin: 8px 0;
      list-style: disc;
    }
    .lose {
      --mat-button-filled-container-color: var(--mat-sys-error);
      --mat-button-filled-label-text-color: var(--mat-sys-on-error);
    }
  `,
})
export class ConfirmDialog {
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
}
