import { HttpErrorResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { type CanMatchFn } from '@angular/router';
import { SpaceStore } from './space-store';

/** Opens the space named in the address; one that does not exist is no page. Any other failure is told by the frame. */
export const inSpace: CanMatchFn = async (_, [segment]) => {
  const store = inject(SpaceStore);
  await store.open(segment?.path ?? '');
  const error = store.space.error();
  const cause = error?.cause ?? error;
  return !(cause instanceof HttpErrorResponse && (cause.status === 404 || cause.status === 400));
};
