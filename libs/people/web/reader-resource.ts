import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, type Injector, type Resource } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { filter, firstValueFrom } from 'rxjs';
import { Session } from './session';

/** A resource that is asked again when somebody else reads: answers say what that person may. Waits until it is known who reads. */
export function resourceFor<T>(url: () => string | undefined, parse: (answer: unknown) => T): HttpResourceRef<T | undefined> {
  const session = inject(Session);
  const request = () => {
    session.personId();
    return session.isKnown() ? url() : undefined;
  };
  return httpResource(request, { parse });
}

/** When a resource is no longer loading. */
export const settled = async (resource: Pick<Resource<unknown>, 'isLoading'>, injector: Injector): Promise<void> => {
  await firstValueFrom(toObservable(resource.isLoading, { injector }).pipe(filter((isLoading) => !isLoading)));
};
