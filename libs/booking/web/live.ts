import { Injectable } from '@angular/core';
import { Observable, share } from 'rxjs';
import { LiveChange } from '@bota/booking/domain';
import { startOfDay } from '@bota/shared/domain';
import type { Dates } from './bookings.client';

/** What changed elsewhere. `missed` after a lost connection: anything may have changed meanwhile; `house`: its rooms, hours or names. */
export type LiveNews = LiveChange | 'missed' | 'house';

/** Changes in a space made by anybody, as they happen. One stream per space, however many listen. */
@Injectable({ providedIn: 'root' })
export class Live {
  private readonly streams = new Map<string, Observable<LiveNews>>();

  of(space: string): Observable<LiveNews> {
    const known = this.streams.get(space) ?? stream(`/api/spaces/${space}/live`).pipe(share());
    this.streams.set(space, known);
    return known;
  }
}

function stream(url: string): Observable<LiveNews> {
  return new Observable((listener) => {
    const source = new EventSource(url);
    let wasLost = false;
    source.addEventListener('change', (event: MessageEvent<string>) => {
      const news = LiveChange.safeParse(readJson(event.data));
      if (news.success) listener.next(news.data);
    });
    source.addEventListener('house', () => listener.next('house'));
    source.addEventListener('error', () => (wasLost = true));
    source.addEventListener('open', () => {
      if (wasLost) listener.next('missed');
      wasLost = false;
    });
    return () => source.close();
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether a change concerns what is shown between these civil dates of the house. */
export const touches = (news: LiveNews, { from, to }: Dates, zone: string): boolean =>
  typeof news === 'string' || (new Date(news.from) < startOfDay(to, zone) && startOfDay(from, zone) < new Date(news.to));
