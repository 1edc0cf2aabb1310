import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import type { HouseKey } from '@bota/residents/domain';
import { Failure, Skeleton, Texts } from '@bota/shared/ui';
import { KeyWords } from './key-words';
import { keyHistoryResource } from './keys.client';

/** Everybody who ever held a key, latest first. */
@Component({
  selector: 'b75-history-dialog',
  imports: [Failure, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, Skeleton],
  template: `<h2 mat-dialog-title>{{ texts.t('house.keys.historyOf', { label: key.label }) }}</h2>
    <mat-dialog-content>
      @if (history.hasValue()) {
        <ul>
          @for (one of holdings(); track one.id) {
            <li class="row">
              <div class="body">
                <div class="t">{{ words.holder(one) }}</div>
                <div class="s">
                  <span>{{ words.past(one) }}</span>
                </div>
              </div>
            </li>
          } @empty {
            <li class="row mut">{{ texts.t('house.keys.neverOut') }}</li>
          }
        </ul>
      } @else if (history.error(); as error) {
        <ui-failure [error]="error" (retry)="history.reload()" />
      } @else {
        <ui-skeleton [rows]="3" />
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>{{ texts.t('ui.close') }}</button>
    </mat-dialog-actions>`,
})
export class HistoryDialog {
  protected readonly key = inject<HouseKey>(MAT_DIALOG_DATA);
  protected readonly texts = inject(Texts);
  protected readonly words = inject(KeyWords);
  protected readonly history = keyHistoryResource(this.key.id);
  protected readonly holdings = computed(() => (this.history.hasValue() ? this.history.value().holdings : []));
}
