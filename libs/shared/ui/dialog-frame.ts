import { booleanAttribute, Component, input, ViewEncapsulation } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';

/** What every dialog with a form has, inside its `form`: what it is about, the fields, leaving it (answers false) and sending it. */
@Component({
  selector: 'ui-dialog-frame',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  encapsulation: ViewEncapsulation.None,
  template: `<h2 mat-dialog-title>{{ heading() }}</h2>
    <mat-dialog-content><ng-content /></mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" [mat-dialog-close]="false">{{ keep() }}</button>
      <button matButton="filled" type="submit" [class.lose]="isLoss()" [disabled]="isBusy()" disabledInteractive>{{ act() }}</button>
    </mat-dialog-actions>`,
  styles: `
    ui-dialog-frame {
      display: block;
      > .mat-mdc-dialog-content {
        display: grid;
        gap: 16px;
        /* What has nothing to say takes no room. */
        > [role='alert']:empty {
          display: none;
        }
        > [role='alert'] .note {
          margin: 0;
        }
      }
      .lose {
        --mat-button-filled-container-color: var(--mat-sys-error);
        --mat-button-filled-label-text-color: var(--mat-sys-on-error);
      }
    }
  `,
})
export class DialogFrame {
  readonly heading = input.required<string>();
  /** Words on the two buttons. */
  readonly keep = input.required<string>();
  readonly act = input.required<string>();
  readonly isBusy = input.required<boolean>();
  /** Sending it loses something. */
  readonly isLoss = input(false, { transform: booleanAttribute });
}
