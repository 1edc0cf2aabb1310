// Booking: through the API, by its one statement alone, and by the insert of the allocation alone.
import { v7 } from 'uuid';
import { allocate, allocationsFor, newDates, writeBooking } from './sources.mjs';

const WEEK_MS = 7 * 86_400_000;
/** What is judged of a house in which nothing was closed yet. */
const NEVER_CLOSED = { closings: 0 };
const CREATED = 201;

export const bookingPath = ({ spaceId }) => `/api/spaces/${spaceId}/bookings`;

export const draftFor = ({ organisationId }, { roomId, start, end }, more) => {
  return { title: 'Réunion du groupe de travail', organisationId, roomIds: [roomId], start, end, attendees: 8, ...more };
};

/** Books over HTTP, and refuses to count anything but a 201. */
export async function bookByHttp(connection, house, slot, more) {
  const { status, body } = await connection.request('POST', bookingPath(house), draftFor(house, slot, more));
  if (status !== CREATED) throw new Error(`a booking answered ${status}: ${body}`);
}

/** The statement of the product with the values of a booking of `weeks` dates. */
export function bookByStatement(db, house, slot, weeks = 1) {
  const id = v7();
  const [startsAt, endsAt] = [slot.start, slot.end].map((wall) => new Date(`${wall}Z`));
  const later = (instant, turn) => new Date(instant.getTime() + turn * WEEK_MS);
  const spans = Array.from({ length: weeks }, (_, turn) => spanFrom(later(startsAt, turn), later(endsAt, turn)));
  const occurrences = newDates(
    spans.map((span) => ({ span, reasons: [] })),
    { priceOf: () => 0 },
  ).map(({ rooms: _, ...row }) => row);
  const dates = occurrences.map((one) => ({ id: one.id, start: one.starts_at, end: one.ends_at }));
  const allocations = allocationsFor(dates, [{ id: slot.roomId, unitIds: [slot.roomId], capacity: null, rules: {} }]);
  const booking = {
    ...fixed(house),
    id,
    uid: `${id}@bota75`,
    wallStart: slot.start,
    wallEnd: slot.end,
    startsAt,
    endsAt,
    roomIds: [slot.roomId],
  };
  const facts = { from: startsAt, to: endsAt };
  const after = { title: booking.title, dates: weeks };
  return writeBooking(db, booking, occurrences, allocations, { requestId: v7(), facts, after, judgedBy: NEVER_CLOSED });
}

const spanFrom = (start, end) => ({ start, end, wall: start.toISOString().slice(0, 16), flags: [] });

const fixed = ({ spaceId, organisationId, personId }) => ({
  spaceId,
  organisationId,
  bookedBy: personId,
  title: 'Réunion du groupe de travail',
  description: '',
  visibility: 'residents',
  attendees: 8,
  zone: 'Europe/Brussels',
  rrule: null,
  exdates: [],
  materialisedUntil: null,
  retrySkipped: false,
  forOutsiders: false,
  excludes: [],
  layout: null,
  setUpMinutes: 0,
  tearDownMinutes: 0,
  overridden: [],
  overrideReason: null,
  stage: 'confirmed',
  expiresAt: null,
  participants: [],
  createdAt: new Date(),
});

/** Only the guarded row, for a date that stands ready (see `spareDates`). */
export function bookByInsert(db, house, slot, { bookingId, occurrenceId }) {
  const span = { id: occurrenceId, start: new Date(`${slot.start}Z`), end: new Date(`${slot.end}Z`) };
  const rows = allocationsFor([span], [{ id: slot.roomId, unitIds: [slot.roomId], capacity: null, rules: {} }]);
  return allocate(db, { spaceId: house.spaceId, bookingId, rows, judgedBy: NEVER_CLOSED });
}

/** Dates without allocation, of some booking of the history, for `bookByInsert`. */
export async function spareDates(db, { spaceId }, count) {
  const [{ id: bookingId }] = await db.query('SELECT id FROM booking WHERE space_id = $1 LIMIT 1', [spaceId]);
  const dates = await db.query(SPARE, [spaceId, bookingId, count]);
  return dates.map(({ id }) => ({ bookingId, occurrenceId: id }));
}

const SPARE = `
  INSERT INTO occurrence (space_id, id, booking_id, recurrence_id, starts_at, ends_at, status)
  SELECT $1, uuidv7(), $2, 'spare ' || n, now(), now() + interval '1 hour', 'skipped' FROM generate_series(1, $3::int) AS n RETURNING id`;
