import { createHash } from 'node:crypto';
import type { BookingDraft, EventProblem, EventState, ImportWish } from '@bota/booking/domain';
import { dateOf, readTime, wallOf } from '@bota/shared/domain';
import { type ReadCalendar, type ReadEvent, boundedUid } from './events';
import type { GoneEvent, KnownEvent } from './import.queries';

/** What is to be done about one event, before anybody asks whether its times are free. */
export type PlannedEvent = {
  event: Pick<ReadEvent, 'uid' | 'family' | 'title' | 'location' | 'start'> & Partial<ReadEvent>;
  state: EventState;
  problem?: EventProblem;
  known?: KnownEvent;
  draft?: Omit<BookingDraft, 'organisationId'>;
  digest?: Buffer;
};

/** The room that a location means, if any. */
export type RoomAt = (location: string) => string | null;

type Ground = {
  calendar: ReadCalendar;
  known: readonly KnownEvent[];
  gone: readonly GoneEvent[];
  wish: Pick<ImportWish, 'visibility' | 'past' | 'gone' | 'overrideReason'>;
  roomAt: RoomAt;
  zone: string;
  now: Date;
};

/**
 * Cancellations first, then changes, then what is new, so that what becomes free can be taken. An event that did not change since the
 * last import stays as it is, and so does what was booked here in another way. A date that was moved before and is no more ends.
 */
export function planEvents(ground: Ground): PlannedEvent[] {
  const byUid = new Map(ground.known.map((one) => [one.uid, one]));
  const planned = ground.calendar.events.map((event) =>
    planEvent(event, byUid.get(event.uid) ?? ownSeries(byUid.get(event.family)), ground),
  );
  const unread = ground.calendar.unread.map(({ problem, ...event }): PlannedEvent => ({ event, state: 'refused', problem }));
  return [
    ...[...goneDates(ground), ...ground.gone.map((one) => planGone(one, ground)), ...planned].sort(
      (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state),
    ),
    ...unread,
  ];
}

/** A date of a series that was booked here is ours too. */
const ownSeries = (series: KnownEvent | undefined) => (series?.digest ? undefined : series);

const ORDER: readonly EventState[] = ['cancelled', 'updated', 'created', 'unchanged', 'left-out', 'refused'];

function planEvent(event: ReadEvent, known: KnownEvent | undefined, { wish, roomAt, zone, now }: Ground): PlannedEvent {
  if (event.isCancelled) return { event, known, state: known?.digest && !known.isCancelled ? 'cancelled' : 'unchanged', digest: CANCELLED };
  if (known && !known.digest) return { event, known, state: 'unchanged' };
  const visibility = event.isPrivate ? 'private' : wish.visibility;
  const roomId = roomAt(event.location);
  const digest = digestOf(event, roomId, visibility);
  if (known?.digest?.equals(digest)) return { event, known, state: 'unchanged' };
  const isBack = known && (known.isCancelled || known.isOver);
  if (isOver(event, zone, now) && (!wish.past || known?.isOver)) return { event, known, state: 'left-out', problem: 'past' };
  if (!roomId) return { event, known, state: 'left-out', problem: 'no-room' };
  if (known && !isBack && known.isSeries !== !!event.recurrence) return { event, known, state: 'refused', problem: 'kind-changed' };
  const draft = draftOf(event, roomId, { visibility, overrideReason: wish.overrideReason });
  // What ended stays as it was: what comes back is another booking, and the same one for all who import it.
  if (isBack) return { event, state: 'created', draft: { ...draft, uid: boundedUid(`${event.uid}#${known.bookingId}`) }, digest };
  return { event, known, state: known ? 'updated' : 'created', draft, digest };
}

/** Dates that were moved when we looked last, and are back in their series or gone with it. */
function goneDates({ calendar, known }: Ground): PlannedEvent[] {
  const present = new Set([...calendar.events, ...calendar.unread].map(({ uid }) => uid));
  const families = new Set(calendar.events.map(({ family }) => family));
  return known
    .filter(({ uid, family, digest, isCancelled }) => digest && uid !== family && families.has(family) && !present.has(uid) && !isCancelled)
    .map((one) => ({ event: { ...one, location: '', start: '' }, known: one, state: 'cancelled' as const, digest: CANCELLED }));
}

/** No longer in its calendar: a file may hold less than all, so the reader says whether it ends. */
const planGone = ({ nextAt, ...known }: GoneEvent, { wish, zone }: Ground): PlannedEvent => ({
  event: { uid: known.uid, family: known.family, title: known.title, location: '', start: wallOf(nextAt, zone) },
  ...{ known, problem: 'gone', digest: CANCELLED, state: wish.gone === 'cancel' ? 'cancelled' : 'left-out' },
});

/** Whether nothing of it is ahead; a series without end never is. */
function isOver({ end, recurrence }: ReadEvent, zone: string, now: Date): boolean {
  if (!recurrence) return readTime(end, zone).instant <= now;
  const until = /UNTIL=(\d{4})(\d{2})(\d{2})/.exec(recurrence.rrule);
  return !!until && `${until[1]}-${until[2]}-${until[3]}` < dateOf(now, zone);
}

type Terms = Pick<ImportWish, 'visibility' | 'overrideReason'>;
const draftOf = ({ uid, title, description, start, end, recurrence }: ReadEvent, roomId: string, terms: Terms) => ({
  ...{
    uid,
    title,
    description,
    start,
    end,
    ...terms,
    roomIds: [roomId],
    onRefused: 'skip' as const,
    retrySkipped: false,
    setUpMinutes: 0,
    tearDownMinutes: 0,
  },
  ...(recurrence && { recurrence }),
});

const digestOf = ({ title, description, start, end, recurrence }: ReadEvent, roomId: string | null, visibility: string): Buffer =>
  sha256(JSON.stringify([title, description, start, end, recurrence, roomId, visibility]));

const sha256 = (text: string) => createHash('sha256').update(text).digest();
/** What an event leaves when its calendar takes it away: whatever comes back is something else. */
const CANCELLED = sha256('cancelled');
