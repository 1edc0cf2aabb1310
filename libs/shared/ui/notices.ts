import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Notice, type NoticeData } from './notice';

/** What was done, said politely at the bottom, with a way back: ten seconds, longer under the pointer or the focus. */
@Injectable({ providedIn: 'root' })
export class Notices {
  private readonly bar = inject(MatSnackBar);

  /** `notices.say(texts.t('booking.moved'), { label: texts.t('ui.undo'), run: () => … })` */
  say(message: string, action?: NoticeData['action']): void {
    this.bar.openFromComponent<Notice, NoticeData>(Notice, {
      data: { message, action },
      duration: 0,
      politeness: 'polite',
      horizontalPosition: 'start',
    });
  }
}
