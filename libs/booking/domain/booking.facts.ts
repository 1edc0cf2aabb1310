import type { Layout, RoomRules } from '@bota/spaces/domain';
import type { ClosureFacts } from './opening.rules';

/** What the rules need to know of a room. `unitIds`: the atomic rooms it occupies, itself when atomic. Offices and archived rooms are not bookable. */
export type RoomFacts = {
  id: string;
  bookable: boolean;
  unitIds: string[];
  capacity: number | null;
  rules: RoomRules;
  held?: readonly HeldBack[];
};

/** Dates of a season `[start, end)` that the house holds back while it shares them out, until `opens`. */
export type HeldBack = { start: Date; end: Date; opens: Date };

/** One unit taken by a booking, `[start, end)` with its setting up and clearing, without buffer; `by` holds only what the reader may see. */
export type Taken = {
  roomId: string;
  unitId: string;
  start: Date;
  end: Date;
  bufferMinutes: number;
  by: { bookingId?: string; title?: string; organisationId?: string; organisation?: string };
};

/** In whose name one asks, and whether it is the coordination that asks. */
export type Asker = {
  organisationIds: readonly string[];
  isCoordinator: boolean;
  /** When the organisation lives in the house; absent, it is not judged whether it does. */
  stays?: readonly Stay[];
};

/** Days on which an organisation lives in the house, `[from, to)` in its calendar; `to` null: no end is known. */
export type Stay = { from: string; to: string | null };

/** How a booking uses its rooms beside its own time: their layout, and the minutes they are taken before and after it. */
export type Preparing = { layout?: Layout; setUpMinutes?: number; tearDownMinutes?: number };

/** A wish for some rooms at one time, with everything known that could stand in the way. */
export type Ask = Preparing & {
  span: { start: Date; end: Date };
  rooms: RoomFacts[];
  attendees?: number;
  closures: ClosureFacts[];
  taken: Taken[];
  zone: string;
  /** Absent, nobody’s right to the rooms is judged, nor how far ahead it is: the house itself asks. */
  asker?: Asker;
  now?: Date;
};
