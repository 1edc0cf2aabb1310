import { Component, computed, inject, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { Notification } from '@bota/notifications/domain';
import type { NotificationFamily } from '@bota/shared/domain';
import { Formats, type IconName, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

const ICONS: Record<NotificationFamily, IconName> = {
  bookings: 'calendar_today',
  confirmations: 'event_available',
  requests: 'mail',
  reminders: 'schedule',
  closures: 'event_busy',
  season: 'calendar_month',
  organisation: 'group',
  coordination: 'hourglass_top',
};

/** One thing the reader was told: its title leads there, and reading it is said without leaving too. */
@Component({
  selector: 'b75-notification-row',
  imports: [MatIcon, MatIconButton, RouterLink],
  templateUrl: './notification-row.html',
  styleUrl: './notification-row.scss',
  host: { class: 'row', '[class.unread]': '!told().isRead' },
})
export class NotificationRow {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  readonly told = input.required<Notification>();
  readonly read = output();

  protected readonly icon = computed(() => ICONS[this.told().family]);
  protected readonly time = computed(() => this.formats.time(this.told().at, this.space.zone()));
  /** A path may carry a query and a fragment. */
  protected readonly link = computed(() => {
    const { pathname, searchParams, hash } = new URL(this.told().path, 'https://house.invalid/');
    return {
      path: ['/', this.space.ref(), ...pathname.split('/').filter(Boolean)],
      params: Object.fromEntries(searchParams),
      fragment: hash.slice(1) || undefined,
    };
  });

  protected follow(): void {
    if (!this.told().isRead) this.read.emit();
  }
}
