import { inject, Injectable, Injector } from '@angular/core';
import { atFirstAct } from './first-act';
import type { NoticeData } from './notice';

const load = () => Promise.all([import('@angular/material/snack-bar'), import('./notice')]);

/** What was done, said politely at the bottom, with a way back: ten seconds, longer under the pointer or the focus. */
@Injectable({ providedIn: 'root' })
export class Notices {
  private readonly injector = inject(Injector);

  constructor() {
    // Nothing is said before something is done.
    atFirstAct(load);
  }

  /** `notices.say(texts.t('booking.moved'), { label: texts.t('ui.undo'), run: () => … })` */
  say(message: string, action?: NoticeData['action']): void {
    void load().then(([{ MatSnackBar }, { Notice }]) =>
      this.injector.get(MatSnackBar).openFromComponent(Notice, {
        data: { message, action } satisfies NoticeData,
        duration: 0,
        politeness: 'polite',
        horizontalPosition: 'start',
      }),
    );
  }
}
