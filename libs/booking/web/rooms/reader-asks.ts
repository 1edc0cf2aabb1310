import { computed, inject, type Signal } from '@angular/core';
import type { Asker } from '@bota/booking/domain';
import { Session } from '@bota/people/web';
import { SpaceStore } from '@bota/spaces/web';

/** The reader, as the rules of booking know who asks. */
export function readerAsks(): Signal<Asker> {
  const [session, space] = [inject(Session), inject(SpaceStore)];
  return computed(() => ({
    organisationIds: session.me()?.memberships.map(({ organisationId }) => organisationId) ?? [],
    isCoordinator: space.space.hasValue() && space.space.value().may.configure,
  }));
}
