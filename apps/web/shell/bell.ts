import { Component, computed, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Unread } from '@bota/notifications/web';
import { Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

const MOST = 99;

/** Leads to what the reader was told, with how much of it they have not read; a screen reader hears when that grows. */
@Component({
  selector: 'b75-bell',
  imports: [MatIcon, RouterLink, RouterLinkActive],
  providers: [Unread],
  template: `<a
      [routerLink]="['/', space.ref(), 'notifications']"
      routerLinkActive="on"
      ariaCurrentWhenActive="page"
      [attr.aria-label]="label()"
      [title]="texts.t('shell.notifications.title')"
    >
      <mat-icon svgIcon="notifications" />
      @if (unread.count()) {
        <span class="count" aria-hidden="true">{{ shown() }}</span>
      }
    </a>
    <span class="vh" aria-live="polite">{{ unread.count() ? label() : '' }}</span>`,
  styleUrl: './bell.scss',
})
export class Bell {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  protected readonly unread = inject(Unread);
  protected readonly shown = computed(() => (this.unread.count() > MOST ? `${MOST}+` : String(this.unread.count())));
  protected readonly label = computed(() => {
    const count = this.unread.count();
    return count ? this.texts.count('shell.notifications.unread', count) : this.texts.t('shell.notifications.title');
  });
}
