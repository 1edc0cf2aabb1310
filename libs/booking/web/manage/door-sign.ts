import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Empty, Failure, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { QrCode } from '../check-in/qr-code';
import { managedRoomsResource } from './manage.client';
import { RoomTabs } from './room-tabs';

/** The sheet that hangs at the door of a room, as it is printed: its name, what the code is for, and the code. */
@Component({
  selector: 'b75-door-sign',
  imports: [Empty, Failure, MatButton, MatIcon, QrCode, RoomTabs, RouterLink, SectionHeader, Skeleton],
  templateUrl: './door-sign.html',
  styleUrls: ['./manage.scss', './door-sign.scss'],
})
export class DoorSignPage {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  /** Slug in the address. */
  readonly room = input.required<string>();
  protected readonly rooms = managedRoomsResource();
  protected readonly found = computed(() =>
    this.rooms.hasValue()
      ? this.rooms.value()?.items.find(({ slug, bookable, archivedAt }) => slug === this.room() && bookable && !archivedAt)
      : undefined,
  );
  /** By its id: a room that gets another name keeps the sheet at its door. */
  protected readonly address = computed(() => `${location.origin}/${this.space.ref()}/rooms/${this.found()?.id}/check-in`);
  /** The sheet speaks the languages of the house, whoever prints it. */
  protected readonly languages = computed(() => (this.space.space.hasValue() ? this.space.space.value().languages : []));

  protected readonly house = computed(() => (this.space.space.hasValue() ? this.space.space.value().name : ''));

  protected print(): void {
    window.print();
  }
}
