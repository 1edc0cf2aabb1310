import { computed, inject } from '@angular/core';
import { Session } from '@bota/people/web';
import type { IconName } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

/** `path` below the house. `isMore`: on a phone behind « Plus », where five places are all there is room for. */
export type Section = { path: string; icon: IconName; label: string; isMore?: boolean };

const ALL: readonly Section[] = [
  { path: 'today', icon: 'today', label: 'shell.nav.today' },
  { path: 'agenda', icon: 'calendar_month', label: 'shell.nav.agenda' },
  { path: 'rooms', icon: 'meeting_room', label: 'shell.nav.rooms' },
  { path: 'residents', icon: 'groups', label: 'shell.nav.residents', isMore: true },
];
const OF_COORDINATORS: readonly Section[] = [{ path: 'house', icon: 'home', label: 'shell.nav.house', isMore: true }];

/** Who steers or studies the house reads how it is used. */
const OF_THE_TEAM: readonly Section[] = [{ path: 'house/statistics', icon: 'bar_chart', label: 'shell.nav.statistics', isMore: true }];

/** What the rail and the bottom bar lead to: only what exists, and the house itself for who runs it. */
export function sectionsOfReader(): () => readonly Section[] {
  const { space } = inject(SpaceStore);
  const session = inject(Session);
  return computed(() => {
    if (!space.hasValue()) return ALL;
    const { id: spaceId, may } = space.value();
    if (may.configure) return [...ALL, ...OF_COORDINATORS];
    return session.me()?.houseRoles.some((role) => role.spaceId === spaceId) ? [...ALL, ...OF_THE_TEAM] : ALL;
  });
}
