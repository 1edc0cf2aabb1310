import { type Span, expand, isOn, shiftedWalls } from '@bota/booking/domain';
import { seriesOf } from './booking.spans';
import type { BookingRead, OccurrenceRead } from './booking.view';
import type { Schedule } from './schedule';

/** What takes the place of a date: its wall start by the new rule, and its time when the rule gives it. */
export type Successor = {
  wall: string;
  span: Span | undefined;
  /** The series ends before it. */
  isBeyond: boolean;
};

type Change = {
  booking: BookingRead;
  occurrences: readonly OccurrenceRead[];
  schedule: Schedule;
  /** Left out by calendars: nothing follows there. */
  days: ReadonlyMap<string, string>;
};
type Wall = Pick<OccurrenceRead, 'recurrenceId'>;

const [DAY_MS, NO_END] = [86_400_000, 100_000];

/** From an old date to the new one: in order while the series keeps its rhythm, else by calendar day. */
export function successorsIn(change: Change): (recurrenceId: string) => Successor {
  const { booking, schedule, days } = change;
  const last = schedule.whole.at(-1)?.wall ?? '';
  const isBeyond = (wall: string) => schedule.materialisedUntil === null && wall.slice(0, 10) > last.slice(0, 10);
  const found = booking.rrule === null ? () => schedule.whole[0] : (inOrder(change) ?? byDay(schedule));
  return (recurrenceId) => {
    const { wall, ...next } = { wall: recurrenceId, ...found(recurrenceId) };
    const span = 'start' in next ? { ...next, wall } : undefined;
    return { wall, span: span && isOn(days, span) ? undefined : span, isBeyond: !span && isBeyond(wall) };
  };
}

type Found = Span | { wall: string } | undefined;

function byDay(schedule: Schedule): (recurrenceId: string) => Found {
  const spans = new Map(schedule.whole.map((span) => [span.wall.slice(0, 10), span]));
  return (recurrenceId) => spans.get(recurrenceId.slice(0, 10));
}

/** Null when the rhythm changes, or a date from another rhythm stands where one of this would come. */
function inOrder({ booking, occurrences, schedule }: Change): ((recurrenceId: string) => Found) | null {
  const old = seriesOf(booking);
  const { wallStart: start, wallEnd: end, exdates } = schedule;
  const next = { start, end, zone: old.zone, rrule: schedule.rrule ?? '', exdates };
  // The last dates may move beyond the horizon: they still have their successors.
  const latest = Math.max(booking.endsAt.getTime(), ...occurrences.map(({ startsAt }) => startsAt.getTime()), endOf(schedule));
  const until = new Date(latest + 400 * DAY_MS);
  const walls = shiftedWalls(old, next, until);
  if (!walls || isCrossed(walls, occurrences)) return null;
  const spans = new Map(expand(next, { until, most: NO_END }).spans.map((span) => [span.wall, span]));
  return (recurrenceId) => {
    const wall = walls.get(recurrenceId);
    return wall === undefined ? undefined : (spans.get(wall) ?? { wall });
  };
}

const endOf = ({ whole }: Schedule): number => whole.at(-1)?.start.getTime() ?? 0;

function isCrossed(walls: ReadonlyMap<string, string>, occurrences: readonly Wall[]): boolean {
  const claimed = new Set(walls.values());
  return occurrences.some(({ recurrenceId }) => !walls.has(recurrenceId) && claimed.has(recurrenceId));
}
