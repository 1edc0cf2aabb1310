import { inject, Injectable } from '@angular/core';
import { map, type Observable, filter } from 'rxjs';
import { LiveChange } from '@bota/booking/domain';
import { startOfDay } from '@bota/shared/domain';
import { type LiveEvent, LiveStream } from '@bota/spaces/web';
import type { Dates } from './bookings.client';

/** What changed elsewhere. `missed` after a lost connection: anything may have changed meanwhile; `house`: its rooms, hours or names. */
export type LiveNews = LiveChange | 'missed' | 'house';

/** Changes in a space made by anybody, as they happen. */
@Injectable({ providedIn: 'root' })
export class Live {
  private readonly stream = inject(LiveStream);

  of = (space: string): Observable<LiveNews> =>
    this.stream.of(space).pipe(
      map(newsIn),
      filter((news) => news !== null),
    );
}

function newsIn({ type, data }: LiveEvent): LiveNews | null {
  if (type === 'missed' || type === 'house') return type;
  const change = LiveChange.safeParse(data);
  return type === 'change' && change.success ? change.data : null;
}

/** Whether a change concerns what is shown between these civil dates of the house. */
export const touches = (news: LiveNews, { from, to }: Dates, zone: string): boolean =>
  typeof news === 'string' || (new Date(news.from) < startOfDay(to, zone) && startOfDay(from, zone) < new Date(news.to));
