import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { inLanguage } from '@bota/shared/domain';
import { Texts } from '@bota/shared/ui';
import type { Floor } from '@bota/spaces/domain';

/** One floor of several; which one stands in the address. */
@Component({
  selector: 'b75-floor-tabs',
  imports: [RouterLink],
  template: `<nav class="tabs" [attr.aria-label]="texts.t('plan.floors')">
    @for (floor of floors(); track floor.id) {
      <a
        [routerLink]="[]"
        [queryParams]="{ floor: floor.level }"
        queryParamsHandling="merge"
        [attr.aria-current]="floor.id === open() ? 'page' : null"
        >{{ name(floor) }}</a
      >
    }
  </nav>`,
  styles: `
    nav {
      margin-bottom: 16px;
    }
  `,
})
export class FloorTabs {
  protected readonly texts = inject(Texts);
  readonly floors = input.required<readonly Pick<Floor, 'id' | 'level' | 'name'>[]>();
  readonly open = input.required<string>();
  protected readonly name = (floor: Pick<Floor, 'name'>) => inLanguage(floor.name, this.texts.language());
}
