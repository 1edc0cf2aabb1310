import { inject, Injectable } from '@angular/core';
import { Texts } from '@bota/shared/ui';
import type { Counts } from './closing-draft';

/** `3 gardées, 2 annulées, 1 déplacée`: what there is none of is left out. */
@Injectable({ providedIn: 'root' })
export class CountWords {
  private readonly texts = inject(Texts);

  say = ({ kept, cancelled, moved, unplaced }: Counts): string =>
    [
      ...(kept ? [this.texts.count('manage.choices.kept', kept)] : []),
      ...(cancelled ? [this.texts.count('manage.choices.cancelled', cancelled)] : []),
      ...(moved ? [this.texts.count('manage.choices.moved', moved)] : []),
      ...(unplaced ? [this.texts.count('manage.choices.unplaced', unplaced)] : []),
    ].join(', ');
}
