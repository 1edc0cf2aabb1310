import { inject, Injectable } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { debounceTime, filter, map, type Observable, switchMap } from 'rxjs';
import { LiveChange } from '@bota/booking/domain';
import { startOfDay } from '@bota/shared/domain';
import { type LiveEvent, LiveStream, SpaceStore } from '@bota/spaces/web';
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

  /** Somebody did something in a round of the space, or may have while the connection was lost. */
  ofSeasons = (space: string): Observable<unknown> =>
    this.stream.of(space).pipe(filter(({ type }) => type === 'season' || type === 'house' || type === 'missed'));
}

const PAUSE_MS = 300;

/** Does it a moment after the last news of the house that is open, as long as who calls it is there. */
export function withNews(newsOf: (live: Live, space: string) => Observable<unknown>, act: () => void): void {
  const live = inject(Live);
  toObservable(inject(SpaceStore).ref)
    .pipe(
      filter(Boolean),
      switchMap((space) => newsOf(live, space)),
      debounceTime(PAUSE_MS),
      takeUntilDestroyed(),
    )
    .subscribe(act);
}

function newsIn({ type, data }: LiveEvent): LiveNews | null {
  if (type === 'missed' || type === 'house') return type;
  const change = LiveChange.safeParse(data);
  return type === 'change' && change.success ? change.data : null;
}

/** Whether a change concerns what is shown between these civil dates of the house. */
export const touches = (news: LiveNews, { from, to }: Dates, zone: string): boolean =>
  typeof news === 'string' || (new Date(news.from) < startOfDay(to, zone) && startOfDay(from, zone) < new Date(news.to));
