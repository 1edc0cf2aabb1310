import { Component, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

/** The pages of a room that is booked: what it is, its rules, and what hangs at its door. */
@Component({
  selector: 'b75-room-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `<nav class="tabs" [attr.aria-label]="texts.t('manage.rules.pages')">
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
      margin: 16px 0 20px;
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
    { name: 'door', path: ['door'] },
  ];
}
