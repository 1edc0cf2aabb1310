import type { EntityManager } from 'typeorm';
import { type Cut, cutSeries, firstSpan } from '@bota/booking/domain';
import { newId, record, refuse } from '@bota/shared/api';
import { extentOf } from '@bota/shared/domain';
import type { Asking } from './asking';
import { seriesOf } from './booking.spans';
import type { BookingRead, OccurrenceRead } from './booking.view';
import { dateOfBooking } from './edit.plan';
import { PASS_ON_PARTICIPANTS } from './participants/participant.queries';
import { SERIES_CONTINUE, SERIES_END, SERIES_FOLLOW, SERIES_GIVE, SERIES_PASS_ON } from './series.queries';

type Loaded = { booking: BookingRead; occurrences: OccurrenceRead[] };

/** Where a series is cut: the date named, both halves of the rule, and the dates before. */
export type SeriesCut = Cut & { named: OccurrenceRead; earlier: OccurrenceRead[] };

/** Finds where to cut before a date; refused when it is none of the booking, or was cancelled. */
export function cutAt({ booking, occurrences }: Loaded, occurrenceId: string | undefined): SeriesCut {
  const named = dateOfBooking({ booking, occurrences }, occurrenceId);
  if (named.status === 'cancelled') refuse('booking/already-cancelled');
  const cut = cutSeries(seriesOf(booking), named.recurrenceId);
  return { ...cut, named, earlier: occurrences.filter(({ recurrenceId }) => recurrenceId < named.recurrenceId) };
}

/**
 * The booking that an edit of "this and following" changes, in the caller's transaction: one that takes over the dates from there
 * on, with their ids and what they have of their own; the old series ends before. When nothing takes place before, it is the same
 * booking, which then begins there.
 */
export async function continueSeries(
  tx: EntityManager,
  asking: Asking,
  loaded: Loaded,
  edit: { occurrenceId?: string },
  now: Date,
): Promise<Loaded> {
  const { named, before, rest, earlier, isOfRule } = cutAt(loaded, edit.occurrenceId);
  if (named.endsAt <= now) refuse('booking/already-started');
  if (!isOfRule) refuse('booking/start-off-rule', { errors: [{ path: 'occurrenceId', message: 'not a date of the rule' }] });
  const from = cutOff(loaded.booking, rest);
  if (!before || earlier.every(({ status }) => status === 'cancelled')) return { booking: from, occurrences: loaded.occurrences };
  const later = loaded.occurrences.filter((one) => !earlier.includes(one));
  // A later date that was moved and is over belongs to the past: it stays, and is not given a second time.
  const over = later.filter(({ endsAt }) => endsAt <= now);
  const occurrences = later.filter((one) => !over.includes(one));
  const id = newId();
  const booking = {
    ...from,
    ...{ id, uid: `${id}@bota75`, version: 1, followsId: loaded.booking.id },
    exdates: [...from.exdates, ...over.map(({ recurrenceId }) => recurrenceId)],
  };
  await write(tx, loaded.booking, booking, before, occurrences, now);
  await logEnd(tx, asking, loaded.booking, booking, occurrences, before.rrule);
  return { booking, occurrences };
}

/** A booking as the rest of its rule gives it. */
export const cutOff = (booking: BookingRead, rest: Cut['rest']): BookingRead => ({ ...booking, ...fromThereOn(rest) });

function fromThereOn({ start, end, zone, rrule, exdates = [] }: Cut['rest']) {
  const first = firstSpan({ start, end, zone });
  return { wallStart: start, wallEnd: end, startsAt: first.start, endsAt: first.end, rrule, exdates: [...exdates] };
}

async function write(tx: EntityManager, old: BookingRead, next: BookingRead, before: Cut['rest'], dates: OccurrenceRead[], now: Date) {
  const { spaceId, id, uid, wallStart, wallEnd, startsAt, endsAt, rrule, exdates } = next;
  await tx.query(SERIES_CONTINUE, [spaceId, old.id, id, uid, wallStart, wallEnd, startsAt, endsAt, rrule, exdates, now]);
  await tx.query(PASS_ON_PARTICIPANTS, [spaceId, old.id, id]);
  await tx.query(SERIES_PASS_ON, [spaceId, old.id, id]);
  await tx.query(SERIES_FOLLOW, [spaceId, old.id, id]);
  await tx.query(SERIES_GIVE, [spaceId, id, dates.map((date) => date.id)]);
  await tx.query(SERIES_END, [spaceId, old.id, before.rrule, before.exdates ?? [], now]);
}

function logEnd(
  tx: EntityManager,
  { person, space, requestId }: Asking,
  old: BookingRead,
  next: BookingRead,
  dates: OccurrenceRead[],
  rrule: string,
) {
  return record(tx, {
    kind: 'booking.split',
    entityId: old.id,
    spaceId: space.id,
    personId: person.personId,
    organisationId: old.organisationId,
    requestId,
    before: { rrule: old.rrule },
    after: { rrule, followedById: next.id, dates: dates.map(({ startsAt }) => startsAt) },
    facts: extentOf(dates.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])),
  });
}
