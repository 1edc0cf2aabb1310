import { type Grant, type Span, roomsToApprove } from '@bota/booking/domain';
import { type Reason, can, minutesBetween } from '@bota/shared/domain';
import { roomIdsOf } from './booking.spans';
import type { OccurrenceRead } from './booking.view';
import { type PlannedDate, changesOrganisation } from './edit.plan';
import { type EditRun, dateBefore } from './edit.run';
import { roomsAsked } from './facts.queries';
import { withoutGranted } from './granted';
import { type JudgedSpan, withPast } from './judgement';
import type { Wanted } from './refusals';

/** A date that asks no more keeps what it was granted; any other is judged like a new one. */
export function admit(run: EditRun, wanted: Wanted, found: JudgedSpan, date: PlannedDate | undefined): JudgedSpan[] {
  const { asking, booking, edit, now } = run;
  const before = dateBefore(run, date?.id);
  const stays = date?.was?.getTime() === found.span.start.getTime() && !changesOrganisation(edit, booking);
  const one = stays && before ? withoutGranted(found, grantOf(run, before), wanted) : found;
  const approvals = stays && wasApproved(run, wanted, found.span, before) ? [] : approvalReasons(run, wanted, found.span);
  const all = [{ ...one, reasons: [...approvals, ...one.reasons] }];
  return withPast(all, now, stays || can(asking.person, 'booking:create-past', { spaceId: asking.space.id }));
}

/** What a date was granted, as it stood. */
function grantOf({ booking, facts }: EditRun, { startsAt: start, endsAt: end, overridden, ...date }: OccurrenceRead): Grant {
  const { organisationId, attendees, layout } = booking;
  return {
    start,
    end,
    roomIds: roomsAsked(facts, roomIdsOf(date, booking)).map(({ id }) => id),
    organisationId,
    attendees,
    layout,
    overridden,
  };
}

/** The coordination agreed to these rooms, for as long as this, so prepared and for so many; whose it is was looked at before. */
const wasApproved = ({ booking }: EditRun, { rooms, ...wanted }: Wanted, { start, end }: Span, before?: OccurrenceRead): boolean =>
  booking.decidedAt !== null &&
  rooms.every(({ id }) => booking.roomIds.includes(id) || before?.roomIds.includes(id)) &&
  (wanted.setUpMinutes ?? 0) <= booking.setUpMinutes &&
  (wanted.tearDownMinutes ?? 0) <= booking.tearDownMinutes &&
  (wanted.attendees ?? 0) <= (booking.attendees ?? 0) &&
  minutesBetween(start, end) <= minutesBetween(booking.startsAt, booking.endsAt);

/** What the coordination would have to agree to is asked anew, not slipped into a booking. */
const approvalReasons = ({ asking }: EditRun, wanted: Wanted, span: Span): Reason[] =>
  roomsToApprove({ ...wanted, span, zone: asking.space.zone }).map(({ id }) => ({ code: 'NEEDS_APPROVAL', roomId: id }));
