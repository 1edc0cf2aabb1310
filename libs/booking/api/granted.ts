import { type Grant, stillGranted } from '@bota/booking/domain';
import { type Actor, type ReasonCode, can } from '@bota/shared/domain';
import type { Queryable } from './facts.queries';
import type { Wanted } from './refusals';
import { type JudgedSpan, without } from './judgement';

export type Granted = { dates: readonly GrantedDate[]; overridden: ReasonCode[]; forOutsiders: boolean } & Partial<
  Pick<Grant, 'organisationId' | 'attendees' | 'layout'>
>;
type GrantedDate = { start: string; end: string; roomIds: string[]; priceCents: number; overridden: ReasonCode[] };
type Span = { start: Date; end: Date };
type Named = { bookingId?: string; organisationId?: string };

/**
 * What a booking was granted at the starts it has, for who may change it; nothing for anybody else. In another name it is still for people from
 * outside, when it was.
 */
export async function grantedTo(db: Queryable, actor: Actor, spaceId: string, { bookingId, organisationId }: Named): Promise<Granted> {
  const [row] = bookingId ? await db.query<[GrantedRow | undefined]>(GRANTED, [spaceId, bookingId]) : [];
  if (!row || !can(actor, 'booking:edit', { ...row, spaceId })) return { dates: [], overridden: [], forOutsiders: false };
  const isInItsName = !organisationId || organisationId === row.organisationId;
  return isInItsName ? row : { dates: [], overridden: [], forOutsiders: row.forOutsiders };
}

/** A date that asks no more keeps what it was granted; any other is judged like a new one. */
export function keepGranted(judged: readonly JudgedSpan[], { dates, ...booking }: Granted, wanted: Wanted): JudgedSpan[] {
  return judged.map((one) => {
    const date = dates.find(({ start }) => Date.parse(start) === one.span.start.getTime());
    const wish = { ...wanted, rooms: one.rooms ?? wanted.rooms };
    return date ? withoutGranted(one, { ...booking, ...date, start: new Date(date.start), end: new Date(date.end) }, wish) : one;
  });
}

/** A date, judged without what it was granted as it stood, as long as that holds; `wanted` in the same name. */
export function withoutGranted(judged: JudgedSpan, was: Grant, { rooms, attendees, layout }: Wanted): JudgedSpan {
  const { organisationId } = was;
  const kept = stillGranted(was, { ...judged.span, roomIds: rooms.map(({ id }) => id), organisationId, attendees, layout });
  const [one] = without([judged], kept) as [JudgedSpan];
  return { ...one, overridden: was.overridden.filter((code) => kept.includes(code)) };
}

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
  SELECT b.organisation_id AS "organisationId", b.booked_by AS "bookedBy", b.overridden, b.attendees, b.layout,
    b.for_outsiders AS "forOutsiders", (
    SELECT coalesce(json_agg(json_build_object('start', o.starts_at, 'end', o.ends_at, 'priceCents', o.price_cents, 'overridden', o.overridden, 'roomIds', ARRAY(
        SELECT DISTINCT a.room_id FROM allocation a WHERE a.space_id = o.space_id AND a.occurrence_id = o.id))), '[]')
    FROM occurrence o WHERE o.space_id = b.space_id AND o.booking_id = b.id AND o.status = 'confirmed') AS dates
  FROM booking b WHERE b.space_id = $1 AND b.id = $2`;
