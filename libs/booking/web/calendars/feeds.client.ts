import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { FeedList, type FeedDraft, NewFeed } from '@bota/booking/domain';
import { resourceFor, Session } from '@bota/people/web';

const feedsOf = (space: string) => `/api/spaces/${space}/feeds`;

/** My links to calendars of a house. */
@Injectable({ providedIn: 'root' })
export class Feeds {
  private readonly http = inject(HttpClient);

  async create(space: string, draft: FeedDraft): Promise<NewFeed> {
    return NewFeed.parse(await firstValueFrom(this.http.post(feedsOf(space), draft)));
  }

  async revoke(space: string, id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${feedsOf(space)}/${id}`));
  }
}

export const feedsResource = (space: () => string) => {
  const session = inject(Session);
  return resourceFor(
    () => (space() && session.isSignedIn() ? feedsOf(space()) : undefined),
    (answer) => FeedList.parse(answer),
  );
};
