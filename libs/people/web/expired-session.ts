import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { Router } from '@angular/router';
import { tap } from 'rxjs';
import { Session } from './session';

const asksWhoIAm = (url: string) => url === '/api/me' || url === '/api/auth/session';

/** A session that ended while a page was open: back to signing in, and then to where one was. */
export const expiredSession: HttpInterceptorFn = (request, next) => {
  const injector = inject(Injector);
  const onError = (error: unknown) => {
    const ended = error instanceof HttpErrorResponse && error.status === 401 && !asksWhoIAm(request.url);
    // Asked here and not above: the session itself is read through this interceptor.
    if (ended && injector.get(Session).isSignedIn()) leave(injector);
  };
  return next(request).pipe(tap({ error: onError }));
};

function leave(injector: Injector): void {
  const router = injector.get(Router);
  injector.get(Session).forget();
  void router.navigate(['/sign-in'], { queryParams: { return: router.url, expired: 1 } });
}
