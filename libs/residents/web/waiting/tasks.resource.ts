import { computed, inject } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { debounceTime, filter, switchMap } from 'rxjs';
import { resourceFor } from '@bota/people/web';
import { TaskList } from '@bota/shared/domain';
import { LiveStream, SpaceStore } from '@bota/spaces/web';

const LIVE_PAUSE_MS = 500;

/** What waits, for who runs the house; nobody else asks. Read again with whatever happens in the house. */
export function tasksResource() {
  const { space, ref } = inject(SpaceStore);
  const live = inject(LiveStream);
  const mayRun = computed(() => space.hasValue() && space.value().may.configure);
  const tasks = resourceFor(
    () => (mayRun() ? `/api/spaces/${ref()}/tasks` : undefined),
    (answer) => TaskList.parse(answer),
  );
  toObservable(computed(() => (mayRun() ? ref() : null)))
    .pipe(
      filter((space) => space !== null),
      switchMap((space) => live.of(space)),
      debounceTime(LIVE_PAUSE_MS),
      takeUntilDestroyed(),
    )
    .subscribe(() => tasks.reload());
  return tasks;
}
