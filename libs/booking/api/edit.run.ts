import type { EntityManager } from 'typeorm';
import { type BookingEdit, type Preparing, inRooms } from '@bota/booking/domain';
import type { Reason, ReasonCode } from '@bota/shared/domain';
import type { Asking } from './asking';
import type { BookingRead, OccurrenceRead } from './booking.view';
import type { EditPlan, PlannedDate } from './edit.plan';
import { type Facts, roomsAsked } from './facts.queries';
import { askerOf } from './judgement';
import type { Wanted } from './refusals';

/** One edit under way, in its transaction. `wanted` is what was being taken last, to explain a conflict with. */
export type EditRun = {
  tx: EntityManager;
  asking: Asking;
  booking: BookingRead;
  /** Its dates as they were. */
  occurrences: readonly OccurrenceRead[];
  /** The booking that stands again when this fails: the old one of a series that is being continued. */
  standingId: string;
  edit: BookingEdit;
  plan: EditPlan;
  isThis: boolean;
  facts: Facts;
  attendees: number | null;
  /** What the booking takes beside its time after the edit. */
  preparing: Preparing;
  now: Date;
};

/** `isElsewhere`: in rooms that dates were to take instead of their own. */
export type Conflict = { wanted: Wanted; facts: Facts; isElsewhere: boolean };

/** A date that its own rooms refused, for these reasons, and that is to take others. */
export type MovedDate = PlannedDate & { isElsewhere: true; ownReasons: Reason[] };

export type Settled = { dates: SettledDate[]; overridden: ReasonCode[] };
/** `priceCents` null: it costs what was said before. */
export type SettledDate = PlannedDate & {
  id: string;
  reasons: Reason[];
  status: 'confirmed' | 'skipped' | 'cancelled';
  /** Null: what was set aside for it before. */
  overridden: readonly ReasonCode[] | null;
  priceCents: number | null;
  isElsewhere?: true;
};

/** A date as it was before the edit; undefined when it is added. */
export const dateBefore = ({ occurrences }: Pick<EditRun, 'occurrences'>, id: string | null | undefined): OccurrenceRead | undefined =>
  occurrences.find((one) => one.id === id);

export const isHeld = (run: EditRun, { id }: { id: string | null }): boolean => dateBefore(run, id)?.status === 'confirmed';

/** Who reads the answer, with what they may know. */
export const readerOf = ({ asking, facts }: EditRun) => ({
  ...asking,
  person: { ...asking.person, isResident: facts.readerIsResident },
});

/** What dates want in rooms, after the edit. */
export function wantedOf(run: EditRun, dates: readonly PlannedDate[], roomIds: readonly string[]): Wanted {
  const { asking, booking, standingId, edit, facts, attendees, preparing } = run;
  const spans = dates.map(({ span }) => span).filter((span) => span !== null);
  const named = askerOf(asking.person, asking.space.id, edit.organisationId ?? booking.organisationId);
  const asker = { ...named, stays: facts.stays };
  const rooms = roomsAsked(facts, roomIds);
  return { ...inRooms(preparing, rooms), spans, asker, ...(attendees && { attendees }), except: { bookingId: standingId } };
}
