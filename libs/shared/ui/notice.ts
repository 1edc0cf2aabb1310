import { Component, DestroyRef, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MAT_SNACK_BAR_DATA, MatSnackBarAction, MatSnackBarActions, MatSnackBarLabel, MatSnackBarRef } from '@angular/material/snack-bar';
import { Texts } from './texts';

export type NoticeData = { message: string; action?: { label: string; run: () => void } };
const SHOWN_MS = 10_000;

@Component({
  selector: 'ui-notice',
  imports: [MatButton, MatIcon, MatIconButton, MatSnackBarAction, MatSnackBarActions, MatSnackBarLabel],
  host: {
    '(mouseenter)': 'stop()',
    '(mouseleave)': 'start()',
    '(focusin)': 'stop()',
    '(focusout)': 'start()',
    '(document:keydown.control.z)': 'undo($event)',
    '(document:keydown.meta.z)': 'undo($event)',
  },
  template: `<span matSnackBarLabel>{{ data.message }}</span>
    <span matSnackBarActions>
      @if (data.action; as action) {
        <button matButton matSnackBarAction type="button" aria-keyshortcuts="Control+Z" (click)="act(action.run)">
          {{ action.label }}
        </button>
      }
      <button matIconButton matSnackBarAction type="button" [attr.aria-label]="texts.t('ui.close')" (click)="bar.dismiss()">
        <mat-icon svgIcon="close" />
      </button>
    </span>`,
  styles: `
    :host {
      display: flex;
      align-items: center;
    }
  `,
})
export class Notice {
  protected readonly bar = inject<MatSnackBarRef<Notice>>(MatSnackBarRef);
  protected readonly data = inject<NoticeData>(MAT_SNACK_BAR_DATA);
  protected readonly texts = inject(Texts);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.start();
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  protected start(): void {
    this.stop();
    this.timer = setTimeout(() => this.bar.dismiss(), SHOWN_MS);
  }

  protected stop(): void {
    clearTimeout(this.timer);
  }

  /** As everywhere, also from the keyboard; what is being typed is undone by its field. */
  protected undo(event: Event): void {
    const { action } = this.data;
    if (!action || event.defaultPrevented || (event.target as HTMLElement).closest('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    this.act(action.run);
  }

  protected act(run: () => void): void {
    this.bar.dismissWithAction();
    run();
  }
}
