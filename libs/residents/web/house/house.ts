import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { PageHeader, Empty, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

/** The frame of what coordinators run the house with. */
@Component({
  selector: 'b75-house',
  imports: [Empty, PageHeader, RouterLink, RouterLinkActive, RouterOutlet],
  template: `@if (mayRun()) {
      <ui-page-header [heading]="texts.t('house.title')" [lead]="texts.t('house.lead')" />
      <nav [attr.aria-label]="texts.t('house.title')">
        @for (page of pages; track page) {
          <a [routerLink]="['/', space.ref(), 'house', page]" routerLinkActive="on" ariaCurrentWhenActive="page">{{
            texts.t('house.nav.' + page)
          }}</a>
        }
      </nav>
      <router-outlet />
    } @else {
      <ui-empty icon="lock" tone="o" [heading]="texts.t('ui.problem.forbidden.title')" [level]="1">{{
        texts.t('ui.problem.forbidden.text')
      }}</ui-empty>
    }`,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 0 4px;
      margin-bottom: 24px;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
    }
    a {
      padding: 12px;
      border-bottom: 3px solid transparent;
      font: var(--mat-sys-label-large);
      color: var(--mat-sys-on-surface-variant);
      text-decoration: none;
      &:hover {
        color: var(--mat-sys-on-surface);
      }
      &.on {
        border-bottom-color: var(--mat-sys-primary);
        color: var(--mat-sys-primary);
      }
    }
  `,
})
export class House {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  protected readonly pages = ['team', 'letters', 'templates', 'log', 'integrity'] as const;
  protected readonly mayRun = computed(() => this.space.space.hasValue() && this.space.space.value().may.configure);
}
