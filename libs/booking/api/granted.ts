import { type Actor, type ReasonCode, can } from '@bota/shared/domain';
import type { Queryable } from './facts.queries';
import { type JudgedSpan, without } from './judgement';

/** Asked once, when a date is first booked: later it may stay where it stands. */
const OF_ADMISSION: readonly ReasonCode[] = ['LEAD_TIME', 'HORIZON', 'OFF_STEP'];

type Granted = { starts: readonly Date[]; overridden: ReasonCode[] };

/** What a booking was granted at the starts it has, for who may change it; nothing for anybody else. */
export async function grantedTo(db: Queryable, actor: Actor, spaceId: string, bookingId?: string): Promise<Granted> {
  const [row] = bookingId ? await db.query<[GrantedRow | undefined]>(GRANTED, [spaceId, bookingId]) : [];
  return row && can(actor, 'booking:edit', { ...row, spaceId }) ? row : { starts: [], overridden: [] };
}

/** A date that keeps its start keeps what it was granted; any other is judged like a new one. */
export function keepGranted(judged: readonly JudgedSpan[], { starts, overridden }: Granted): JudgedSpan[] {
  const kept = new Set(starts.map((start) => start.getTime()));
  return judged.flatMap((one) => (kept.has(one.span.start.getTime()) ? withoutGranted([one], overridden) : [one]));
}

export const withoutGranted = (judged: readonly JudgedSpan[], overridden: readonly ReasonCode[]): JudgedSpan[] =>
  without(judged, [...OF_ADMISSION, ...overridden]);

type GrantedRow = Granted & { organisationId: string; bookedBy: string };
const GRANTED = `
  SELECT b.organisation_id AS "organisationId", b.booked_by AS "bookedBy", b.overridden, ARRAY(
    SELECT o.starts_at FROM occurrence o WHERE o.space_id = b.space_id AND o.booking_id = b.id AND o.status = 'confirmed') AS starts
  FROM booking b WHERE b.space_id = $1 AND b.id = $2`;
