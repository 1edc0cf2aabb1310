import { Component, computed, inject } from '@angular/core';
import { Logo } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

/** The logo the house chose, else that of the product. Decoration: the link around it is named. */
@Component({
  selector: 'b75-house-logo',
  imports: [Logo],
  template: `@if (logo(); as source) {
      <img [src]="source" alt="" />
    } @else {
      <ui-logo />
    }`,
  styles: `
    :host,
    img {
      display: block;
      width: var(--logo, 40px);
      height: var(--logo, 40px);
    }
    img {
      object-fit: contain;
    }
  `,
})
export class HouseLogo {
  private readonly store = inject(SpaceStore);
  protected readonly logo = computed(() => (this.store.space.hasValue() ? this.store.space.value().logo : null));
}
