import { Component, computed, inject, input, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router } from '@angular/router';
import { Session } from '@bota/people/web';
import { Failure, PageHeader, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { FeedLink } from './feed-link';
import { FeedListSection } from './feed-list';
import { feedsResource } from './feeds.client';
import { NewFeedSection } from './new-feed';

/** Following the house in one's own calendar: a room, an organisation, what one booked; or what is public. */
@Component({
  selector: 'b75-calendars',
  imports: [Failure, FeedLink, FeedListSection, MatButton, MatIcon, NewFeedSection, PageHeader, SectionHeader, Skeleton],
  templateUrl: './calendars-page.html',
  styles: `
    .cols {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      gap: 64px;
    }
    .stack {
      display: grid;
      gap: 40px;
    }
    section {
      display: grid;
      gap: 16px;
      justify-items: start;
    }
    section > * {
      width: 100%;
    }
    section > button {
      width: auto;
    }
  `,
})
export class CalendarsPage {
  protected readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  protected readonly space = inject(SpaceStore);
  private readonly router = inject(Router);
  /** `?room=` and `?organisation=`: slugs of what is to be followed. */
  readonly room = input<string>();
  readonly organisation = input<string>();

  private readonly fresh = viewChild(NewFeedSection);
  protected readonly feeds = feedsResource(() => this.space.ref());
  protected readonly publicPath = computed(() => `/api/spaces/${this.space.ref()}/calendar.ics`);

  /** Its address leads nowhere any more. */
  protected forget(id: string): void {
    this.fresh()?.forget(id);
    this.feeds.reload();
  }

  protected signIn(): void {
    void this.router.navigate(['/sign-in'], { queryParams: { return: this.router.url } });
  }
}
