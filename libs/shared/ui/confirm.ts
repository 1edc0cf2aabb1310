import { inject, Injectable } from '@angular/core';
import type { Question } from './confirm-dialog';
import { Dialogs } from './dialogs';

/** Asks before something is lost. `if (await confirm.ask({ heading, text, lost: ['…'], keep: 'Garder', act: 'Annuler la série' })) …` */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialogs = inject(Dialogs);

  async ask(question: Question): Promise<boolean> {
    const load = () => import('./confirm-dialog').then(({ ConfirmDialog }) => ConfirmDialog);
    const options = { data: question, role: 'alertdialog', maxWidth: 480, autoFocus: '.keep' } as const;
    return (await this.dialogs.ask<boolean>(load, options)) ?? false;
  }
}
