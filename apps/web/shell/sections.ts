import { computed, inject } from '@angular/core';
import type { IconName } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

/** `more`: on a phone behind « Plus », where five places are all there is room for. */
export type Section = { path: string; icon: IconName; label: string; isMore?: boolean };

const ALL: readonly Section[] = [
  { path: 'today', icon: 'today', label: 'shell.nav.today' },
  { path: 'agenda', icon: 'calendar_month', label: 'shell.nav.agenda' },
  { path: 'rooms', icon: 'meeting_room', label: 'shell.nav.rooms' },
  { path: 'residents', icon: 'groups', label: 'shell.nav.residents', isMore: true },
];
const OF_COORDINATORS: readonly Section[] = [{ path: 'house', icon: 'home', label: 'shell.nav.house', isMore: true }];

/** What the rail and the bottom bar lead to: only what exists, and the house itself for who runs it. */
export function sectionsOfReader(): () => readonly Section[] {
  const { space } = inject(SpaceStore);
  return computed(() => (space.hasValue() && space.value().may.configure ? [...ALL, ...OF_COORDINATORS] : ALL));
}
