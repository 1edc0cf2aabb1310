import { inject, Injectable } from '@angular/core';
import { inLanguage } from '@bota/shared/domain';
import { Formats, Texts } from '@bota/shared/ui';
import type { Feature, Floor, Room } from '@bota/spaces/domain';
import { SpaceStore } from './space-store';

/** How rooms and floors are said everywhere. */
@Injectable({ providedIn: 'root' })
export class RoomWords {
  private readonly store = inject(SpaceStore);
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);

  floor = (floor: Floor | undefined): string => (floor ? inLanguage(floor.name, this.texts.language()) : '');
  floorOf = (room: Room): string => this.floor(this.store.floorOf(room));
  feature = (feature: Feature): string => this.texts.t(`spaces.feature.${feature}`);
  /** `40 places`; nothing when the capacity is not known. */
  places = (room: Room): string => (room.capacity === null ? '' : this.texts.count('spaces.places', room.capacity));
  /** `40 places en théâtre`. */
  placesInLayout = (room: Room): string => [this.places(room), this.texts.t(`spaces.layout.${room.layout}`)].filter(Boolean).join(' ');
  description = (room: Room): string => inLanguage(room.description, this.texts.language());
  /** `Salle A et Salle B`; nothing for an atomic room. */
  parts = (room: Room): string => this.formats.list(room.partIds.flatMap((id) => this.store.room(id)?.name ?? []));
}
