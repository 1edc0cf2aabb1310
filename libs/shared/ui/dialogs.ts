import { inject, Injectable, Injector, type Type } from '@angular/core';
import type { MatDialogConfig } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

/** Dialogs whose code, Material's included, comes when the first one opens. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly injector = inject(Injector);

  /** Opens what `load` brings and answers what was chosen; nothing when it was left. */
  async ask<Answer>(load: () => Promise<Type<unknown>>, options: MatDialogConfig): Promise<Answer | undefined> {
    const [{ MatDialog }, component] = await Promise.all([import('@angular/material/dialog'), load()]);
    return firstValueFrom(this.injector.get(MatDialog).open<unknown, unknown, Answer>(component, options).afterClosed());
  }
}
