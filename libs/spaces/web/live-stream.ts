import { Injectable } from '@angular/core';
import { Observable, share } from 'rxjs';

const TYPES = ['change', 'house', 'season', 'notification'] as const;
/** An event of the house with its data as it came. `missed` after a lost connection: anything may have happened meanwhile. */
export type LiveEvent = { type: (typeof TYPES)[number] | 'missed'; data: unknown };

/** What happens in a space, as it happens. One connection per space, however many listen. */
@Injectable({ providedIn: 'root' })
export class LiveStream {
  private readonly streams = new Map<string, Observable<LiveEvent>>();

  of(space: string): Observable<LiveEvent> {
    const known = this.streams.get(space) ?? stream(`/api/spaces/${space}/live`).pipe(share());
    this.streams.set(space, known);
    return known;
  }
}

function stream(url: string): Observable<LiveEvent> {
  return new Observable((listener) => {
    const source = new EventSource(url);
    let wasLost = false;
    for (const type of TYPES)
      source.addEventListener(type, ({ data }: MessageEvent<string>) => listener.next({ type, data: readJson(data) }));
    source.addEventListener('error', () => (wasLost = true));
    source.addEventListener('open', () => {
      if (wasLost) listener.next({ type: 'missed', data: null });
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
