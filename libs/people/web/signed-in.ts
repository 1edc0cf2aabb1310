import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { Session } from './session';

/** Route guard: asks people to sign in and brings them back. */
export const signedIn: CanActivateFn = async (_, state) => {
  const router = inject(Router);
  const me = await inject(Session).known();
  return me ? true : router.createUrlTree(['/sign-in'], { queryParams: { return: state.url } });
};
