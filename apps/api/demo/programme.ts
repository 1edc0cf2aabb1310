import type { Visibility } from '@bota/booking/domain';
import type { OrganisationKey } from './organisations';
import type { RoomKey } from './rooms';

type Particulars = { attendees?: number; visibility?: Visibility; description?: string };

/** What an organisation does in a room: once at `from`, or again and again by `rule`. */
export type DemoBooking = { by: OrganisationKey; title: string; room: RoomKey; from: string; to: string } & Particulars;
export type DemoSeries = DemoBooking & {
  /** RRULE without end; it ends with the demo's window, unless it is `endless`. */
  rule: string;
  endless?: boolean;
  /** Weeks to wait before the first date: the other half of those that come every second week. */
  late?: number;
};

/** One weekday's programme: `[room, from, to, by, title, attendees, visibility]`; for residents when nothing else is said. */
export type Line = [RoomKey, string, string, OrganisationKey, string, number, Visibility?];

export const every = (rule: string, lines: Line[], particulars: Partial<DemoSeries> = {}): DemoSeries[] =>
  lines.map(([room, from, to, by, title, attendees, visibility]) => ({
    ...particulars,
    ...{ rule, room, from, to, by, title, attendees },
    ...(visibility && { visibility }),
  }));
