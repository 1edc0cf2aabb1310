import { computed, DestroyRef, inject, type Signal, signal } from '@angular/core';
import { dateOf } from '@bota/shared/domain';
import { SpaceStore } from '@bota/spaces/web';

const TICK_MS = 30_000;

/** The present moment and the civil date of the house, kept up to date while a page is open. */
export function agendaClock(): { now: Signal<Date>; today: Signal<string> } {
  const now = signal(new Date());
  const timer = setInterval(() => now.set(new Date()), TICK_MS);
  inject(DestroyRef).onDestroy(() => clearInterval(timer));
  const zone = inject(SpaceStore).zone;
  return { now: now.asReadonly(), today: computed(() => dateOf(now(), zone())) };
}
