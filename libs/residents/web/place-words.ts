import { inject, Injectable } from '@angular/core';
import type { Wish } from '@bota/residents/domain';
import { Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

/** How an occupied place is said: `Bureau 11`, `Plateau partagé (3 postes)`. */
@Injectable({ providedIn: 'root' })
export class PlaceWords {
  private readonly texts = inject(Texts);
  private readonly space = inject(SpaceStore);

  place = ({ roomId, desks }: Wish): string => {
    const name = this.space.room(roomId)?.name ?? '';
    return desks === null ? name : `${name} (${this.texts.count('residents.occupies.desks', desks)})`;
  };
}
