import { Component, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

/** The two pages of a room that is booked: what it is, and its rules. */
@Component({
  selector: 'b75-room-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `<nav [attr.aria-label]="texts.t('manage.rules.pages')">
    @for (page of pages; track page.name) {
      <a
        [routerLink]="['/', space.ref(), 'house', 'rooms', slug()].concat(page.path)"
        routerLinkActive
        ariaCurrentWhenActive="page"
        [routerLinkActiveOptions]="{ exact: true }"
        >{{ texts.t('manage.rules.tab.' + page.name) }}</a
      >
    }
  </nav>`,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin: 16px 0 20px;
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
export class RoomTabs {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  readonly slug = input.required<string>();
  protected readonly pages = [
    { name: 'room', path: [] },
    { name: 'rules', path: ['rules'] },
  ];
}
