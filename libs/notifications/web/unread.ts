import { computed, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { filter, switchMap } from 'rxjs';
import { NotificationCount } from '@bota/notifications/domain';
import { resourceFor, Session } from '@bota/people/web';
import { LiveStream, SpaceStore } from '@bota/spaces/web';

/** How much the reader has not read in the house that is open; follows what happens, in this window and elsewhere. */
@Injectable()
export class Unread {
  private readonly session = inject(Session);
  private readonly space = inject(SpaceStore);
  private readonly resource = resourceFor(
    () => (this.session.isSignedIn() && this.space.ref() ? `/api/spaces/${this.space.ref()}/notifications/count` : undefined),
    (answer) => NotificationCount.parse(answer),
  );
  readonly count = computed(() => (this.resource.hasValue() ? (this.resource.value()?.unread ?? 0) : 0));

  constructor() {
    toldLive()
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.resource.reload());
  }
}

/** Fires when the reader is told something in the house that is open, or may have been while the connection was lost. */
export function toldLive() {
  const live = inject(LiveStream);
  return toObservable(inject(SpaceStore).ref).pipe(
    filter(Boolean),
    switchMap((space) => live.of(space)),
    filter(({ type }) => type === 'notification' || type === 'missed'),
  );
}
