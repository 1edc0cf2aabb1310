import { type Actor, type ReasonCode, can } from '@bota/shared/domain';
import type { Queryable } from './facts.queries';
import { type JudgedSpan, without } from './judgement';

/** Asked once, when a date is first asked for. */
export const WHEN_ASKED: readonly ReasonCode[] = ['LEAD_TIME', 'HORIZON', 'OFF_STEP'];

type Granted = { dates: readonly GrantedDate[]; overridden: ReasonCode[]; organisationId?: string };
type GrantedDate = { start: string; end: string; roomIds: string[]; priceCents: number };
type Span = { start: Date; end: Date };
type Named = { bookingId?: string; organisationId?: string };

/** What a booking was granted at the starts it has, for who may change it; nothing for anybody else, nor in another name. */
export async function grantedTo(db: Queryable, actor: Actor, spaceId: string, { bookingId, organisationId }: Named): Promise<Granted> {
  const [row] = bookingId ? await db.query<[GrantedRow | undefined]>(GRANTED, [spaceId, bookingId]) : [];
  const isOfIt = row && (!organisationId || organisationId === row.organisationId) && can(actor, 'booking:edit', { ...row, spaceId });
  return isOfIt ? row : { dates: [], overridden: [] };
}

/** A date that keeps its start keeps what it was granted; any other is judged like a new one. */
export function keepGranted(judged: readonly JudgedSpan[], { dates, overridden }: Granted): JudgedSpan[] {
  const kept = new Set(dates.map(({ start }) => Date.parse(start)));
  return judged.flatMap((one) => (kept.has(one.span.start.getTime()) ? withoutGranted([one], overridden) : [one]));
}

/** What stands may stay where it stands. */
export const withoutGranted = (judged: readonly JudgedSpan[], overridden: readonly ReasonCode[]): JudgedSpan[] =>
  without(judged, [...WHEN_ASKED, 'NOT_RESIDENT', ...overridden]);

/** Whether a date was let beyond a quota, and keeps its start. */
export const mayExceed = ({ dates, overridden }: Granted, span?: Span): boolean =>
  overridden.includes('QUOTA_EXCEEDED') && dates.some(({ start }) => Date.parse(start) === span?.start.getTime());

type GrantedRow = Granted & { organisationId: string; bookedBy: string };

/** What a date costs since it was booked; undefined for one that is not yet, or not so: in other rooms, longer, in another name. */
export function keptPrice(
  { dates, organisationId }: Granted,
  { start, end }: Span,
  wish: { roomIds: readonly string[]; organisationId?: string },
) {
  const isIt = (one: GrantedDate) => Date.parse(one.start) === start.getTime() && Date.parse(one.end) === end.getTime();
  const isSoTaken = (one: GrantedDate) =>
    one.roomIds.length === wish.roomIds.length && wish.roomIds.every((id) => one.roomIds.includes(id));
  return organisationId === wish.organisationId ? dates.find((one) => isIt(one) && isSoTaken(one))?.priceCents : undefined;
}

const GRANTED = `
  SELECT b.organisation_id AS "organisationId", b.booked_by AS "bookedBy", b.overridden, (
    SELECT coalesce(json_agg(json_build_object('start', o.starts_at, 'end', o.ends_at, 'priceCents', o.price_cents, 'roomIds', ARRAY(
        SELECT DISTINCT a.room_id FROM allocation a WHERE a.space_id = o.space_id AND a.occurrence_id = o.id))), '[]')
    FROM occurrence o WHERE o.space_id = b.space_id AND o.booking_id = b.id AND o.status = 'confirmed') AS dates
  FROM booking b WHERE b.space_id = $1 AND b.id = $2`;
