import { Component, computed, inject } from '@angular/core';
import { SpaceStore } from '@bota/spaces/web';
import { SpaceMenu } from './space-menu';

/** The name of the house; a menu only when there are several. */
@Component({
  selector: 'b75-space-switch',
  imports: [SpaceMenu],
  template: `@defer (when spaces().length > 1) {
      <b75-space-menu [spaces]="spaces()" [name]="name()" [ref]="ref()" />
    } @placeholder {
      <span class="name alone">{{ name() }}</span>
    }`,
  styleUrl: './space-switch.scss',
})
export class SpaceSwitch {
  private readonly store = inject(SpaceStore);
  protected readonly name = computed(() => (this.store.space.hasValue() ? this.store.space.value().name : ''));
  protected readonly ref = this.store.ref;
  protected readonly spaces = computed(() => (this.store.spaces.hasValue() ? this.store.spaces.value().items : []));
}
