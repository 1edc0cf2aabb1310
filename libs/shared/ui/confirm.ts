import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { ConfirmDialog, type Question } from './confirm-dialog';

/** Asks before something is lost. `if (await confirm.ask({ heading, text, lost: ['…'], keep: 'Garder', act: 'Annuler la série' })) …` */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialog = inject(MatDialog);

  async ask(question: Question): Promise<boolean> {
    const opened = this.dialog.open<ConfirmDialog, Question, boolean>(ConfirmDialog, {
      data: question,
      role: 'alertdialog',
      maxWidth: 480,
      autoFocus: '.keep',
    });
    return (await firstValueFrom(opened.afterClosed())) ?? false;
  }
}
