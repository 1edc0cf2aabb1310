import { computed, linkedSignal, type Resource, type Signal } from '@angular/core';

export type LastKnown<T> = { value: T; at: Date };

/**
 * The last value a resource had, with the time it came: what to go on showing while it reloads or the house cannot be reached.
 * `const known = lastKnown(resource)`; show `known()?.value`, mark it with the offline banner.
 */
export function lastKnown<T>(resource: Resource<T | undefined>): Signal<LastKnown<T> | undefined> {
  const now = computed(() => (resource.hasValue() ? (resource.value() as T) : undefined));
  return linkedSignal<T | undefined, LastKnown<T> | undefined>({
    source: now,
    computation: (value, previous) => (value === undefined ? previous?.value : { value, at: new Date() }),
  }).asReadonly();
}
