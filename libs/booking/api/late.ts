import { minutesBetween } from '@bota/shared/domain';
import type { OccurrenceRead } from './booking.view';
import { CANCEL_NOTICES } from './edit.queries';
import type { Queryable } from './facts.queries';

/** Dates that begin sooner than a rule of their rooms asks to cancel before, or left another place that late: their ids. */
export async function lateAmong(tx: Queryable, spaceId: string, dates: readonly OccurrenceRead[], now: Date): Promise<string[]> {
  const notices = await tx.query<{ id: string; minutes: number }[]>(CANCEL_NOTICES, [spaceId]);
  const minutesOf = new Map(notices.map(({ id, minutes }) => [id, minutes]));
  return dates.filter((one) => isLate(one, noticeOf(one.roomIds, minutesOf), now)).map(({ id }) => id);
}

const noticeOf = (roomIds: readonly string[], minutesOf: ReadonlyMap<string, number>): number =>
  Math.max(0, ...roomIds.map((id) => minutesOf.get(id) ?? 0));

const isLate = ({ status, startsAt, givenUpLate }: OccurrenceRead, noticeMinutes: number, now: Date): boolean =>
  status === 'confirmed' && (givenUpLate || minutesBetween(now, startsAt) < noticeMinutes);
