import { HttpErrorResponse, HttpEventType, type HttpInterceptorFn } from '@angular/common/http';
import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { tap } from 'rxjs';

/** Whether the house can be reached, and when it last was: both from the browser and from the answers that come. */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly reachable = signal(navigator.onLine);
  readonly isOffline = () => !this.reachable();
  /** When the last answer came. */
  readonly lastAnswer = signal<Date | null>(null);

  constructor() {
    const watch = new AbortController();
    addEventListener('online', () => this.reachable.set(true), { signal: watch.signal });
    addEventListener('offline', () => this.reachable.set(false), { signal: watch.signal });
    inject(DestroyRef).onDestroy(() => watch.abort());
  }

  answered(): void {
    this.reachable.set(true);
    this.lastAnswer.set(new Date());
  }

  failed(): void {
    this.reachable.set(false);
  }
}

/** Status 0 is no answer at all; any answer, even a refusal, means that we are connected. */
export const connectionWatch: HttpInterceptorFn = (request, next) => {
  const connection = inject(Connection);
  return next(request).pipe(
    tap({
      next: (event) => event.type === HttpEventType.Response && connection.answered(),
      error: (error: unknown) => (error instanceof HttpErrorResponse && error.status === 0 ? connection.failed() : connection.answered()),
    }),
  );
};
