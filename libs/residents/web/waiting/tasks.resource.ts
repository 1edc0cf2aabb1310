import { computed, inject } from '@angular/core';
import { resourceFor } from '@bota/people/web';
import { TaskList } from '@bota/shared/domain';
import { SpaceStore } from '@bota/spaces/web';

/** What waits, for who runs the house; nobody else asks. */
export function tasksResource() {
  const { space, ref } = inject(SpaceStore);
  const mayRun = computed(() => space.hasValue() && space.value().may.configure);
  return resourceFor(
    () => (mayRun() ? `/api/spaces/${ref()}/tasks` : undefined),
    (answer) => TaskList.parse(answer),
  );
}
