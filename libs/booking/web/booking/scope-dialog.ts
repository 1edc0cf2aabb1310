import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import type { Scope } from '@bota/booking/domain';
import { Texts } from '@bota/shared/ui';

/** What is asked for: said in the heading. `scopes`: those that make a difference. */
export type ScopeQuestion = { act: 'edit' | 'cancel' | 'move'; scopes: readonly Scope[] };

/** This date, that and all after it, or the whole series? */
@Component({
  selector: 'b75-scope-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `<h2 mat-dialog-title>{{ texts.t('booking.scope.heading.' + question.act) }}</h2>
    <mat-dialog-content>
      <p>{{ texts.t('booking.scope.text') }}</p>
      <ul>
        @for (scope of question.scopes; track scope) {
          <li>
            <button matButton="outlined" type="button" [mat-dialog-close]="scope" [attr.aria-describedby]="'scope-' + scope">
              {{ texts.t('booking.scope.' + scope) }}
            </button>
            <p class="mut sm" [id]="'scope-' + scope">{{ texts.t('booking.scope.hint.' + hint(scope)) }}</p>
          </li>
        }
      </ul>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" [mat-dialog-close]="null">{{ texts.t('booking.scope.none') }}</button>
    </mat-dialog-actions>`,
  styles: `
    ul {
      display: grid;
      gap: 16px;
      margin-top: 16px;
    }
    button {
      width: 100%;
    }
    li p {
      margin: 4px 4px 0;
    }
  `,
})
export class ScopeDialog {
  protected readonly texts = inject(Texts);
  protected readonly question = inject<ScopeQuestion>(MAT_DIALOG_DATA);

  /** What is cancelled from a date on is gone: nothing takes over. */
  protected hint = (scope: Scope): string => (scope === 'following' && this.question.act === 'cancel' ? 'cancel' : scope);
}
