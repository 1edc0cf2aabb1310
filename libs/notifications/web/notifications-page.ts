import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { Notification } from '@bota/notifications/domain';
import { addDays, dateOf } from '@bota/shared/domain';
import { capital, Empty, Failure, Formats, keptFocus, Notices, PageHeader, ProblemTexts, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { byDay } from './by-day';
import { NotificationRow } from './notification-row';
import { NotificationsClient, notificationsResource } from './notifications.client';
import { toldLive } from './unread';

/** What the reader was told in this house, by day, the latest first. */
@Component({
  selector: 'b75-notifications',
  imports: [Empty, Failure, MatButton, MatIcon, NotificationRow, PageHeader, RouterLink, Skeleton],
  templateUrl: './notifications-page.html',
  styles: `
    :host {
      display: block;
      max-width: 760px;
    }
    .choose {
      display: inline-block;
      padding: 6px 0;
    }
    section {
      margin-bottom: 24px;
    }
    h2 {
      padding-bottom: 8px;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
    }
  `,
})
export class NotificationsPage {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  private readonly client = inject(NotificationsClient);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemTexts);
  protected readonly resource = notificationsResource();
  private readonly first = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  /** Earlier ones that were asked for, below the first page. */
  private readonly earlier = linkedSignal<unknown, Notification[]>({ source: this.client.firstPage, computation: () => [] });
  private readonly last = linkedSignal(() => this.first()?.next);
  protected readonly items = computed(() => {
    const first = this.first()?.items;
    if (!first) return undefined;
    const known = new Set(first.map(({ id }) => id));
    return [...first, ...this.earlier().filter(({ id }) => !known.has(id))];
  });
  protected readonly days = computed(() => byDay(this.items() ?? [], this.space.zone()));
  protected readonly hasMore = computed(() => this.last() !== undefined);
  protected readonly hasUnread = computed(() => (this.first()?.unread ?? 0) > 0);
  protected readonly isBusy = signal(false);
  private readonly focusNext = keptFocus(() => this.days().length > 0);

  constructor() {
    toldLive()
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.resource.reload());
  }

  protected dayName(date: string): string {
    const today = dateOf(new Date(), this.space.zone());
    if (date === today) return this.texts.t('notifications.today');
    if (date === addDays(today, -1)) return this.texts.t('notifications.yesterday');
    return capital(this.formats.day(`${date}T12:00:00Z`, 'UTC', 'full'));
  }

  /** Who reads on goes on with the next that is new. */
  protected readOne({ id }: Notification): Promise<void> {
    const items = this.items() ?? [];
    const next = items.slice(items.findIndex((one) => one.id === id) + 1).find(({ isRead }) => !isRead);
    this.focusNext(...(next ? [`[data-told="${next.id}"] button`] : []), `[data-told="${id}"] a`);
    return this.attempt(() => this.client.read(id));
  }

  protected async readAll(): Promise<void> {
    const [latest] = this.items() ?? [];
    this.focusNext('[data-told] a');
    if (latest) await this.attempt(() => this.client.readAll(latest.id));
  }

  protected more = (): Promise<void> =>
    this.attempt(async () => {
      const from = this.items()?.at(-1);
      if (!from) return;
      const { items, next } = await this.client.after(from.id);
      this.earlier.update((known) => [...known, ...items]);
      this.last.set(next);
    });

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.isBusy.set(true);
    try {
      await act();
    } catch (error) {
      this.notices.say(this.problems.explain(error).title);
    } finally {
      this.isBusy.set(false);
    }
  }
}
