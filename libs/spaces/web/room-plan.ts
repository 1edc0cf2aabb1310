import { Component, computed, inject, input } from '@angular/core';
import { Texts } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import { planOf, VIEW } from './plan';

/** A room seen from above, where there is no photo. `<b75-room-plan [room]="room" />`, as wide as its place. */
@Component({
  selector: 'b75-room-plan',
  templateUrl: './room-plan.html',
  styles: `
    :host {
      display: block;
    }
    svg {
      display: block;
      width: 100%;
      height: auto;
      border-radius: var(--mat-sys-corner-medium);
    }
  `,
})
export class RoomPlan {
  private readonly texts = inject(Texts);
  readonly room = input.required<Pick<Room, 'layout' | 'capacity'>>();
  protected readonly view = VIEW;
  protected readonly plan = computed(() => planOf(this.room().layout, this.room().capacity));
  protected readonly label = computed(() => this.texts.t('spaces.plan', { layout: this.texts.t(`spaces.layout.${this.room().layout}`) }));
}
