import { wallOf } from '@bota/shared/domain';
import type { Room } from '@bota/spaces/domain';
import { type Span } from './availability';

/** The agenda with the booking panel open, filled in with room and time: `[routerLink]="link.path" [queryParams]="link.params"`. */
export type BookingLink = { path: string[]; params: Record<string, string> };

export type BookingMore = { attendees?: number; layout?: string };

export function bookingLink(
  space: string,
  zone: string,
  rooms?: Pick<Room, 'slug'> | readonly Pick<Room, 'slug'>[],
  span?: Span,
  { attendees, layout }: BookingMore = {},
): BookingLink {
  const room = [rooms ?? []]
    .flat()
    .map(({ slug }) => slug)
    .join(',');
  const [start, end] = span ? [wallOf(span.start, zone), wallOf(span.end, zone)] : [];
  return {
    path: ['/', space, 'agenda'],
    params: {
      book: '1',
      ...(room ? { room } : {}),
      ...(start && end ? { date: start.slice(0, 10), start, end } : {}),
      ...(attendees ? { attendees: String(attendees) } : {}),
      ...(layout ? { layout } : {}),
    },
  };
}
