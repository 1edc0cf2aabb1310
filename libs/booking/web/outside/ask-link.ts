import { wallOf } from '@bota/shared/domain';
import type { Room } from '@bota/spaces/domain';
import type { Span } from '../rooms/availability';
import type { BookingLink } from '../rooms/booking-link';

/** The form by which a neighbour asks, filled in with room and time. */
export function askLink(space: string, zone: string, { slug }: Pick<Room, 'slug'>, span?: Span): BookingLink {
  const times = span && { start: wallOf(span.start, zone), end: wallOf(span.end, zone) };
  return { path: ['/', space, 'ask'], params: { room: slug, ...times } };
}
