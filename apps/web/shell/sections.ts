import type { IconName } from '@bota/shared/ui';

export type Section = { path: string; icon: IconName; label: string };

/** What the rail and the bottom bar lead to: only what exists. */
export const SECTIONS: readonly Section[] = [
  { path: 'today', icon: 'today', label: 'shell.nav.today' },
  { path: 'agenda', icon: 'calendar_month', label: 'shell.nav.agenda' },
  { path: 'rooms', icon: 'meeting_room', label: 'shell.nav.rooms' },
];
