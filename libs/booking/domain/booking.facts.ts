import type { RoomRules } from '@bota/spaces/domain';
import type { ClosureFacts } from './opening.rules';

/** What the rules need to know of a room. `unitIds`: the atomic rooms it occupies, itself when atomic. Offices and archived rooms are not bookable. */
export type RoomFacts = { id: string; bookable: boolean; unitIds: string[]; capacity: number | null; rules: RoomRules };

/** One unit taken by a booking, `[start, end)` without buffer; `by` holds only what the reader may see. */
export type Taken = {
  roomId: string;
  unitId: string;
  start: Date;
  end: Date;
  bufferMinutes: number;
  by: { bookingId?: string; title?: string; organisationId?: string; organisation?: string };
};

/** A wish for some rooms at one time, with everything known that could stand in the way. */
export type Ask = {
  span: { start: Date; end: Date };
  rooms: RoomFacts[];
  attendees?: number;
  closures: ClosureFacts[];
  taken: Taken[];
  zone: string;
};
