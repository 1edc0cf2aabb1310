import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Formats, type IconName, Texts } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import { FEATURE_ICONS, RoomWords, SpaceStore } from '@bota/spaces/web';

/** What a room has: places, area, features. */
@Component({
  selector: 'b75-room-facts',
  imports: [MatIcon],
  template: `<ul>
    @for (fact of facts(); track fact.text) {
      <li><mat-icon [svgIcon]="fact.icon" />{{ fact.text }}</li>
    }
  </ul>`,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 20px;
      margin: 16px 0 20px;
    }
    li {
      display: inline-flex;
      gap: 6px;
      align-items: center;
    }
    mat-icon {
      color: var(--mat-sys-primary);
    }
  `,
})
export class RoomFacts {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly words = inject(RoomWords);
  private readonly space = inject(SpaceStore);
  readonly room = input.required<Room>();

  protected readonly facts = computed(() => {
    const room = this.room();
    const facts: { icon: IconName; text: string }[] = [];
    if (room.capacity !== null) facts.push({ icon: 'group', text: this.words.placesInLayout(room) });
    if (room.areaM2 !== null)
      facts.push({ icon: 'straighten', text: this.texts.t('rooms.room.area', { n: this.formats.number(room.areaM2) }) });
    facts.push(...room.features.map((feature) => ({ icon: FEATURE_ICONS[feature], text: this.words.feature(feature) })));
    if (this.hasStairs(room)) facts.push({ icon: 'stairs', text: this.texts.t('rooms.room.stairs') });
    return facts;
  });

  /** Above or below the ground, in a house that says which rooms are step-free. */
  private hasStairs(room: Room): boolean {
    const isSaid = this.space.rooms().some(({ features }) => features.includes('step-free'));
    return isSaid && !room.features.includes('step-free') && (this.space.floorOf(room)?.level ?? 0) !== 0;
  }
}
