import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { inLanguage } from '@bota/shared/domain';
import { Texts } from '@bota/shared/ui';
import type { Floor } from '@bota/spaces/domain';

/** One floor of several; which one stands in the address. */
@Component({
  selector: 'b75-floor-tabs',
  imports: [RouterLink],
  template: `<nav [attr.aria-label]="texts.t('plan.floors')">
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
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-bottom: 16px;
    }
    a {
      padding: 0 16px;
      border: 1px solid var(--mat-sys-outline);
      border-radius: 22px;
      font: 600 14px/42px var(--b75-text);
      color: var(--mat-sys-on-surface);
      text-decoration: none;
      &:hover {
        background: color-mix(in srgb, var(--mat-sys-on-surface) 8%, transparent);
      }
      &[aria-current] {
        border-color: var(--mat-sys-secondary-container);
        background: var(--mat-sys-secondary-container);
        color: var(--mat-sys-on-secondary-container);
      }
    }
  `,
})
export class FloorTabs {
  protected readonly texts = inject(Texts);
  readonly floors = input.required<readonly Pick<Floor, 'id' | 'level' | 'name'>[]>();
  readonly open = input.required<string>();
  protected readonly name = (floor: Pick<Floor, 'name'>) => inLanguage(floor.name, this.texts.language());
}
