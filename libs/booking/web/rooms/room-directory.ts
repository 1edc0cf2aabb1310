import { Component, computed, inject, input } from '@angular/core';
import { Empty, SectionHeader, Texts } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import { RoomWords, SpaceStore } from '@bota/spaces/web';
import type { House } from './availability';
import { DirectoryRow } from './directory-row';

/** All rooms by floor, with what they are doing now and their day. */
@Component({
  selector: 'b75-room-directory',
  imports: [DirectoryRow, Empty, SectionHeader],
  template: `@for (floor of floors(); track floor.name) {
      <section>
        <ui-section-header [heading]="floor.name" [count]="floor.rooms.length" />
        <ul>
          @for (room of floor.rooms; track room.id) {
            <li b75-directory-row [room]="room" [house]="house()" [now]="now()" [today]="today()" [mayBook]="mayBook()"></li>
          }
        </ul>
      </section>
    } @empty {
      <ui-empty icon="meeting_room" [heading]="texts.t('rooms.all.none')" [level]="2">{{ texts.t('rooms.all.noneHint') }}</ui-empty>
    }`,
  styles: `
    section {
      margin-bottom: 32px;
    }
  `,
})
export class RoomDirectory {
  protected readonly texts = inject(Texts);
  private readonly words = inject(RoomWords);
  private readonly space = inject(SpaceStore);
  readonly house = input.required<House>();
  readonly now = input.required<Date>();
  readonly today = input.required<string>();
  readonly mayBook = input(true);

  /** Floors from the ground up as the house lists them; rooms without a floor come last. */
  protected readonly floors = computed(() => {
    const byFloor = new Map<string, Room[]>();
    const named = this.house().rooms.filter((room) => this.space.floorOf(room));
    const elsewhere = this.house().rooms.filter((room) => !this.space.floorOf(room));
    for (const room of [...named, ...elsewhere]) {
      const name = this.words.floorOf(room) || this.texts.t('rooms.all.elsewhere');
      byFloor.set(name, [...(byFloor.get(name) ?? []), room]);
    }
    return [...byFloor].map(([name, rooms]) => ({ name, rooms }));
  });
}
